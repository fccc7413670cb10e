package io.partnerhub.coupon.coupon;

import java.time.Instant;

import io.partnerhub.coupon.customer.Buyer;

/** Where it goes what a refund gives back to a coupon (USE-07, REC-06). */
final class RefundRules {

	private RefundRules() {
	}

	/**
	 * Back to the customer while the coupon is valid and its link goes on; else to the
	 * quota, and nowhere once the coupon expired.
	 */
	static Fate fate(HeldCoupon held, Buyer buyer, Instant now) {
		Coupon coupon = held.coupon();
		if (coupon.reclaimedAt() != null) {
			return Fate.RECLAIMED;
		}
		if (coupon.expiredAt() != null || coupon.pastAt(now)) {
			return Fate.EXPIRED;
		}
		boolean lasts = coupon.epoch() == 0 || buyer.linked(coupon.ownerPartnerId(), coupon.epoch());
		return (lasts && !held.ending()) ? Fate.USABLE : Fate.RECLAIMED;
	}

}
