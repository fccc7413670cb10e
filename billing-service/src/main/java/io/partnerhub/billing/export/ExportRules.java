package io.partnerhub.billing.export;

import java.time.Instant;
import java.time.ZoneOffset;

import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.problem.Problem;

/** How much an export may hold, and when its file can be fetched. */
public final class ExportRules {

	private ExportRules() {
	}

	/**
	 * not more than so many months, counted in UTC.
	 * @param pointer names the end of the range where it is not behind the beginning
	 */
	public static void requireRange(String pointer, Instant from, Instant to, int months) {
		if (!from.isBefore(to)) {
			throw Problem.invalid(pointer, "OUT_OF_RANGE", "A range has a beginning, and an end after it.");
		}
		if (to.isAfter(from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant())) {
			throw Problem.badRequest("EXPORT_RANGE_TOO_LONG", "At most " + months + " months in one export.")
				.with("months", months);
		}
	}

	/** Only so many of a partner's exports run at a time. */
	public static void requireFewRunning(int running, int limit) {
		if (running >= limit) {
			throw Problem.conflict("TOO_MANY_EXPORTS", "Wait for one of your running exports to end.")
				.with("limit", limit);
		}
	}

	/** the file is written and still kept. */
	public static void requireFile(FileProgress progress) {
		switch (progress.state()) {
			case DONE -> {
			}
			case EXPIRED -> throw Problem.conflict("EXPORT_EXPIRED", "The file is not kept any longer.");
			case RUNNING -> throw Problem.conflict("EXPORT_NOT_READY", "The file is not written yet.");
		}
	}

}
