package io.partnerhub.coupon.customer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * A customer as he pays an order: whether he is frozen (VOU-12), and his present link, if
 * he has one.
 */
public record Buyer(UUID customerId, boolean frozen, @Nullable Present link) {

	static Buyer withoutLink(UUID customerId) {
		return new Buyer(customerId, false, null);
	}

	/** CSH-06: whether he is somebody's resale customer. */
	public boolean resale() {
		return this.link != null && this.link.associationType() == AssociationType.RESALE;
	}

	/** Whether the link with that partner and of that epoch goes on (REC-06). */
	public boolean linked(UUID ownerPartnerId, int epoch) {
		return this.link != null && this.link.ownerPartnerId().equals(ownerPartnerId) && this.link.epoch() == epoch;
	}

	/** The link he has now. */
	public record Present(UUID partnerId, UUID ownerPartnerId, int epoch, AssociationType associationType) {
	}

}
