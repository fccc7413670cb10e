package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a payment that commit by themselves, before and after the coupons are
 * spoken of: its beginning, that the money moved, and its end (ORD-19, I-24).
 */
@Component
@Transactional
class PaymentSteps {

	private final OpenOrders open;

	private final Orders orders;

	private final RequestStore requests;

	private final PaymentStore store;

	private final OrderSettlements settlements;

	private final Proofs proofs;

	private final Clock clock;

	PaymentSteps(OpenOrders open, Orders orders, RequestStore requests, PaymentStore store,
			OrderSettlements settlements, Proofs proofs, Clock clock) {
		this.open = open;
		this.orders = orders;
		this.requests = requests;
		this.store = store;
		this.settlements = settlements;
		this.proofs = proofs;
		this.clock = clock;
	}

	/**
	 * Without coupons this is the whole payment; else it is open now, or still is. A
	 * repeat that waited for the first finds what became of it.
	 */
	Payment begin(PayWish wish) {
		if (wish.byPartner()) {
			PayRules.requirePaying(wish.caller());
		}
		Optional<Payment> before = this.store.findRepeated(wish.key());
		if (before.isPresent()) {
			return before.get();
		}
		OpenOrders.Held held = this.open.hold(wish.caller(), wish.number());
		Optional<Payment> meanwhile = this.store.findRepeated(wish.key());
		return meanwhile.isPresent() ? meanwhile.get() : begin(wish, held);
	}

	private Payment begin(PayWish wish, OpenOrders.Held held) {
		this.settlements.requirePayable(held, wish.payer());
		Payment payment = payment(wish, held.order());
		PayRules.requireExpected(wish.expected(), payment.payable());
		requireNoOther(wish, held.order());
		if (wish.coupons().isEmpty()) {
			prove(wish, wish.proof());
			this.store.insert(payment, wish.key());
			this.settlements.settle(held, payment, Money.zero());
			return payment;
		}
		if (wish.proof() == null) {
			prove(wish, null);
		}
		this.store.insert(payment, wish.key());
		return payment;
	}

	/**
	 * One payment with coupons at a time. A partner who was sent to a third party does
	 * not pay from his balance, too; without coupons, the customer may at any time
	 * (ORD-10).
	 */
	private void requireNoOther(PayWish wish, Order order) {
		boolean running = this.store.findUnfinished(order.id())
			.filter((other) -> !wish.coupons().isEmpty()
					|| (wish.byPartner() && other.method() == Paid.With.ONLINE && other.state() == Payment.State.OPEN))
			.isPresent();
		if (running) {
			throw Problem.conflict("ORDER_PAYMENT_RUNNING", "Another payment of the order is under way.");
		}
	}

	/** What the coupons are asked to pay a part of. */
	@Transactional(readOnly = true)
	PayableOrder payable(Payment payment) {
		Order order = this.orders.find(payment.orderId()).orElseThrow();
		OrderDiscount discount = PayRules.named(this.orders.discounts(order), payment.discountId());
		return new PayableOrder(order, this.orders.lines(order), discount, this.orders.isFirst(order));
	}

	/** False if somebody gave it up meanwhile, and may not know of the reservation. */
	boolean keepReservation(UUID id, CouponQuestions.Reservation kept) {
		return this.store.keepReservation(id, kept.id(), kept.cashCoupons(), this.clock.instant());
	}

	/** The money moves; once it has, repeating changes nothing. */
	void settle(Payment begun, PayWish wish, Money coupons) {
		OpenOrders.Held held = this.open.hold(begun.orderId(), begun.customerId());
		Payment payment = this.store.lock(begun.id()).orElseThrow();
		if (payment.state() == Payment.State.PAID || payment.state() == Payment.State.SETTLED) {
			return;
		}
		this.settlements.requirePayable(held, payment.payer());
		if (payment.state() != Payment.State.OPEN) {
			throw PayRules.givenUp(payment);
		}
		PayRules.requireSamePrice(payment, held.order(), this.orders.discounts(held.order()));
		prove(wish, wish.proof());
		this.store.change(payment.id(), Payment.State.OPEN, Payment.State.PAID, null, this.clock.instant());
		this.settlements.settle(held, payment, coupons);
	}

	/** The coupons are used, too. */
	void finish(UUID id) {
		this.store.change(id, Payment.State.PAID, Payment.State.SETTLED, null, this.clock.instant());
	}

	/** False if it is not open any more. */
	boolean giveUp(UUID id, String failure) {
		return this.store.change(id, Payment.State.OPEN, Payment.State.RELEASING, failure, this.clock.instant());
	}

	/** The coupons are free again. */
	void released(UUID id) {
		this.store.change(id, Payment.State.RELEASING, Payment.State.FAILED, null, this.clock.instant());
	}

	@Transactional(readOnly = true)
	Payment get(UUID id) {
		return this.store.find(id).orElseThrow();
	}

	/** Takes some of those nothing happened to for a while; no one else does for long. */
	List<Payment> takeLost(Duration lostAfter, int limit) {
		Instant now = this.clock.instant();
		return this.store.takeLost(now.minus(lostAfter), now, limit);
	}

	private Payment payment(PayWish wish, Order order) {
		OrderDiscount discount = PayRules.discount(this.orders.discounts(order), wish.discountId());
		UUID request = wish.byPartner() ? this.requests.findOpen(order.id()).map(PayRequest::id).orElseThrow() : null;
		return new Payment(Ids.next(), order.realm(), order.id(), order.customerId(), request, wish.payer(),
				Paid.With.BALANCE, null, wish.coupons().isEmpty() ? Payment.State.SETTLED : Payment.State.OPEN,
				order.facts().amount().minus(PayRules.off(discount)), (discount != null) ? discount.id() : null,
				wish.coupons(), null, null, wish.caller().subject(), this.clock.instant());
	}

	/** a partner's people are asked for a code, if the partner wants that. */
	private void prove(PayWish wish, @Nullable String proof) {
		if (wish.byPartner()) {
			this.proofs.whenSwitchedOn(wish.caller(), CriticalOperation.PAY_ON_BEHALF, proof);
		}
	}

}
