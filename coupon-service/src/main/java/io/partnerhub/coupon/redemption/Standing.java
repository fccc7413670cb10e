package io.partnerhub.coupon.redemption;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.customer.Buyer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customer and the partners around him may pay with coupons at all (VOU-12,
 * 0.4).
 *
 * @param signingEntity the vendor's entity that contracts the customer; absent: unknown
 * (CSH-15)
 * @param unhealthy partners that are restricted or frozen
 */
record Standing(Buyer buyer, @Nullable String signingEntity, Map<UUID, PartnerStatus> unhealthy) {

	/**
	 * A frozen customer buys nothing; nor does a resale customer of a restricted or
	 * frozen partner, or of a reseller of one.
	 */
	boolean customerFrozen() {
		Buyer.Present link = this.buyer.link();
		return this.buyer.frozen() || (link != null && this.buyer.resale()
				&& (this.unhealthy.containsKey(link.ownerPartnerId()) || this.unhealthy.containsKey(link.partnerId())));
	}

	/**
	 * Whether the link it was given under is over, though it may take a while until it is
	 * back (REC-06).
	 */
	boolean linkOver(Coupon coupon) {
		return coupon.epoch() > 0 && !this.buyer.linked(coupon.ownerPartnerId(), coupon.epoch());
	}

	/** A frozen distributor freezes its resellers. */
	boolean issuerFrozen(Coupon coupon) {
		return this.unhealthy.get(coupon.ownerPartnerId()) == PartnerStatus.FROZEN
				|| this.unhealthy.get(coupon.partnerId()) == PartnerStatus.FROZEN;
	}

}
