package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.caller.Caller;

/**
 * Whose money it is: the tenant and, inside it, the partner that holds it. A reseller's
 * realm lies in its distributor's tenant.
 */
public record Realm(UUID partnerId, UUID ownerPartnerId) {

	/** The realm of a partner's caller; anybody else is refused. */
	public static Realm of(Caller caller) {
		return new Realm(caller.tenant(), caller.owner());
	}

	/** Whether the partner that holds the money is the tenant itself. */
	public boolean isFirstTier() {
		return this.ownerPartnerId.equals(this.partnerId);
	}

}
