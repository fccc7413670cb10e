package io.partnerhub.billing.payonbehalf;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the order a caller means and keeps it to the present transaction: its customer's
 * row first, so that no link ends meanwhile, then its own.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenOrders {

	private final Orders orders;

	private final KnownCustomers customers;

	OpenOrders(Orders orders, KnownCustomers customers) {
		this.orders = orders;
		this.customers = customers;
	}

	/** One of the caller's: the customer's own, or the partner's. */
	Held hold(Caller caller, String number) {
		Order order = this.orders.find(number)
			.filter((found) -> isSeen(caller, found))
			.orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND", "order"));
		PayRules.requireWhole(order);
		return hold(order.id(), order.customerId());
	}

	Held hold(UUID order, UUID customer) {
		Map<UUID, KnownCustomer> customers = this.customers.holdAll(Set.of(customer), true);
		KnownCustomer known = Optional.ofNullable(customers.get(customer)).orElseThrow();
		return new Held(this.orders.lock(order).orElseThrow(), known);
	}

	/** Whether the caller may name it at all. */
	static boolean isSeen(Caller caller, Order order) {
		return caller.is(Caller.Kind.CUSTOMER) ? order.customerId().equals(caller.customer())
				: order.realm().equals(Realm.of(caller));
	}

	/** An order and its customer, both locked. */
	record Held(Order order, KnownCustomer customer) {
	}

}
