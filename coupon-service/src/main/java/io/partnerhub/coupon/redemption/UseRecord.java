package io.partnerhub.coupon.redemption;

import java.time.Instant;
import java.util.List;

import io.partnerhub.coupon.coupon.CouponLock;
import io.partnerhub.coupon.coupon.Fate;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon was used for, order by order (6.9, CSH-14).
 *
 * @param heldFor unpaid orders that hold a part of it
 * @param uses what paid orders took, and what refunds gave back, newest first
 */
record UseRecord(List<HeldView> heldFor, List<UseView> uses) {

	/** An unpaid order that holds a part. */
	record HeldView(String orderId, Money amount) {

		static HeldView of(CouponLock lock) {
			return new HeldView(lock.orderId(), lock.amount());
		}

	}

	/**
	 * A use, or what came back of one.
	 *
	 * @param fate of what came back: USABLE again, RECLAIMED, or void as EXPIRED
	 */
	record UseView(String orderId, Reservation.Use.Kind kind, Money amount, @Nullable Fate fate, Instant at) {

		static UseView of(Reservation.Use use) {
			return new UseView(use.orderId(), use.kind(), use.amount(), use.fate(), use.at());
		}

	}

}
