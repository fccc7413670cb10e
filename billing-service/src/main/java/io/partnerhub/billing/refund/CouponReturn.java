package io.partnerhub.billing.refund;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.platform.money.Money;

/**
 * What the coupons of an order get back by one refund; of one that is refused the others
 * know nothing (USE-07).
 *
 * @param refundId names it at coupon-service for good
 * @param baseOrder number of the order that was refunded: a part of the one paid, or it
 * @param reservationId of the order's coupons there
 */
record CouponReturn(UUID refundId, UUID orderId, String baseOrder, UUID reservationId, RefundCause cause,
		Map<UUID, Money> coupons) {

	/** The same refusal for all of them. */
	Map<UUID, String> allRefused(String code) {
		return this.coupons.keySet().stream().collect(Collectors.toMap(Function.identity(), (_) -> code));
	}

	/** What became of it; REFUSED for good. */
	enum State {

		PENDING, RETURNED, REFUSED

	}

}
