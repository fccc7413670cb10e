package io.partnerhub.billing.partner;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;

/** A partner of the hub; a reseller's realm lies in its distributor's tenant. */
public record KnownPartner(UUID id, UUID partnerId, PartnerType type, String name) {

	public boolean isResellerOf(UUID distributor) {
		return this.type == PartnerType.RESELLER && this.partnerId.equals(distributor);
	}

	/**
	 * ORD-05: solution providers and distributors pay orders of both kinds of customers,
	 * resellers those of resale customers.
	 */
	public static boolean paysFor(PartnerType partner, AssociationType customer) {
		return switch (partner) {
			case SOLUTION_PROVIDER, DISTRIBUTOR -> true;
			case RESELLER -> customer == AssociationType.RESALE;
			case GOVERNMENT_SUBSIDY -> false;
		};
	}

	public Realm realm() {
		return new Realm(this.partnerId, this.id);
	}

}
