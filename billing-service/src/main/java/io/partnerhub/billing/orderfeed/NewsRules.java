package io.partnerhub.billing.orderfeed;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderFacts;
import io.partnerhub.billing.order.OrderStatus;

/**
 * What news change of an order that is known. What was paid stays as it was paid, and
 * what was cancelled here stays so, unless the vendor took money for it.
 */
final class NewsRules {

	private NewsRules() {
	}

	/** Whether its amount is settled: news tell only how far it is provided. */
	static boolean isSettled(Order order) {
		return order.paid() != null;
	}

	/** Paid, but by whom is not known: neither here nor told. */
	static boolean lacksPayment(OrderNews news) {
		return news.payment() == null && news.status().isPaid() && news.facts().amount().isPositive();
	}

	/** The vendor took money for what is paid here already (I-24). */
	static boolean isPaidTwice(Order order, OrderNews news) {
		return news.payment() != null && order.paid() != null && order.paid().isHere();
	}

	/** Whether it is provided though nothing was to be paid. */
	static boolean isFree(Order next, OrderNews news) {
		return next.status().isPaid() && news.payment() == null;
	}

	static Order next(Order order, OrderNews news) {
		return with(order, isSettled(order) ? order.facts() : news.facts(), status(order, news), news.version());
	}

	static Order nextPart(Order part, OrderNews news, Order whole) {
		OrderFacts facts = news.parts()
			.stream()
			.filter((each) -> each.number().equals(part.number()) && !isSettled(whole))
			.map(OrderNews.Part::facts)
			.findAny()
			.orElse(part.facts());
		return with(part, facts, whole.status(), news.version());
	}

	static Order part(UUID id, OrderNews.Part part, Order whole) {
		return new Order(id, whole.realm(), part.number(), whole.id(), whole.customerId(), whole.epoch(), part.facts(),
				whole.status(), whole.version(), whole.cancelledBy(), null, null);
	}

	static Set<String> numbers(OrderNews news) {
		return news.parts().stream().map(OrderNews.Part::number).collect(Collectors.toSet());
	}

	/**
	 * A cancellation is left to what follows from it; an unpaid order is not opened again
	 * by late news.
	 */
	private static OrderStatus status(Order order, OrderNews news) {
		boolean paidNow = news.status().isPaid();
		if (isSettled(order) || order.status() == OrderStatus.CANCELLED) {
			return paidNow ? news.status() : order.status();
		}
		return (news.status() == OrderStatus.CANCELLED) ? order.status() : news.status();
	}

	private static Order with(Order order, OrderFacts facts, OrderStatus status, long version) {
		return new Order(order.id(), order.realm(), order.number(), order.combinedId(), order.customerId(),
				order.epoch(), facts, status, version, (status == OrderStatus.CANCELLED) ? order.cancelledBy() : null,
				order.requestId(), order.paid());
	}

}
