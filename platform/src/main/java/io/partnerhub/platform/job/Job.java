package io.partnerhub.platform.job;

import java.time.Duration;

/**
 * Work done once in every window of time, in one transaction together with the mark of
 * the window (I-50). It must be small enough for a transaction: what it leaves over is
 * found in the next window.
 *
 * @param name names the job among all of its service, for good
 * @param every length of a window, whole seconds
 */
public record Job(String name, Duration every, Runnable work) {

	public Job {
		if (every.toSeconds() < 1) {
			throw new IllegalArgumentException("the window of " + name + " is shorter than a second");
		}
	}

	Job atLeastEvery(Duration longest) {
		return (this.every.compareTo(longest) > 0) ? new Job(this.name, longest, this.work) : this;
	}

}
