package io.partnerhub.billing.payonbehalf;

import java.util.List;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderLine;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid of an order.
 *
 * @param discount the one that counts: fixed and in the prices, or chosen for this
 * payment
 * @param first whether the customer has paid no other order (USE-03)
 */
record PayableOrder(Order order, List<OrderLine> lines, @Nullable OrderDiscount discount, boolean first) {

	Money payable(OrderLine line) {
		return (this.discount == null || this.discount.isFixed()) ? line.amount()
				: line.amount().minus(this.discount.off(line.number()));
	}

}
