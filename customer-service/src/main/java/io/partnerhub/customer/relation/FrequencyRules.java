package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.partnerhub.platform.problem.Problem;

/**
 * Each side of a pair may start so many requests within the window (DIS-03): a start
 * takes one of as many slots and blocks it until the window is over.
 */
final class FrequencyRules {

	private FrequencyRules() {
	}

	/** The slot for one start more. */
	static int freeSlot(List<Start> earlier, int maxRequests, Instant now) {
		List<Start> blocking = earlier.stream().filter((start) -> now.isBefore(start.blockedUntil())).toList();
		Set<Integer> taken = blocking.stream().map(Start::slot).collect(Collectors.toUnmodifiableSet());
		return IntStream.rangeClosed(1, maxRequests)
			.filter((slot) -> !taken.contains(slot))
			.findFirst()
			.orElseThrow(() -> tooOften(blocking));
	}

	private static Problem tooOften(List<Start> blocking) {
		Instant next = blocking.stream().map(Start::blockedUntil).min(Comparator.naturalOrder()).orElseThrow();
		return Problem
			.conflict("DISASSOCIATION_TOO_OFTEN", "You have asked to end this association before; please wait.")
			.with("nextAllowedAt", next);
	}

	/** An earlier start of the same side for the same pair. */
	record Start(int slot, Instant blockedUntil) {
	}

}
