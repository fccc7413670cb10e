package io.partnerhub.billing.refund;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.OrderType;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * What refunds have to do with the unsubscription they come from: how much it gives back
 * in all (ORD-16), and whether the order could be unsubscribed (ORD-15).
 */
@Component
class Unsubscriptions {

	private final RefundStore store;

	private final Orders orders;

	Unsubscriptions(RefundStore store, Orders orders) {
		this.store = store;
		this.orders = orders;
	}

	/**
	 * All that is unsubscribed of an order, by however many refunds and unsubscriptions,
	 * those told together too: parts are not judged apart.
	 * @param paid the order that was paid, whole
	 * @param orders what each of those told together is of
	 */
	Money total(ToldRefund one, UUID paid, Map<ToldRefund, Order> orders) {
		Map<String, Money> together = orders.entrySet()
			.stream()
			.filter((each) -> each.getKey().cause().isUnsubscription())
			.filter((each) -> each.getValue().wholeId().equals(paid) || each.getKey().isBySameOrder(one))
			.map(Map.Entry::getKey)
			.collect(Collectors.toMap(ToldRefund::reference, ToldRefund::total, (first, _) -> first));
		return together.values()
			.stream()
			.reduce(this.store.unsubscribed(paid, one.refundOrder(), together.keySet()), Money::plus);
	}

	/**
	 * Not what the customer has a special VAT invoice of, unless it was unsubscribed
	 * before he had it. A change, or an order that was never provided, is no
	 * unsubscription.
	 * @param paid the order that was paid, whole
	 */
	void requireAllowed(ToldRefund told, Order paid) {
		if (told.cause().isUnsubscription() && !this.orders.isUnsubscribable(paid) && !isAccepted(told, paid)) {
			throw Problem.conflict("SPECIAL_VAT_INVOICED",
					"The customer has a special VAT invoice of the order; it cannot be unsubscribed.");
		}
	}

	/** The order that unsubscribes it is known: it was refused otherwise. */
	private boolean isAccepted(ToldRefund told, Order paid) {
		return this.orders.find(told.refundOrder())
			.filter((order) -> order.facts().type() == OrderType.UNSUBSCRIPTION)
			.filter((order) -> order.status() != OrderStatus.CANCELLED)
			.map((order) -> order.facts().baseOrder())
			.filter((base) -> base.equalsIgnoreCase(told.order()) || base.equalsIgnoreCase(paid.number()))
			.isPresent();
	}

}
