package io.partnerhub.billing.payonbehalf;

import java.time.Clock;
import java.util.List;

import io.partnerhub.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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

	private final Clock clock;

	PaymentRecovery(PaymentSteps steps, OrderPayments payments, PaySettings settings, Clock clock) {
		this.steps = steps;
		this.payments = payments;
		this.settings = settings;
		this.clock = clock;
	}

	@Bean
	static Job paymentRecoveryJob(PaymentRecovery recovery, PaySettings settings) {
		return new Job("order-payment-recovery", settings.recoverEvery(), recovery::run);
	}

	/** Outside any transaction: each step commits before the next. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void run() {
		List<Payment> waiting = this.steps.unfinished(this.clock.instant().minus(this.settings.lostAfter()),
				this.settings.perRun());
		for (Payment payment : waiting) {
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
