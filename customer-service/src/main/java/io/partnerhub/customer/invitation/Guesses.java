package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops guessing at tokens: a source that missed too often waits until its window is
 * over, with right tokens too. All instances count together.
 */
@Service
class Guesses {

	private static final int FORGOTTEN_AT_ONCE = 1000;

	private final GuessStore store;

	private final InvitationSettings.Guessing settings;

	private final Clock clock;

	Guesses(GuessStore store, InvitationSettings settings, Clock clock) {
		this.store = store;
		this.settings = settings.guessing();
		this.clock = clock;
	}

	/** How long the sources have to wait, if at all. */
	@Transactional(readOnly = true)
	Optional<Duration> pause(List<String> sources) {
		Instant now = this.clock.instant();
		return this.store.tooOftenSince(sources, this.settings.misses(), now.minus(this.settings.window()))
			.map((since) -> Duration.between(now, since.plus(this.settings.window())));
	}

	@Transactional
	void miss(List<String> sources) {
		Instant now = this.clock.instant();
		this.store.miss(sources, now, now.minus(this.settings.window()));
	}

	@Transactional
	int forget() {
		return this.store.forget(this.clock.instant().minus(this.settings.window()), FORGOTTEN_AT_ONCE);
	}

	@Bean
	static Job guessForgetting(Guesses guesses) {
		return new Job("token-miss-purge", Duration.ofMinutes(1), guesses::forget);
	}

}
