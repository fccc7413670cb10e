package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.billing.attribution.Attribution;
import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.OrderType;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.payonbehalf.OrderEnds;
import io.partnerhub.billing.payonbehalf.VendorPayment;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Learns orders from the vendor. A new order belongs to the partner who had its customer
 * when it was placed, however late it is told, and to nobody else: what was placed while
 * nobody had him is refused. News that are not newer than what is known change nothing.
 */
@Service
class OrderFeed {

	private final KnownCustomers customers;

	private final Orders orders;

	private final OrderEnds ends;

	private final Attributions attributions;

	OrderFeed(KnownCustomers customers, Orders orders, OrderEnds ends, Attributions attributions) {
		this.customers = customers;
		this.orders = orders;
		this.ends = ends;
		this.attributions = attributions;
	}

	/** What became of each, in their order. */
	@Transactional
	List<Result> learn(List<OrderNews> news) {
		Map<UUID, KnownCustomer> customers = this.customers
			.holdAll(news.stream().map(OrderNews::customerId).collect(Collectors.toSet()), true);
		return news.stream().map((each) -> learn(each, customers.get(each.customerId()))).toList();
	}

	private Result learn(OrderNews news, @Nullable KnownCustomer customer) {
		if (customer == null) {
			return Result.CUSTOMER_UNKNOWN;
		}
		return this.orders.find(news.number())
			.map((known) -> update(this.orders.lock(known.id()).orElseThrow(), news, customer))
			.orElseGet(() -> insert(news, customer));
	}

	private Result insert(OrderNews news, KnownCustomer customer) {
		Optional<Attribution> holder = this.attributions.holder(news.customerId(), news.facts().createdAt());
		if (holder.isEmpty()) {
			return Result.CUSTOMER_UNKNOWN;
		}
		if (NewsRules.lacksPayment(news)) {
			return Result.PAYMENT_MISSING;
		}
		if (unsubscribesInvoiced(news)) {
			return Result.SPECIAL_VAT_INVOICED;
		}
		Order order = order(news, holder.get());
		boolean partKnown = news.parts().stream().anyMatch((part) -> this.orders.find(part.number()).isPresent());
		if (partKnown || !this.orders.insert(order)) {
			return Result.NUMBER_TAKEN;
		}
		this.orders.setSpecialVatInvoice(order, news.specialVatInvoice());
		this.orders.insertLines(order, news.lines(), news.discounts());
		news.parts().forEach((part) -> insert(part, order));
		if (news.payment() != null) {
			this.ends.paidAtVendor(order, news.status(), news.payment(), model(order, news.payment(), customer));
		}
		return Result.APPLIED;
	}

	/** ORD-15: what the customer has a special VAT invoice of is not unsubscribed. */
	private boolean unsubscribesInvoiced(OrderNews news) {
		return news.facts().type() == OrderType.UNSUBSCRIPTION && Optional.ofNullable(news.facts().baseOrder())
			.flatMap(this.orders::find)
			.filter((base) -> !this.orders.isUnsubscribable(base))
			.isPresent();
	}

	/** The customer's model with the order's partner when he paid, or ordered (8.6). */
	private AssociationType model(Order order, VendorPayment payment, KnownCustomer customer) {
		return Stream.of(payment.at(), order.facts().createdAt())
			.flatMap((at) -> this.attributions.holder(order.customerId(), at).stream())
			.filter((then) -> then.realm().equals(order.realm()))
			.findFirst()
			.map(Attribution::associationType)
			.orElse(customer.associationType());
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
		if (NewsRules.isPaidTwice(order, news)) {
			return Result.PAID_TWICE;
		}
		if (!NewsRules.isSettled(order) && NewsRules.lacksPayment(news)) {
			return Result.PAYMENT_MISSING;
		}
		if (order.facts().type() != OrderType.UNSUBSCRIPTION && unsubscribesInvoiced(news)) {
			return Result.SPECIAL_VAT_INVOICED;
		}
		List<Order> parts = this.orders.parts(order);
		if (!numbers(parts).equals(NewsRules.numbers(news))) {
			return Result.SUB_ORDERS_DIFFER;
		}
		Order next = NewsRules.next(order, news);
		this.orders.update(next);
		this.orders.setSpecialVatInvoice(next, news.specialVatInvoice());
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
			this.ends.paidAtVendor(next, news.status(), news.payment(), model(next, news.payment(), customer));
		}
		else if (NewsRules.isFree(next, news)) {
			this.ends.free(next);
		}
		else if (news.status() == OrderStatus.CANCELLED && before.status() != OrderStatus.CANCELLED) {
			this.ends.cancelled(next, Canceller.VENDOR, "vendor");
		}
		else if (news.facts().failure() != null && next.isPending()) {
			this.ends.failed(next, news.facts().failure());
		}
		else {
			this.ends.changed(next);
		}
	}

	private static Order order(OrderNews news, Attribution holder) {
		Canceller canceller = (news.status() == OrderStatus.CANCELLED) ? Canceller.VENDOR : null;
		return new Order(Ids.next(), holder.realm(), news.number(), null, news.customerId(), holder.epoch(),
				news.facts(), news.status(), news.version(), canceller, null, null);
	}

	private static Set<String> numbers(List<Order> orders) {
		return orders.stream().map(Order::number).collect(Collectors.toSet());
	}

	/** What became of one order. */
	enum Result {

		APPLIED, STALE, CUSTOMER_UNKNOWN, NUMBER_TAKEN, SUB_ORDERS_DIFFER, PAYMENT_MISSING, PAID_TWICE,
		SPECIAL_VAT_INVOICED

	}

}
