package io.partnerhub.gateway.limit;

import java.time.Duration;
import java.time.Instant;

/** A bucket that holds as many tokens as are allowed per second, and refills evenly. */
final class Bucket {

	private final int perSecond;

	private double tokens;

	private Instant filled;

	Bucket(int perSecond, Instant now) {
		this.perSecond = perSecond;
		this.tokens = perSecond;
		this.filled = now;
	}

	/** What is left after taking one token; negative if there was none. */
	synchronized int take(Instant now) {
		long passed = Math.max(0, Duration.between(this.filled, now).toNanos());
		this.tokens = Math.min(this.perSecond, this.tokens + passed / 1e9 * this.perSecond);
		this.filled = now;
		if (this.tokens < 1) {
			return -1;
		}
		this.tokens -= 1;
		return (int) this.tokens;
	}

}
