package io.partnerhub.billing.refund;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund as the vendor's feed tells it.
 *
 * @param reference names it for good
 * @param refundOrder number of the order that unsubscribes or changes (order type 4 or 3)
 * @param order number of the order whose payment is refunded, or of a part of it
 * @param cash what of its money comes back
 * @param coupons what its coupons get back
 */
record ToldRefund(String reference, String refundOrder, String order, RefundCause cause, Money cash,
		Map<UUID, Money> coupons, Subject subject) {

	/** All that coupons get back. */
	Money couponTotal() {
		return this.coupons.values().stream().reduce(Money.zero(), Money::plus);
	}

	Money total() {
		return this.cash.plus(couponTotal());
	}

	boolean isBySameOrder(ToldRefund other) {
		return this.refundOrder.equalsIgnoreCase(other.refundOrder);
	}

	/**
	 * What was given up.
	 *
	 * @param resourceType code
	 * @param resourceTypeName as the vendor words it
	 */
	record Subject(String serviceType, @Nullable String serviceTypeName, @Nullable String resourceType,
			@Nullable String resourceTypeName, @Nullable String region) {
	}

}
