package io.partnerhub.coupon.whitelist;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.account.Account;
import io.partnerhub.coupon.customer.KnownCustomer;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what a white-listed customer is given: himself, or the master of an enterprise
 * member (CSH-03).
 *
 * @param link his present or last link with whomever
 */
public record Receiver(Account account, @Nullable KnownCustomer link) {

	/** Whether he buys from a partner now. */
	public boolean isResale() {
		return this.link != null && this.link.active() && this.link.associationType() == AssociationType.RESALE;
	}

	/** His link with the issuer, or that he has none with him. */
	public KnownCustomer of(UUID partnerId, UUID ownerPartnerId) {
		if (this.link != null && this.link.active() && this.link.ownerPartnerId().equals(ownerPartnerId)) {
			return this.link;
		}
		return new KnownCustomer(this.account.id(), partnerId, ownerPartnerId, 0, null, true);
	}

}
