package io.partnerhub.billing.incentive;

import java.time.Clock;
import java.time.Instant;

import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was not asked for in time is void and cannot be recovered (INC-10). */
@Service
class IncentiveExpiry {

	private final IncentiveStore store;

	private final IncentiveSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	IncentiveExpiry(IncentiveStore store, IncentiveSettings settings, Outbox outbox, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	void expire() {
		Instant now = this.clock.instant();
		this.store.lockDue(now, this.settings.atOnce()).forEach((incentive) -> {
			this.store.lapse(incentive.id());
			this.outbox.announce(incentive.expired(incentive.left()));
		});
	}

	@Bean
	static Job incentiveExpiryJob(IncentiveExpiry expiry, IncentiveSettings settings) {
		return new Job("incentive-expiry", settings.runEvery(), expiry::expire);
	}

}
