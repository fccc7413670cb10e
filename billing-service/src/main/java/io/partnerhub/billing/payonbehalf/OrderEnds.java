package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderFailure;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.order.RequestState;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent;
import io.partnerhub.contracts.OrderEvent.OrderCancelled;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends the wait for a payment without one here: the order is cancelled, its time is
 * over, the vendor cannot provide it, or the customer paid at the vendor (8.4, ORD-12,
 * ORD-13). An open request follows, and a payment under way gives its coupons back. The
 * caller holds the order.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OrderEnds {

	private static final String NOT_PENDING = "ORDER_NOT_PENDING";

	private final Orders orders;

	private final RequestStore requests;

	private final PaymentStore payments;

	private final Outbox outbox;

	private final Clock clock;

	OrderEnds(Orders orders, RequestStore requests, PaymentStore payments, Outbox outbox, Clock clock) {
		this.orders = orders;
		this.requests = requests;
		this.payments = payments;
		this.outbox = outbox;
		this.clock = clock;
	}

	public void cancelled(Order order, Canceller canceller, String by) {
		close(order, (canceller == Canceller.TIMEOUT) ? RequestState.EXPIRED : RequestState.CANCELLED, by, null);
		this.orders.cancel(order, canceller);
		this.outbox.announce(new OrderCancelled(order.realm().partnerId(), order.realm().ownerPartnerId(),
				order.customerId(), order.number(), OrderEvent.Canceller.valueOf(canceller.name())));
	}

	/** The vendor cannot provide it; the request is over, the order may be paid again. */
	public void failed(Order order, OrderFailure failure) {
		close(order, RequestState.FAILED, "vendor", failure.name());
	}

	/** The customer paid at the vendor: no money moves here (ORD-10). */
	public void paidAtVendor(Order order, OrderStatus status, VendorPayment payment, AssociationType model) {
		close(order, RequestState.SELF_PAID, "vendor", null);
		Payment made = new Payment(Ids.next(), order.realm(), order.id(), order.customerId(), null, Paid.By.CUSTOMER,
				payment.method(), payment.provider(), Payment.State.SETTLED, order.facts().amount(), null, List.of(),
				null, null, "vendor", this.clock.instant());
		this.payments.insert(made, null);
		this.orders.pay(order, status, new Paid(made.id(), payment.at(), Paid.By.CUSTOMER, payment.method(),
				payment.provider(), null, payment.cash(), Money.zero(), payment.coupons(), Money.zero(), model, null),
				null);
	}

	/** It is provided though nothing was to be paid. */
	public void free(Order order) {
		close(order, RequestState.SELF_PAID, "vendor", null);
	}

	/**
	 * What is to be paid may be something else now: a payment under way gives its coupons
	 * back, for its payer saw another price.
	 */
	public void changed(Order order) {
		this.payments.giveUp(order.id(), EnumSet.allOf(Paid.By.class), PayRules.CHANGED, this.clock.instant());
	}

	/** The request alone ends, and with it a payment of the partner that is under way. */
	void rejected(Order order, PayRequest request, Decision decision) {
		this.payments.giveUp(order.id(), Set.of(Paid.By.PARTNER), "PAY_ON_BEHALF_REJECTED", decision.at());
		this.requests.decide(request.id(), decision);
	}

	private void close(Order order, RequestState state, String by, @Nullable String reason) {
		Instant now = this.clock.instant();
		this.payments.giveUp(order.id(), EnumSet.allOf(Paid.By.class), NOT_PENDING, now);
		this.requests.findOpen(order.id())
			.ifPresent((request) -> this.requests.decide(request.id(), new Decision(state, by, reason, now)));
	}

}
