package io.partnerhub.customer.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Nobody's mobile or mailbox is flooded: so many codes to a recipient within an hour and
 * a day, and so many for one who asks.
 */
@Component
class SendLimits {

	static final Duration DAY = Duration.ofDays(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private final CodeStore store;

	private final CodeSettings settings;

	private final Clock clock;

	SendLimits(CodeStore store, CodeSettings settings, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	/** Until the transaction ends the counts stay as they were found. */
	void check(Errand errand) {
		this.store.oneAtATime(errand.recipient(), errand.sender());
		Instant now = this.clock.instant();
		BiFunction<Integer, Instant, Optional<Instant>> to = (sends, after) -> this.store.sentBackTo(errand.recipient(),
				sends, after);
		BiFunction<Integer, Instant, Optional<Instant>> by = (sends, after) -> this.store.sentBackFor(errand.sender(),
				sends, after);
		Stream
			.of(wait(to, this.settings.perRecipient().hourly(), HOUR, now),
					wait(to, this.settings.perRecipient().daily(), DAY, now), wait(by, hourly(errand), HOUR, now),
					wait(by, daily(errand), DAY, now))
			.flatMap(Optional::stream)
			.max(Comparator.naturalOrder())
			.ifPresent((wait) -> {
				throw Problem.tooOften("VERIFICATION_SENT_TOO_OFTEN", "Too many verification codes were sent.", wait);
			});
	}

	private int hourly(Errand errand) {
		return errand.byPlatform() ? this.settings.perPartner().hourly() : this.settings.perPerson().hourly();
	}

	private int daily(Errand errand) {
		return errand.byPlatform() ? this.settings.perPartner().daily() : this.settings.perPerson().daily();
	}

	/** How long until the oldest of as many sends as are allowed leaves the window. */
	private static Optional<Duration> wait(BiFunction<Integer, Instant, Optional<Instant>> sentBack, int sends,
			Duration window, Instant now) {
		return sentBack.apply(sends, now.minus(window)).map((sent) -> Duration.between(now, sent.plus(window)));
	}

}
