package io.partnerhub.billing.withdrawal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.remote.Handovers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for payments that are due, again and again, and shows operations how many have an
 * unknown outcome (I-21).
 */
@Configuration(proxyBeanMethods = false)
class PayoutJob {

	@Bean
	Job payoutsDue(Payouts payouts, WithdrawalSettings settings) {
		return Job.inSteps("payouts", settings.payoutsEvery(), payouts::run);
	}

	@Bean
	MeterBinder unknownPayouts(PayoutStore store) {
		return (metrics) -> Gauge.builder("partnerhub.payouts.unknown", store.handovers(), Handovers::unknown)
			.description("Payments of which the bank has not said whether it made them")
			.register(metrics);
	}

}
