package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderFailure;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels orders that were not paid in time; what they kept of coupons is free (ORD-13).
 * A request is over, too, once its order should have taken effect: the customer orders
 * again (ORD-12).
 */
@Component
class OrderExpiry {

	private final Orders orders;

	private final OpenOrders open;

	private final OrderEnds ends;

	private final PaySettings settings;

	private final Clock clock;

	OrderExpiry(Orders orders, OpenOrders open, OrderEnds ends, PaySettings settings, Clock clock) {
		this.orders = orders;
		this.open = open;
		this.ends = ends;
		this.settings = settings;
		this.clock = clock;
	}

	@Bean
	static Job orderExpiryJob(OrderExpiry expiry, PaySettings settings) {
		return new Job("order-expiry", settings.expireEvery(), expiry::sweep);
	}

	@Bean
	static Job overdueRequestsJob(OrderExpiry expiry, PaySettings settings) {
		return new Job("overdue-payment-requests", settings.expireEvery(), expiry::fail);
	}

	/** What is left over is found in the next window. */
	@Transactional
	public void sweep() {
		Instant now = this.clock.instant();
		hold(this.orders.due(now, this.settings.perRun())).forEach((held) -> {
			if (held.isPending() && !now.isBefore(held.facts().payBefore())) {
				this.ends.cancelled(held, Canceller.TIMEOUT, "timeout");
			}
		});
	}

	@Transactional
	public void fail() {
		Instant now = this.clock.instant();
		hold(this.orders.overdue(now, this.settings.perRun())).forEach((held) -> {
			if (held.isPending() && held.facts().isOverdue(now)) {
				this.ends.failed(held, OrderFailure.EFFECTIVE_TIME_PASSED);
			}
		});
	}

	/** Customer by customer, each held before the next. */
	private Stream<Order> hold(List<Order> orders) {
		return orders.stream()
			.sorted(Comparator.comparing((order) -> order.customerId().toString()))
			.map((order) -> this.open.hold(order.id(), order.customerId()).order());
	}

}
