package io.partnerhub.billing.refund;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * What the coupons of an order get back by one refund, all of it or nothing (USE-07).
 *
 * @param refundId names it at coupon-service for good
 * @param reservationId of the order's coupons there
 */
record CouponReturn(UUID refundId, UUID orderId, UUID reservationId, RefundCause cause, Map<UUID, Money> coupons) {

	Money total() {
		return this.coupons.values().stream().reduce(Money.zero(), Money::plus);
	}

	/** What became of it; REFUSED for good. */
	enum State {

		PENDING, RETURNED, REFUSED

	}

}
