package io.partnerhub.billing.incentive;

import java.time.Clock;
import java.time.LocalDate;

import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A pay-out whose invoices do not come in time is rejected (INC-02), so that its
 * incentives can be applied for again while they are valid.
 */
@Service
class PayoutDeadlines {

	private static final String REASON = "INVOICE_OVERDUE";

	private final PayoutRequestStore store;

	private final PayoutDecisions decisions;

	private final PaymentOrders orders;

	private final IncentiveSettings settings;

	private final Clock clock;

	PayoutDeadlines(PayoutRequestStore store, PayoutDecisions decisions, PaymentOrders orders,
			IncentiveSettings settings, Clock clock) {
		this.store = store;
		this.decisions = decisions;
		this.orders = orders;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whoever submits invoices meanwhile is in time. */
	@Transactional
	void run() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VendorTime.ZONE);
		this.store.overdue(today, this.settings.atOnce())
			.stream()
			.filter((late) -> this.orders.holdsOpen(late.orderId()))
			.forEach((late) -> this.decisions.reject(late.id(), REASON));
	}

	@Bean
	static Job payoutDeadlinesJob(PayoutDeadlines deadlines, IncentiveSettings settings) {
		return new Job("incentive-payout-deadlines", settings.runEvery(), deadlines::run);
	}

}
