package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels orders that were not paid in time; what they kept of coupons is free (ORD-13).
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

	/** What is left over is found in the next window. */
	@Transactional
	public void sweep() {
		Instant now = this.clock.instant();
		List<Order> due = this.orders.due(now, this.settings.perRun());
		due.stream().sorted(Comparator.comparing((order) -> order.customerId().toString())).forEach((order) -> {
			Order held = this.open.hold(order.id(), order.customerId()).order();
			if (held.isPending() && !now.isBefore(held.facts().payBefore())) {
				this.ends.cancelled(held, Canceller.TIMEOUT, "timeout");
			}
		});
	}

}
