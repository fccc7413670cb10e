package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.RequestState;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRejected;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRequested;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers ask their partner to pay, or cancel an order; the partner rejects (ORD-05,
 * ORD-10, ORD-11). After a rejection the customer can still pay himself, or ask again.
 */
@Service
@Transactional
public class PayRequests {

	private final OpenOrders open;

	private final Orders orders;

	private final RequestStore store;

	private final OrderEnds ends;

	private final KnownPartners partners;

	private final Outbox outbox;

	private final Clock clock;

	PayRequests(OpenOrders open, Orders orders, RequestStore store, OrderEnds ends, KnownPartners partners,
			Outbox outbox, Clock clock) {
		this.open = open;
		this.orders = orders;
		this.store = store;
		this.ends = ends;
		this.partners = partners;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** How many requests of the customer wait for the partner (ORD-18). */
	@Transactional(readOnly = true)
	public int countOpen(Realm realm, UUID customer) {
		return this.store.countOpen(realm, customer);
	}

	void request(Caller caller, String number) {
		caller.require(Caller.Kind.CUSTOMER);
		OpenOrders.Held held = this.open.hold(caller, number);
		Order order = held.order();
		Instant now = this.clock.instant();
		PayRules.requirePending(order, now);
		PayRules.requireAskable(order, held.customer(), this.partners.get(order.realm().ownerPartnerId()).type());
		PayRules.requireProvidable(order, now);
		if (this.store.findOpen(order.id()).isPresent()) {
			throw Problem.conflict("PAY_ON_BEHALF_REQUESTED", "The partner has been asked to pay this order already.");
		}
		PayRequest request = new PayRequest(Ids.next(), order.realm(), order.id(), order.customerId(),
				held.customer().epoch(), held.customer().associationType(), RequestState.PENDING, now,
				caller.subject());
		this.store.insert(request);
		this.orders.setRequest(order, request.id());
		this.outbox.announce(
				new PayOnBehalfRequested(order.realm().partnerId(), order.realm().ownerPartnerId(), order.customerId(),
						order.number(), request.id(), order.facts().amount().amount(), order.facts().payBefore()));
	}

	/** The customer does not want it any more (ORD-10). */
	void cancel(Caller caller, String number) {
		caller.require(Caller.Kind.CUSTOMER);
		Order order = this.open.hold(caller, number).order();
		PayRules.requirePending(order, this.clock.instant());
		this.ends.cancelled(order, Canceller.CUSTOMER, caller.subject());
	}

	/** Rejects one, or refuses. */
	void reject(Caller caller, String number, String reason) {
		PayRules.requirePaying(caller);
		reject(caller, this.open.hold(caller, number).order(), reason);
	}

	/**
	 * Each for itself: which were rejected, and why others were not, in the order asked
	 * for (ORD-11). What is named twice is rejected once and told twice. Customers are
	 * held in the order of their ids, so that no two callers wait in a circle.
	 */
	List<Rejection> reject(Caller caller, List<String> numbers, String reason) {
		PayRules.requirePaying(caller);
		Map<String, Rejection> rejections = numbers.stream()
			.distinct()
			.map((number) -> new Found(number,
					this.orders.find(number).filter((order) -> OpenOrders.isSeen(caller, order))))
			.sorted(Comparator.comparing(Found::customer).thenComparing(Found::number))
			.map((each) -> rejection(caller, each, reason))
			.collect(Collectors.toMap(Rejection::number, Function.identity()));
		return numbers.stream().map((number) -> Objects.requireNonNull(rejections.get(number))).toList();
	}

	private Rejection rejection(Caller caller, Found found, String reason) {
		try {
			Order order = found.order().orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND", "order"));
			PayRules.requireWhole(order);
			reject(caller, this.open.hold(order.id(), order.customerId()).order(), reason);
			return new Rejection(found.number(), null);
		}
		catch (Problem refusal) {
			return new Rejection(found.number(), refusal);
		}
	}

	private void reject(Caller caller, Order order, String reason) {
		Instant now = this.clock.instant();
		PayRules.requirePending(order, now);
		PayRequest request = this.store.findOpen(order.id())
			.orElseThrow(() -> Problem.conflict("PAY_ON_BEHALF_NOT_ALLOWED",
					"The customer has no open request for this order."));
		this.ends.rejected(order, request, new Decision(RequestState.REJECTED, caller.subject(), reason, now));
		this.outbox.announce(new PayOnBehalfRejected(order.realm().partnerId(), order.realm().ownerPartnerId(),
				order.customerId(), order.number(), request.id(), reason));
	}

	/** A number, and the order the caller means by it. */
	private record Found(String number, Optional<Order> order) {

		String customer() {
			return this.order.map((order) -> order.customerId().toString()).orElse("");
		}

	}

	/** What became of one; without a refusal it is rejected. */
	record Rejection(String number, @Nullable Problem refusal) {
	}

}
