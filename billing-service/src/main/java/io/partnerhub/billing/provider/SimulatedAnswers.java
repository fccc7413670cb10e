package io.partnerhub.billing.provider;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The simulated provider calls when a late answer is due, and does not wait to be asked
 * (ORD-22). Where it fell silent, nobody hears of it until he asks.
 */
@Component
@ConditionalOnProperty(name = "partnerhub.provider.adapter", havingValue = "simulated")
class SimulatedAnswers {

	private static final Logger log = LoggerFactory.getLogger(SimulatedAnswers.class);

	private final InstructionStore store;

	private final SimulatedProvider provider;

	private final ProviderSteps steps;

	private final ProviderSettings settings;

	private final Clock clock;

	SimulatedAnswers(InstructionStore store, SimulatedProvider provider, ProviderSteps steps, ProviderSettings settings,
			Clock clock) {
		this.store = store;
		this.provider = provider;
		this.steps = steps;
		this.settings = settings;
		this.clock = clock;
	}

	@Bean
	static Job simulatedAnswersDue(SimulatedAnswers answers, ProviderSettings settings) {
		return Job.inSteps("simulated-provider-answers", settings.runEvery(), answers::run);
	}

	/** Each answer commits by itself. */
	void run() {
		this.store.unheard(this.clock.instant(), this.settings.perRun()).forEach(this::tell);
	}

	private void tell(UUID instruction) {
		try {
			this.steps.heard(this.provider.ask(instruction));
		}
		catch (RuntimeException ex) {
			log.error("answer to instruction {} waits", instruction, ex);
		}
	}

}
