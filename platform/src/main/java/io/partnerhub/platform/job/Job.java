package io.partnerhub.platform.job;

import java.time.Duration;

/**
 * Work done once in every window of time (I-50): in one transaction together with the
 * mark of the window, or, where it speaks with others, in steps that commit by
 * themselves, with no transaction open around them. It must be small: what it leaves over
 * is found in the next window.
 *
 * @param name names the job among all of its service, for good
 * @param every length of a window, whole seconds
 * @param oneTransaction whether work and mark commit together; work in steps that breaks
 * off is taken up in the next window
 */
public record Job(String name, Duration every, boolean oneTransaction, Runnable work) {

	public Job {
		if (every.toSeconds() < 1) {
			throw new IllegalArgumentException("the window of " + name + " is shorter than a second");
		}
	}

	public Job(String name, Duration every, Runnable work) {
		this(name, every, true, work);
	}

	/** Work that takes what it works on by itself, and commits step by step. */
	public static Job inSteps(String name, Duration every, Runnable work) {
		return new Job(name, every, false, work);
	}

	Job atLeastEvery(Duration longest) {
		return (this.every.compareTo(longest) > 0) ? new Job(this.name, longest, this.oneTransaction, this.work) : this;
	}

}
