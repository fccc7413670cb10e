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

	/** Only what would be taken now, but for what balances and coupons cover. */
	static List<OrderAction> of(Caller caller, Listed listed, Instant now) {
		Order order = listed.order();
		if (!order.isPending() || order.isPart() || !now.isBefore(order.facts().payBefore())) {
			return List.of();
		}
		boolean asked = listed.request() != null && listed.request().state() == RequestState.PENDING;
		boolean provided = order.facts().failureAt(now) == null;
		boolean paidFor = provided && listed.buyer().paidFor() && order.facts().type().isPayableOnBehalf();
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return ofCustomer(provided && listed.buyer().buys(), paidFor && !asked);
		}
		return (asked && isPayer(caller, order)) ? ofPartner(paidFor && listed.buyer().buys()) : List.of();
	}

	private static List<OrderAction> ofCustomer(boolean pays, boolean asks) {
		List<OrderAction> actions = new ArrayList<>();
		if (pays) {
			actions.add(PAY);
		}
		actions.add(CANCEL);
		if (asks) {
			actions.add(REQUEST_PAYMENT);
		}
		return actions;
	}

	private static boolean isPayer(Caller caller, Order order) {
		return caller.may(Permission.PAY_ORDERS) && caller.scope() == DataScope.ALL
				&& order.realm().ownerPartnerId().equals(caller.ownerPartnerId());
	}

	private static List<OrderAction> ofPartner(boolean pays) {
		return pays ? List.of(PAY, REJECT) : List.of(REJECT);
	}

}
