package io.partnerhub.billing.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds of paid orders by the vendor's feed, each once, together never more than was
 * paid (I-17, I-25). Holds the customer's row, then the order's; what one refund takes of
 * a payment no other can take.
 */
@Service
@Transactional
class Refunds {

	private static final String TOO_LATE = "NOT_APPROVED_IN_TIME";

	private final RefundStore store;

	private final CouponReturnStore coupons;

	private final Unsubscriptions unsubscriptions;

	private final Orders orders;

	private final KnownCustomers customers;

	private final RefundSettlements settlements;

	private final RefundSettings settings;

	private final Clock clock;

	Refunds(RefundStore store, CouponReturnStore coupons, Unsubscriptions unsubscriptions, Orders orders,
			KnownCustomers customers, RefundSettlements settlements, RefundSettings settings, Clock clock) {
		this.store = store;
		this.coupons = coupons;
		this.unsubscriptions = unsubscriptions;
		this.orders = orders;
		this.customers = customers;
		this.settlements = settlements;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Learns of refunds, each for itself; the same reference again changes nothing. All
	 * customers are held before the first is looked at.
	 */
	List<Outcome<Refund>> learn(List<ToldRefund> told) {
		Map<ToldRefund, Order> named = new LinkedHashMap<>();
		told.forEach((each) -> this.orders.find(each.order()).ifPresent((order) -> named.put(each, order)));
		this.customers.holdAll(named.values().stream().map(Order::customerId).collect(Collectors.toSet()), true);
		return told.stream().map((each) -> Outcome.decided(() -> learn(each, named))).toList();
	}

	/** A large unsubscription may go ahead (ORD-16). */
	Refund approve(UUID id) {
		Refund refund = lock(id);
		requireAwaiting(refund);
		this.settlements.begin(refund, this.orders.find(refund.orderId()).orElseThrow());
		return get(id);
	}

	/**
	 * A large unsubscription is refused; what it took of the payment is free (ORD-16).
	 */
	Refund reject(UUID id, String reason) {
		Refund refund = lock(id);
		requireAwaiting(refund);
		reject(refund, reason);
		return get(id);
	}

	/** Settles what is due by the month, and refuses what nobody approved in time. */
	void goOn(UUID id) {
		Refund refund = lock(id);
		Instant now = this.clock.instant();
		if (refund.state() == Refund.State.SCHEDULED) {
			this.settlements.settle(refund, this.orders.find(refund.orderId()).orElseThrow());
		}
		else if (isTooLate(refund, now)) {
			reject(refund, TOO_LATE);
		}
	}

	@Transactional(readOnly = true)
	List<Refund> due() {
		return this.store.due(this.clock.instant(), this.settings.perRun());
	}

	private Refund learn(ToldRefund told, Map<ToldRefund, Order> orders) {
		Order named = Optional.ofNullable(orders.get(told))
			.orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND", "order"));
		Order order = this.orders.lock(named.wholeId()).orElseThrow();
		Optional<Refund> known = this.store.find(told.reference());
		if (known.isPresent()) {
			return repeated(known.get(), told);
		}
		Refund refund = refund(order, named, told, this.unsubscriptions.total(told, order.id(), orders));
		this.store.reserve(refund);
		this.store.insert(refund);
		this.coupons.insert(refund, told.coupons());
		if (refund.state() != Refund.State.AWAITING_APPROVAL) {
			this.settlements.begin(refund, order);
		}
		return get(refund.id());
	}

	private Refund refund(Order order, Order named, ToldRefund told, Money unsubscribed) {
		Paid paid = order.paid();
		if (paid == null) {
			throw Problem.conflict("ORDER_NOT_PAID", "Only what was paid can come back.");
		}
		this.unsubscriptions.requireAllowed(told, order);
		Money creditLeft = requireCovered(order, named, paid, told);
		boolean large = RefundRules.needsApproval(told.cause(), unsubscribed,
				Money.ofMinor(this.settings.approvalAbove()));
		Instant now = this.clock.instant();
		return new Refund(Ids.next(), order.realm(), told.reference(), told.refundOrder(), order.id(), told.order(),
				order.customerId(), told.cause(), told.cash(), RefundRules.credit(told.cash(), creditLeft),
				told.couponTotal(), told.subject(), large ? Refund.State.AWAITING_APPROVAL : Refund.State.SCHEDULED,
				null, null, large ? now.plus(this.settings.approveWithin()) : null, large ? null : now, now, null,
				null);
	}

	/**
	 * Never more than was paid, nor of a part more than was paid for it (I-25, ORD-14).
	 * Tells what credit is left to come back.
	 */
	private Money requireCovered(Order order, Order named, Paid paid, ToldRefund told) {
		RefundStore.Refunded before = this.store.refunded(order.id());
		requireCovered("/cash", told.cash(), paid.cash().minus(before.cash()));
		if (paid.reservationId() == null && !told.coupons().isEmpty()) {
			throw Problem.conflict("REFUND_COUPONS_UNKNOWN", "The order was not paid with coupons of this hub.");
		}
		requireCovered("/coupons", told.couponTotal(), paid.coupons().minus(before.coupons()));
		if (named.isPart()) {
			requireCovered("/orderId", told.total(), this.store.leftOfPart(named.id()));
		}
		return paid.credit().minus(before.credit());
	}

	private static void requireCovered(String what, Money refunded, Money left) {
		if (refunded.compareTo(left) > 0) {
			throw Problem.conflict("REFUND_EXCEEDS_PAYMENT", "More is refunded than is left of the payment.")
				.with("part", what)
				.with("refundable", left);
		}
	}

	private Refund repeated(Refund known, ToldRefund told) {
		if (!known.isToldBy(told, this.coupons.of(known.id()))) {
			throw Problem.conflict("REFUND_REFERENCE_USED", "The reference belongs to another refund.");
		}
		return known;
	}

	private void requireAwaiting(Refund refund) {
		if (refund.state() != Refund.State.AWAITING_APPROVAL || isTooLate(refund, this.clock.instant())) {
			throw Problem.conflict("REFUND_STATE", "The refund does not wait for an approval.")
				.with("state", refund.state());
		}
	}

	private static boolean isTooLate(Refund refund, Instant now) {
		return refund.state() == Refund.State.AWAITING_APPROVAL && refund.approveBy() != null
				&& !now.isBefore(refund.approveBy());
	}

	private void reject(Refund refund, String reason) {
		this.store.release(refund);
		this.store.reject(refund.id(), reason, this.clock.instant());
	}

	/** Whoever holds the order holds its refunds. */
	private Refund lock(UUID id) {
		Refund known = get(id);
		this.customers.holdAll(Set.of(known.customerId()), true);
		if (this.orders.lock(known.orderId()).isEmpty()) {
			throw new IllegalStateException("refund " + id + " has no order");
		}
		return get(id);
	}

	private Refund get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Problem.notFound("refund"));
	}

}
