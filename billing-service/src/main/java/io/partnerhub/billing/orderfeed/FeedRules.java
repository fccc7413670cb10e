package io.partnerhub.billing.orderfeed;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderFacts;
import io.partnerhub.billing.order.OrderLine;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** What makes sense of an order by itself: amounts that add up, and names that exist. */
final class FeedRules {

	private FeedRules() {
	}

	/**
	 * The first thing that makes no sense of it, or nothing.
	 * @param latest orders cannot be placed after that
	 */
	static @Nullable Fault fault(OrderNews news, Instant latest) {
		OrderFacts facts = news.facts();
		if (facts.createdAt().isAfter(latest)) {
			return new Fault("createTime", "must not lie in the future");
		}
		if (!facts.payBefore().isAfter(facts.createdAt())) {
			return new Fault("pendingPaymentEndTime", "must be after createTime");
		}
		Fault amount = ofAmounts(news, facts, "");
		if (amount != null) {
			return amount;
		}
		Fault payment = ofPayment(news);
		Fault lines = (payment == null) ? ofLines(news) : payment;
		return (lines == null) ? ofDiscounts(news) : lines;
	}

	/** Of the order, or of one of its parts. */
	private static @Nullable Fault ofAmounts(OrderNews news, OrderFacts facts, String prefix) {
		boolean pending = news.status() == OrderStatus.PENDING_PAYMENT;
		if (facts.amount().minor() < 0 && (!facts.type().mayGiveBack() || pending)) {
			return new Fault(prefix + "amountAfterDiscount", "must not be less than 0.00 for such an order");
		}
		return (facts.official().minor() < 0 && !facts.type().mayGiveBack())
				? new Fault(prefix + "officialAmount", "must not be less than 0.00 for such an order") : null;
	}

	private static @Nullable Fault ofPayment(OrderNews news) {
		if (news.payment() == null) {
			return null;
		}
		if (!news.status().isPaid()) {
			return new Fault("payment", "is not allowed for an order that is not paid");
		}
		Money sum = news.payment().cash().plus(news.payment().coupons());
		boolean negative = news.payment().cash().minor() < 0 || news.payment().coupons().minor() < 0;
		return (negative || !sum.equals(news.facts().amount()))
				? new Fault("payment", "must add up to amountAfterDiscount") : null;
	}

	private static @Nullable Fault ofLines(OrderNews news) {
		Set<String> numbers = new HashSet<>();
		Set<String> parts = news.parts().stream().map(OrderNews.Part::number).collect(Collectors.toSet());
		for (OrderLine line : news.lines()) {
			if (!numbers.add(line.number())) {
				return new Fault("lines", "must have different ids");
			}
			if ((line.subOrder() == null) != parts.isEmpty()
					|| (line.subOrder() != null && !parts.contains(line.subOrder()))) {
				return new Fault("lines", "must name one of the subOrders, if there are any");
			}
		}
		if (!sum(news.lines().stream().map(OrderLine::amount).toList()).equals(news.facts().amount())) {
			return new Fault("lines", "must add up to amountAfterDiscount");
		}
		return ofParts(news, parts);
	}

	private static @Nullable Fault ofParts(OrderNews news, Set<String> parts) {
		Set<String> numbers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		numbers.add(news.number());
		if (!news.parts().stream().map(OrderNews.Part::number).allMatch(numbers::add)) {
			return new Fault("subOrders", "must have different ids, whatever their case");
		}
		for (int i = 0; i < news.parts().size(); i++) {
			Fault amount = ofAmounts(news, news.parts().get(i).facts(), "subOrders/" + i + "/");
			if (amount != null) {
				return amount;
			}
		}
		boolean adds = sum(news.parts().stream().map((part) -> part.facts().amount()).toList())
			.equals(news.facts().amount());
		return (adds || parts.isEmpty()) ? null : new Fault("subOrders", "must add up to amountAfterDiscount");
	}

	private static @Nullable Fault ofDiscounts(OrderNews news) {
		Map<String, Money> amounts = new HashMap<>();
		news.lines().forEach((line) -> amounts.put(line.number(), line.amount()));
		Set<String> ids = new HashSet<>();
		for (OrderDiscount discount : news.discounts()) {
			if (!ids.add(discount.id())) {
				return new Fault("discounts", "must have different ids");
			}
			if (!OrderDiscount.TYPES.contains(discount.type())) {
				return new Fault("discounts", "must have a type that exists");
			}
			for (Map.Entry<String, Money> line : discount.lines().entrySet()) {
				Money amount = amounts.get(line.getKey());
				if (amount == null || line.getValue().minor() < 0
						|| (!discount.isFixed() && line.getValue().compareTo(amount) > 0)) {
					return new Fault("discounts", "must take off lines of the order, not more than they cost");
				}
			}
		}
		return null;
	}

	private static Money sum(Collection<Money> amounts) {
		return amounts.stream().reduce(Money.zero(), Money::plus);
	}

	/** What is wrong with which field. */
	record Fault(String field, String detail) {
	}

}
