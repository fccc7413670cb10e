package io.partnerhub.coupon.coupon;

import java.time.Instant;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** When a voucher may be taken back by hand (6.7). */
final class ReclaimRules {

	private ReclaimRules() {
	}

	/**
	 * REC-01, REC-02: only of a voucher the customer could use, and its whole balance
	 * unless a part is named; REC-04: what an order holds stays, and while it does the
	 * whole balance cannot go.
	 */
	static Money amount(Coupon coupon, @Nullable Money wanted, Instant now) {
		Coupon.State state = coupon.stateAt(now);
		if (state != Coupon.State.AVAILABLE) {
			throw Problem.conflict("COUPON_STATE_NOT_RECLAIMABLE", "Only an available voucher can be reclaimed.")
				.with("state", state);
		}
		Money free = coupon.balance().minus(coupon.locked());
		Money amount = (wanted != null) ? wanted : coupon.balance();
		if (amount.compareTo(free) <= 0) {
			return amount;
		}
		if (coupon.locked().isPositive()) {
			throw Problem.conflict("COUPON_LOCKED", "A part of the voucher is held for an order that is not paid yet.")
				.with("locked", coupon.locked())
				.with("reclaimable", free);
		}
		throw Problem.conflict("RECLAIM_ABOVE_BALANCE", "The voucher does not hold so much any more.")
			.with("reclaimable", free);
	}

	/** REC-05: the vendor-compatible face leaves advisory customers their vouchers. */
	static void checkResale(Coupon coupon) {
		if (coupon.holder().associationType() == AssociationType.ADVISORY) {
			throw Problem.badRequest("VOUCHER_OF_ADVISORY_CUSTOMER",
					"Vouchers given to advisory customers cannot be reclaimed here.");
		}
	}

}
