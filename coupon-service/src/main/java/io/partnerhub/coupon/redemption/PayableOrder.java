package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid, as far as it decides which coupons fit (USE-03).
 *
 * @param region where it is delivered, absent if nowhere
 * @param discount what has lowered its prices already; absent for list prices
 * @param firstOrder whether it is the customer's first
 * @param clearsArrears whether it pays what the customer owes (USE-06)
 */
record PayableOrder(String id, UUID customerId, OrderType type, BillingMode billingMode, @Nullable String region,
		List<Line> lines, @Nullable Discount discount, boolean firstOrder, boolean clearsArrears) {

	Money payable() {
		return this.lines.stream().map(Line::payable).reduce(Money.zero(), Money::plus);
	}

	/**
	 * One product of the order.
	 *
	 * @param strictlySelected whether the vendor counts it as strictly selected (严选)
	 * @param marketplace whether somebody else sells it on the vendor's marketplace
	 * @param payable after discounts, before coupons
	 */
	record Line(String serviceType, String productId, boolean strictlySelected, boolean marketplace, Money payable) {
	}

	/** What lowered the prices of an order. */
	enum Discount {

		COUPON, PARTNER, COMMERCIAL, PROMOTION

	}

}
