package io.partnerhub.customer.preregistration;

import java.time.Clock;
import java.time.Duration;

import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which pre-registrations have lapsed after their 15 days (PRE-02). */
@Service
class PreRegistrationExpiry {

	private static final int ROWS_PER_RUN = 1_000;

	private final ReservationStore store;

	private final Outbox outbox;

	private final Clock clock;

	PreRegistrationExpiry(ReservationStore store, Outbox outbox, Clock clock) {
		this.store = store;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	void sweep() {
		this.store.lapse(ROWS_PER_RUN, this.clock.instant())
			.forEach((lapsed) -> this.outbox.announce(lapsed.expired()));
	}

	@Bean
	static Job preRegistrationExpiryJob(PreRegistrationExpiry expiry) {
		return new Job("pre-registration-expiry", Duration.ofMinutes(1), expiry::sweep);
	}

}
