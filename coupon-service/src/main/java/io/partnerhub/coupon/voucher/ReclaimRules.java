package io.partnerhub.coupon.voucher;

import java.time.Instant;

import io.partnerhub.platform.problem.Problem;

/** When a voucher may be taken back by hand (6.7). */
final class ReclaimRules {

	private ReclaimRules() {
	}

	/** REC-01: only a voucher the customer could use, and only with its whole balance. */
	static void check(Voucher voucher, Instant now) {
		Voucher.State state = voucher.stateAt(now);
		if (state != Voucher.State.AVAILABLE) {
			throw Problem.conflict("COUPON_STATE_NOT_RECLAIMABLE", "Only an available voucher can be reclaimed.")
				.with("state", state);
		}
	}

}
