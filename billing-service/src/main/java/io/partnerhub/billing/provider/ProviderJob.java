package io.partnerhub.billing.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.remote.Handovers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for instructions that are due, again and again, and shows operations how many
 * have an unknown outcome (ORD-22).
 */
@Configuration(proxyBeanMethods = false)
class ProviderJob {

	@Bean
	Job providerInstructionsDue(Providers providers, ProviderSettings settings) {
		return Job.inSteps("provider-instructions", settings.runEvery(), providers::run);
	}

	@Bean
	MeterBinder unknownInstructions(InstructionStore store) {
		return (metrics) -> Gauge.builder("partnerhub.provider.unknown", store.handovers(), Handovers::unknown)
			.description("Payments and refunds of which the provider has not said whether it made them")
			.register(metrics);
	}

}
