package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.customer.relation.StepStore.Stuck;
import io.partnerhub.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the operators, once, of each step that waits for too long. Nothing is rolled
 * back: the step stays, and completes when its answer comes.
 */
@Service
class StuckSettlements {

	private static final Logger log = LoggerFactory.getLogger(StuckSettlements.class);

	private static final int AT_MOST = 1_000;

	private final StepStore steps;

	private final OperationsMails mails;

	private final RelationSettings settings;

	private final Clock clock;

	StuckSettlements(StepStore steps, OperationsMails mails, RelationSettings settings, Clock clock,
			MeterRegistry metrics) {
		this.steps = steps;
		this.mails = mails;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("partnerhub.settlement.stuck", this, StuckSettlements::count)
			.description("Steps of ended links that wait for too long")
			.register(metrics);
	}

	@Transactional
	void sweep() {
		Instant now = this.clock.instant();
		List<Stuck> stuck = this.steps.markStuck(limit(now), now, AT_MOST);
		stuck.forEach((step) -> log.error("settlement stuck: request {} ({}), customer {}, step {}, waiting for {}",
				step.requestId(), step.kind(), step.customerId(), step.step(),
				Duration.between(step.waitingSince(), now)));
		stuck.stream()
			.collect(Collectors.groupingBy(Stuck::partnerId))
			.forEach((UUID tenant, List<Stuck> theirs) -> this.mails.stuck(tenant, theirs, now));
	}

	private double count() {
		return this.steps.countStuck(limit(this.clock.instant()));
	}

	private Instant limit(Instant now) {
		return now.minus(this.settings.stuckAfter());
	}

	@Bean
	static Job stuckSettlementsJob(StuckSettlements settlements) {
		return new Job("stuck-settlements", Duration.ofMinutes(1), settlements::sweep);
	}

}
