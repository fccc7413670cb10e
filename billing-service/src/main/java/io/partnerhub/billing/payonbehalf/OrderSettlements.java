package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.order.RequestState;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An order is paid: money, order, request and what is announced change in one transaction
 * (ORD-19). The caller holds the order and its customer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderSettlements {

	private final Orders orders;

	private final RequestStore requests;

	private final PaymentStore payments;

	private final Purses purses;

	private final KnownPartners partners;

	private final Outbox outbox;

	private final Clock clock;

	OrderSettlements(Orders orders, RequestStore requests, PaymentStore payments, Purses purses, KnownPartners partners,
			Outbox outbox, Clock clock) {
		this.orders = orders;
		this.requests = requests;
		this.payments = payments;
		this.purses = purses;
		this.partners = partners;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Refuses what cannot be paid now by that payer. */
	void requirePayable(OpenOrders.Held held, Paid.By payer) {
		Instant now = this.clock.instant();
		Order order = held.order();
		PayRules.requirePending(order, now);
		if (payer == Paid.By.PARTNER) {
			PayRules.requireAskable(order, held.customer(), this.partners.get(order.realm().ownerPartnerId()).type());
			if (this.requests.findOpen(order.id()).isEmpty()) {
				throw Problem.conflict("PAY_ON_BEHALF_NOT_ALLOWED", "The customer has no open request for this order.");
			}
		}
		PayRules.requireProvidable(order, now);
		PayRules.requireBuying(held.customer(), this.partners.isRestricted(held.customer().realm()));
	}

	/** What the coupons do not pay comes from the payer's accounts. */
	void settle(OpenOrders.Held held, Payment payment, Money coupons) {
		Order order = held.order();
		Money discount = order.facts().amount().minus(payment.payable());
		if (payment.coupons().isEmpty()) {
			this.payments.giveUp(order.id(), EnumSet.allOf(Paid.By.class), "ORDER_NOT_PENDING", this.clock.instant());
		}
		Purses.Taken taken = this.purses.take(held, payment, payment.payable().minus(coupons));
		Instant now = this.clock.instant();
		Paid paid = new Paid(payment.id(), now, payment.payer(), payment.method(), payment.provider(),
				id(taken.account()), payment.payable().minus(coupons), taken.credit(), coupons, discount,
				held.customer().associationType(), payment.reservationId());
		this.orders.pay(order, OrderStatus.PROCESSING, paid, payment.discountId());
		Optional<PayRequest> request = this.requests.findOpen(order.id());
		boolean byPartner = payment.payer() == Paid.By.PARTNER;
		RequestState state = byPartner ? RequestState.PAID : RequestState.SELF_PAID;
		request
			.ifPresent((open) -> this.requests.decide(open.id(), new Decision(state, payment.operator(), null, now)));
		if (byPartner) {
			this.outbox.announce(
					new OrderPaidOnBehalf(order.realm().partnerId(), order.realm().ownerPartnerId(), order.customerId(),
							order.number(), request.orElseThrow().id(), paid.cash().amount(), coupons.amount(), now));
		}
	}

	private static @Nullable UUID id(@Nullable Account account) {
		return (account != null) ? account.id() : null;
	}

}
