package io.partnerhub.billing.refund;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.provider.Hearing;
import io.partnerhub.billing.provider.Instruction;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.contracts.OrderEvent.OrderRefunded;
import io.partnerhub.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the money of a refund where the matrix of 8.6 says (ORD-20, I-25), in the
 * transaction that says so; what a provider brought goes back by the provider (ORD-22).
 * The customer's row and the order's are held.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundSettlements {

	private final RefundStore store;

	private final CouponReturnStore coupons;

	private final RefundMoney money;

	private final Providers providers;

	private final KnownCustomers customers;

	private final Orders orders;

	private final Outbox outbox;

	private final RefundSettings settings;

	private final WorkingDays workingDays;

	private final Clock clock;

	RefundSettlements(RefundStore store, CouponReturnStore coupons, RefundMoney money, Providers providers,
			KnownCustomers customers, Orders orders, Outbox outbox, RefundSettings settings, WorkingDays workingDays,
			Clock clock) {
		this.store = store;
		this.coupons = coupons;
		this.money = money;
		this.providers = providers;
		this.customers = customers;
		this.orders = orders;
		this.outbox = outbox;
		this.settings = settings;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	/** Settles it at once, or at the end of the month where partners settle so. */
	void begin(Refund refund, Order order) {
		this.coupons.start(refund.id(), this.clock.instant());
		if (this.settings.settlement() == Settlement.MONTH_END) {
			this.store.schedule(refund.id(), RefundRules.monthEnd(this.clock.instant(), this.settings.zone()));
		}
		else {
			settle(refund, order);
		}
	}

	void settle(Refund refund, Order order) {
		Paid paid = Objects.requireNonNull(order.paid());
		Destination destination = RefundRules.destination(this.settings.settlement(), paid.association(), paid.by(),
				paid.with(), standing(order, paid));
		boolean byProvider = destination == Destination.ORIGINAL_ROUTE && refund.cash().isPositive()
				&& this.providers.find(paid.paymentId()).isPresent();
		if (byProvider) {
			this.providers.giveBack(refund.id(), paid.paymentId(), refund.cash());
			this.store.send(refund.id(), Refund.State.AT_PROVIDER, destination, expectedBy(destination), null, null);
			return;
		}
		this.money.move(refund, order, paid, destination);
		finish(refund, order, destination, null);
	}

	/** The provider gave it back, or could not: then whoever paid gets it otherwise. */
	void heard(Instruction instruction) {
		Refund known = this.store.find(instruction.id()).orElse(null);
		if (known == null || known.state() != Refund.State.AT_PROVIDER) {
			return;
		}
		this.customers.holdAll(Set.of(known.customerId()), true);
		Order order = this.orders.lock(known.orderId()).orElseThrow();
		if (instruction.state() == Instruction.State.DONE) {
			finish(known, order, Destination.ORIGINAL_ROUTE, null);
			return;
		}
		Paid paid = Objects.requireNonNull(order.paid());
		Destination fallback = (paid.by() == Paid.By.PARTNER) ? Destination.PARTNER_ACCOUNT
				: Destination.CUSTOMER_ACCOUNT;
		this.money.move(known, order, paid, fallback);
		finish(known, order, fallback, instruction.reason());
	}

	@Bean
	static Hearing refundsGivenBack(RefundSettlements settlements) {
		return new Hearing(Instruction.Kind.REFUND, settlements::heard);
	}

	private void finish(Refund refund, Order order, Destination destination, @Nullable String reason) {
		Instant now = this.clock.instant();
		this.store.send(refund.id(), Refund.State.DONE, destination, expectedBy(destination), now, reason);
		this.outbox.announce(new OrderRefunded(order.realm().partnerId(), order.realm().ownerPartnerId(),
				order.customerId(), order.number(), refund.id(), destination.name(), refund.cash().amount(),
				refund.coupons().amount()));
	}

	private Standing standing(Order order, Paid paid) {
		Optional<KnownCustomer> latest = Optional
			.ofNullable(this.customers.holdAll(Set.of(order.customerId()), true).get(order.customerId()));
		return Standing.of(order.realm(), order.epoch(), paid.association(), latest);
	}

	private LocalDate expectedBy(Destination destination) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.settings.zone());
		return RefundRules.expectedBy(destination, today, this.settings, this.workingDays);
	}

}
