package io.partnerhub.platform.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How long finished work is kept: it is over to the moment, whenever the job that takes
 * it away comes round.
 */
public record Kept(Duration time, Clock clock) {

	/** What finished at this time or before is over. */
	public Instant before() {
		return this.clock.instant().minus(this.time);
	}

	/** Whether what finished then is over; what has not finished is not. */
	public boolean isOver(@Nullable Instant finishedAt) {
		return finishedAt != null && !finishedAt.isAfter(before());
	}

}
