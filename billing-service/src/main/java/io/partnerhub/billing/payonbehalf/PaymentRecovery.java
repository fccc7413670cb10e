package io.partnerhub.billing.payonbehalf;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.partnerhub.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Brings payments to their end whose caller or service was lost between two steps: what
 * was paid uses its coupons, what was not paid frees them (ORD-13, ORD-19).
 */
@Component
class PaymentRecovery {

	private static final Logger log = LoggerFactory.getLogger(PaymentRecovery.class);

	private final PaymentSteps steps;

	private final OrderPayments payments;

	private final PaySettings settings;

	PaymentRecovery(PaymentSteps steps, OrderPayments payments, PaySettings settings) {
		this.steps = steps;
		this.payments = payments;
		this.settings = settings;
	}

	@Bean
	static Job paymentRecoveryJob(PaymentRecovery recovery, PaySettings settings) {
		return Job.inSteps("order-payment-recovery", settings.recoverEvery(), recovery::run);
	}

	@Bean
	static MeterBinder unfinishedPayments(PaymentStore store) {
		return (metrics) -> Gauge.builder("partnerhub.order.payments.unfinished", store, PaymentStore::countUnfinished)
			.description("Payments of orders that are under way, or whose coupons are not used or free yet")
			.register(metrics);
	}

	/** No transaction is open while coupon-service is asked. */
	void run() {
		for (Payment payment : this.steps.takeLost(this.settings.lostAfter(), this.settings.perRun())) {
			try {
				goOn(payment);
			}
			catch (RuntimeException ex) {
				log.warn("payment {} waits: {}", payment.id(), ex.toString());
			}
		}
	}

	private void goOn(Payment payment) {
		switch (payment.state()) {
			case PAID -> this.payments.use(payment);
			case OPEN -> {
				if (this.steps.giveUp(payment.id(), "LOST")) {
					this.payments.release(payment);
				}
			}
			case RELEASING -> this.payments.release(payment);
			case FAILED, SETTLED -> {
			}
		}
	}

}
