package io.partnerhub.billing.payonbehalf;

import java.time.Clock;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;

/** What coupons an unpaid order can be paid with (USE-01). */
@Service
class OfferedCoupons {

	private final Orders orders;

	private final CouponDesk coupons;

	private final Clock clock;

	OfferedCoupons(Orders orders, CouponDesk coupons, Clock clock) {
		this.orders = orders;
		this.coupons = coupons;
		this.clock = clock;
	}

	/** No transaction is open while coupon-service is asked. */
	CouponQuestions.Offer of(Caller caller, String number) {
		Order order = this.orders.find(number)
			.filter((found) -> OpenOrders.isSeen(caller, found))
			.orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND", "order"));
		PayRules.requireWhole(order);
		PayRules.requirePending(order, this.clock.instant());
		return this.coupons.offer(new PayableOrder(order, this.orders.lines(order),
				PayRules.discount(this.orders.discounts(order), null), this.orders.isFirst(order)));
	}

}
