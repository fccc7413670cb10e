package io.partnerhub.billing.incentive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the vendor does with a pay-out (INC-02): accepts it, so that the partner invoices
 * it, pays it once the invoices are approved, or rejects it, so that its incentives can
 * be applied for again.
 */
@Service
@Transactional
class PayoutDecisions {

	private static final Set<State> BEFORE_PAYMENT = Set.of(State.PROCESSING, State.TO_INVOICE, State.INVOICE_REVIEW,
			State.PAYMENT_REVIEW);

	private final PayoutRequestStore store;

	private final PayoutShareStore shares;

	private final PaymentOrders orders;

	private final PayoutDelivery delivery;

	private final IncentiveSettings settings;

	private final Clock clock;

	PayoutDecisions(PayoutRequestStore store, PayoutShareStore shares, PaymentOrders orders, PayoutDelivery delivery,
			IncentiveSettings settings, Clock clock) {
		this.store = store;
		this.shares = shares;
		this.orders = orders;
		this.delivery = delivery;
		this.settings = settings;
		this.clock = clock;
	}

	/** A quota needs no invoice and is granted now. */
	PayoutRequest accept(UUID id, @Nullable LocalDate invoiceBy) {
		PayoutRequest request = lock(id, Set.of(State.PROCESSING));
		if (request.mode() == Mode.QUOTA) {
			return this.delivery.release(request);
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VendorTime.ZONE);
		LocalDate last = (invoiceBy != null) ? invoiceBy : today.plusDays(this.settings.invoiceDays());
		if (last.isBefore(today)) {
			throw Problem.invalid("/invoiceBy", "OUT_OF_RANGE", "The partner invoices it today at the earliest.");
		}
		PaymentOrder order = this.orders.open(request.realm(), request.number(), request.payable(), request.taxRate());
		this.store.invoiceBy(id, order.id(), last, null);
		return this.store.find(id).orElseThrow();
	}

	PayoutRequest pay(UUID id) {
		return this.delivery.release(lock(id, Set.of(State.PAYMENT_REVIEW)));
	}

	/** The payment order is locked first, as by those who invoice it. */
	PayoutRequest reject(UUID id, String reason) {
		PayoutRequest seen = this.store.find(id).orElseThrow(PayoutRequests::unknown);
		seen.require(BEFORE_PAYMENT);
		if (seen.paymentOrderId() != null) {
			this.orders.cancel(seen.paymentOrderId(), reason);
		}
		PayoutRequest request = lock(id, (seen.paymentOrderId() != null) ? BEFORE_PAYMENT : Set.of(State.PROCESSING));
		this.shares.giveBack(request.id());
		this.store.finish(id, State.REJECTED, null, reason, this.clock.instant());
		return this.store.find(id).orElseThrow();
	}

	/** Granting the quota is tried again; coupon-service grants it once (INC-05). */
	PayoutRequest repeat(UUID id) {
		return this.delivery.release(lock(id, Set.of(State.FAILED, State.GRANTING)));
	}

	private PayoutRequest lock(UUID id, Set<State> states) {
		PayoutRequest request = this.store.lock(id).orElseThrow(PayoutRequests::unknown);
		request.require(states);
		return request;
	}

}
