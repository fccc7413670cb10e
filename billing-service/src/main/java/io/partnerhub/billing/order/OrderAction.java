package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;

/**
 * What can be done with an unpaid order: by the partner who was asked (ORD-07, ORD-11),
 * or by the customer himself (ORD-10).
 */
enum OrderAction {

	PAY, REJECT, REQUEST_PAYMENT, CANCEL;

	static List<OrderAction> of(Caller caller, Listed listed, Instant now) {
		Order order = listed.order();
		if (!order.isPending() || order.isPart() || !now.isBefore(order.facts().payBefore())) {
			return List.of();
		}
		boolean asked = listed.request() != null && listed.request().state() == RequestState.PENDING;
		List<OrderAction> actions = caller.is(Caller.Kind.CUSTOMER) ? ofCustomer(order, asked)
				: ofPartner(caller, order, asked);
		return listed.buying() ? actions : actions.stream().filter((action) -> action != PAY).toList();
	}

	private static List<OrderAction> ofCustomer(Order order, boolean asked) {
		List<OrderAction> actions = new ArrayList<>(List.of(PAY, CANCEL));
		if (!asked && order.facts().type().isPayableOnBehalf()) {
			actions.add(REQUEST_PAYMENT);
		}
		return actions;
	}

	private static List<OrderAction> ofPartner(Caller caller, Order order, boolean asked) {
		boolean mayPay = caller.may(Permission.PAY_ORDERS) && caller.scope() == DataScope.ALL;
		boolean own = order.realm().ownerPartnerId().equals(caller.ownerPartnerId());
		return (asked && mayPay && own) ? List.of(PAY, REJECT) : List.of();
	}

}
