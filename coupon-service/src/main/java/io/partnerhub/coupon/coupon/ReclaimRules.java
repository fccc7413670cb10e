package io.partnerhub.coupon.coupon;

import java.time.Instant;

import io.partnerhub.platform.problem.Problem;

/** When a voucher may be taken back by hand (6.7). */
final class ReclaimRules {

	private ReclaimRules() {
	}

	/**
	 * REC-01: only a voucher the customer could use, and only with its whole balance;
	 * REC-04: while an order holds a part of it, not at all.
	 */
	static void check(Coupon coupon, Instant now) {
		Coupon.State state = coupon.stateAt(now);
		if (state != Coupon.State.AVAILABLE) {
			throw Problem.conflict("COUPON_STATE_NOT_RECLAIMABLE", "Only an available voucher can be reclaimed.")
				.with("state", state);
		}
		if (coupon.locked().isPositive()) {
			throw Problem.conflict("COUPON_LOCKED", "A part of the voucher is held for an order that is not paid yet.")
				.with("locked", coupon.locked());
		}
	}

}
