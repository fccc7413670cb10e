package io.partnerhub.billing.withdrawal;

import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for payments that are due, again and again. */
@Configuration(proxyBeanMethods = false)
class PayoutJob {

	@Bean
	Job payoutsDue(Payouts payouts, WithdrawalSettings settings) {
		return new Job("payouts", settings.payoutsEvery(), payouts::run);
	}

}
