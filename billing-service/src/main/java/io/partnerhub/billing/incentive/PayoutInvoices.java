package io.partnerhub.billing.incentive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A pay-out follows the invoices of its payment order (INC-02): 待伙伴开票 until a day, 发票审核
 * by the second working day, 申付审核 two working days. Payment orders that the vendor told
 * have no pay-out.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PayoutInvoices {

	private final PayoutRequestStore store;

	private final IncentiveSettings settings;

	private final WorkingDays workingDays;

	private final Clock clock;

	PayoutInvoices(PayoutRequestStore store, IncentiveSettings settings, WorkingDays workingDays, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	void submitted(UUID order) {
		this.store.lockOfOrder(order).ifPresent((request) -> {
			request.require(Set.of(State.TO_INVOICE));
			if (request.invoiceBy() != null && today().isAfter(request.invoiceBy())) {
				throw Problem.conflict("PAYOUT_INVOICE_LATE", "The day for the invoices of this pay-out is over.")
					.with("invoiceBy", request.invoiceBy());
			}
			this.store.move(request.id(), State.INVOICE_REVIEW, null,
					this.workingDays.plus(today(), this.settings.invoiceWorkingDays()));
		});
	}

	void approved(UUID order) {
		this.store.lockOfOrder(order)
			.ifPresent((request) -> this.store.move(request.id(), State.PAYMENT_REVIEW, null,
					this.workingDays.plus(today(), this.settings.paymentWorkingDays())));
	}

	/** The partner has as much time again. */
	void refused(UUID order, String reason) {
		this.store.lockOfOrder(order)
			.ifPresent((request) -> this.store.invoiceBy(request.id(), null,
					today().plusDays(this.settings.invoiceDays()), reason));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VendorTime.ZONE);
	}

}
