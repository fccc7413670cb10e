package io.partnerhub.billing.partner;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.PartnerType;

/** A partner of the hub; a reseller's realm lies in its distributor's tenant. */
public record KnownPartner(UUID id, UUID partnerId, PartnerType type, String name) {

	public boolean isResellerOf(UUID distributor) {
		return this.type == PartnerType.RESELLER && this.partnerId.equals(distributor);
	}

	public Realm realm() {
		return new Realm(this.partnerId, this.id);
	}

}
