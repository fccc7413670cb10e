package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderLine;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.payonbehalf.ProviderPayments.Standing;
import io.partnerhub.billing.provider.Instruction;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a payment through a third party that commit by themselves: its beginning,
 * and what the provider says (ORD-22). It takes no coupons. What was paid too late for
 * its order goes back the way it came.
 */
@Component
@Transactional
class ProviderPaymentSteps {

	private final OpenOrders open;

	private final Orders orders;

	private final RequestStore requests;

	private final PaymentStore store;

	private final OrderSettlements settlements;

	private final Purses purses;

	private final Providers providers;

	private final Proofs proofs;

	private final Clock clock;

	ProviderPaymentSteps(OpenOrders open, Orders orders, RequestStore requests, PaymentStore store,
			OrderSettlements settlements, Purses purses, Providers providers, Proofs proofs, Clock clock) {
		this.open = open;
		this.orders = orders;
		this.requests = requests;
		this.store = store;
		this.settlements = settlements;
		this.purses = purses;
		this.providers = providers;
		this.proofs = proofs;
		this.clock = clock;
	}

	/**
	 * The payment and the instruction to the provider are written down together. A repeat
	 * that waited for the first finds what became of it.
	 */
	Payment begin(PayWish wish, String channel) {
		PayRules.requirePaying(wish.caller());
		Optional<Payment> before = this.store.findRepeated(wish.key());
		if (before.isPresent()) {
			return before.get();
		}
		OpenOrders.Held held = this.open.hold(wish.caller(), wish.number());
		Optional<Payment> meanwhile = this.store.findRepeated(wish.key());
		return meanwhile.isPresent() ? meanwhile.get() : begin(wish, held, channel);
	}

	private Payment begin(PayWish wish, OpenOrders.Held held, String channel) {
		Order order = held.order();
		this.settlements.requirePayable(held, Paid.By.PARTNER);
		Payment payment = payment(wish, order, channel);
		PayRules.requireExpected(wish.expected(), payment.payable());
		this.providers.requireChannel(channel, this.orders.lines(order).stream().anyMatch(OrderLine::marketplace));
		if (this.store.findUnfinished(order.id()).isPresent()) {
			throw Problem.conflict("ORDER_PAYMENT_RUNNING", "Another payment of the order is under way.");
		}
		this.proofs.whenSwitchedOn(wish.caller(), CriticalOperation.PAY_ON_BEHALF, wish.proof());
		this.store.insert(payment, wish.key());
		this.providers.collect(payment.id(), payment.realm(), channel, payment.payable(), order.facts().payBefore());
		return payment;
	}

	@Transactional(readOnly = true)
	Optional<Payment> find(Caller caller, String number, UUID id) {
		PayRules.requirePaying(caller);
		return this.orders.find(number)
			.filter((order) -> OpenOrders.isSeen(caller, order))
			.flatMap((order) -> this.store.find(id).filter((payment) -> payment.orderId().equals(order.id())));
	}

	/** What came in vain goes back; what paid the order may come back as its refund. */
	@Transactional(readOnly = true)
	Standing standing(UUID id) {
		Payment payment = this.store.find(id).orElseThrow();
		Instruction givenBack = (payment.state() == Payment.State.SETTLED) ? null
				: this.providers.findGivenBack(id).orElse(null);
		return new Standing(payment, this.providers.find(id).orElseThrow(), givenBack);
	}

	/** The provider's final answer, once. */
	void heard(Instruction instruction) {
		Payment begun = this.store.find(instruction.id()).orElse(null);
		if (begun == null) {
			return;
		}
		OpenOrders.Held held = this.open.hold(begun.orderId(), begun.customerId());
		Payment payment = this.store.lock(begun.id()).orElseThrow();
		Instant now = this.clock.instant();
		if (instruction.state() == Instruction.State.FAILED) {
			this.store.change(payment.id(), Payment.State.OPEN, Payment.State.FAILED, "PROVIDER_REFUSED", now);
		}
		else if (payment.state() == Payment.State.OPEN && isPayable(held.order(), now)) {
			this.store.change(payment.id(), Payment.State.OPEN, Payment.State.SETTLED, null, now);
			this.settlements.settle(held, payment, Money.zero());
		}
		else {
			this.store.change(payment.id(), Payment.State.OPEN, Payment.State.FAILED, "PAID_TOO_LATE", now);
			this.providers.giveBack(Ids.next(), payment.id(), instruction.amount());
		}
	}

	/**
	 * What was paid too late, and the provider does not take back, is in the partner's
	 * cash.
	 */
	void heardOfGivingBack(Instruction instruction) {
		if (instruction.state() == Instruction.State.FAILED) {
			this.store.find(Objects.requireNonNull(instruction.paymentId()))
				.filter((payment) -> payment.state() != Payment.State.SETTLED)
				.ifPresent((payment) -> this.purses.giveBack(payment.realm(), instruction.id(), instruction.amount()));
		}
	}

	private static boolean isPayable(Order order, Instant now) {
		try {
			PayRules.requirePending(order, now);
			PayRules.requireProvidable(order, now);
			return true;
		}
		catch (Problem late) {
			return false;
		}
	}

	private Payment payment(PayWish wish, Order order, String channel) {
		OrderDiscount discount = PayRules.discount(this.orders.discounts(order), wish.discountId());
		Money payable = order.facts().amount().minus(PayRules.off(discount));
		if (!payable.isPositive()) {
			throw Problem.conflict("PAYMENT_METHOD_NOT_OFFERED", "There is nothing to pay through a third party.");
		}
		return new Payment(Ids.next(), order.realm(), order.id(), order.customerId(),
				this.requests.findOpen(order.id()).map(PayRequest::id).orElseThrow(), Paid.By.PARTNER, Paid.With.ONLINE,
				channel, Payment.State.OPEN, payable, (discount != null) ? discount.id() : null, List.of(), null, null,
				wish.caller().subject(), this.clock.instant());
	}

}
