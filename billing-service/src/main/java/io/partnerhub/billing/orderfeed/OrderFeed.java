package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.payonbehalf.OrderEnds;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Learns orders from the vendor. A new order belongs to the partner who has its customer
 * then; news that are not newer than what is known change nothing.
 */
@Service
class OrderFeed {

	private final KnownCustomers customers;

	private final Orders orders;

	private final OrderEnds ends;

	OrderFeed(KnownCustomers customers, Orders orders, OrderEnds ends) {
		this.customers = customers;
		this.orders = orders;
		this.ends = ends;
	}

	/** What became of each, in their order. */
	@Transactional
	List<Result> learn(List<OrderNews> news) {
		Map<UUID, KnownCustomer> customers = this.customers
			.holdAll(news.stream().map(OrderNews::customerId).collect(Collectors.toSet()), true);
		return news.stream().map((each) -> learn(each, customers.get(each.customerId()))).toList();
	}

	private Result learn(OrderNews news, @Nullable KnownCustomer customer) {
		Optional<Order> known = this.orders.find(news.number());
		if (customer == null || (known.isEmpty() && !customer.active())) {
			return Result.CUSTOMER_UNKNOWN;
		}
		return known.isEmpty() ? insert(news, customer)
				: update(this.orders.lock(known.get().id()).orElseThrow(), news, customer);
	}

	private Result insert(OrderNews news, KnownCustomer customer) {
		Order order = order(news, customer);
		boolean partKnown = news.parts().stream().anyMatch((part) -> this.orders.find(part.number()).isPresent());
		if (partKnown || !this.orders.insert(order)) {
			return Result.NUMBER_TAKEN;
		}
		this.orders.replaceLines(order, news.lines(), news.discounts());
		news.parts().forEach((part) -> insert(part, order));
		if (news.payment() != null) {
			this.ends.paidAtVendor(order, news.status(), news.payment(), customer);
		}
		return Result.APPLIED;
	}

	private void insert(OrderNews.Part part, Order whole) {
		if (!this.orders.insert(NewsRules.part(Ids.next(), part, whole))) {
			throw Problem.conflict("ORDER_NUMBER_TAKEN", "The number of a sub-order is that of another order.")
				.with("orderId", part.number());
		}
	}

	private Result update(Order order, OrderNews news, KnownCustomer customer) {
		if (order.isPart() || !order.customerId().equals(news.customerId())) {
			return Result.NUMBER_TAKEN;
		}
		if (news.version() <= order.version()) {
			return Result.STALE;
		}
		List<Order> parts = this.orders.parts(order);
		if (!numbers(parts).equals(NewsRules.numbers(news))) {
			return Result.SUB_ORDERS_DIFFER;
		}
		Order next = NewsRules.next(order, news);
		this.orders.update(next);
		parts.forEach((part) -> this.orders.update(NewsRules.nextPart(part, news, next)));
		if (!NewsRules.isSettled(order)) {
			this.orders.replaceLines(next, news.lines(), news.discounts());
			follow(order, next, news, customer);
		}
		return Result.APPLIED;
	}

	/** What the news mean for who was to pay. */
	private void follow(Order before, Order next, OrderNews news, KnownCustomer customer) {
		if (news.payment() != null) {
			this.ends.paidAtVendor(next, news.status(), news.payment(), customer);
		}
		else if (news.status() == OrderStatus.CANCELLED && before.status() != OrderStatus.CANCELLED) {
			this.ends.cancelled(next, Canceller.VENDOR, "vendor");
		}
		else if (news.facts().failure() != null && next.isPending()) {
			this.ends.failed(next, news.facts().failure());
		}
	}

	private static Order order(OrderNews news, KnownCustomer customer) {
		Canceller canceller = (news.status() == OrderStatus.CANCELLED) ? Canceller.VENDOR : null;
		return new Order(Ids.next(), customer.realm(), news.number(), null, news.customerId(), customer.epoch(),
				news.facts(), news.status(), news.version(), canceller, null, null);
	}

	private static Set<String> numbers(List<Order> orders) {
		return orders.stream().map(Order::number).collect(Collectors.toSet());
	}

	/** What became of one order. */
	enum Result {

		APPLIED, STALE, CUSTOMER_UNKNOWN, NUMBER_TAKEN, SUB_ORDERS_DIFFER

	}

}
