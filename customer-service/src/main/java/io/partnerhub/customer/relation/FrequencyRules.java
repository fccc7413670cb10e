package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.platform.problem.Problem;

/**
 * Each side of a pair may start so many disassociations and switches within the window
 * (DIS-03): a start takes one of as many slots and blocks it until the window is over. A
 * partner waits for the window of his customer's requests, too (DIS-04).
 */
final class FrequencyRules {

	private FrequencyRules() {
	}

	/** The slot for one start more of that side. */
	static int freeSlot(Side side, List<Start> earlier, int maxRequests, Instant now) {
		nextTurn(side, earlier, maxRequests, now).ifPresent(FrequencyRules::refuse);
		return slot(of(side, blocking(earlier, now)), maxRequests);
	}

	/** When that side may start again; empty if it may now. */
	static Optional<Instant> nextTurn(Side side, List<Start> earlier, int maxRequests, Instant now) {
		List<Start> blocking = blocking(earlier, now);
		List<Start> own = of(side, blocking);
		Optional<Instant> ownTurn = (slot(own, maxRequests) == 0) ? ends(own).min(Comparator.naturalOrder())
				: Optional.empty();
		Optional<Instant> customersTurn = (side == Side.PARTNER)
				? ends(of(Side.CUSTOMER, blocking)).max(Comparator.naturalOrder()) : Optional.empty();
		return Stream.of(ownTurn, customersTurn).flatMap(Optional::stream).max(Comparator.naturalOrder());
	}

	private static List<Start> blocking(List<Start> earlier, Instant now) {
		return earlier.stream().filter((start) -> now.isBefore(start.blockedUntil())).toList();
	}

	private static List<Start> of(Side side, List<Start> starts) {
		return starts.stream().filter((start) -> start.side() == side).toList();
	}

	/** The first that is free, or 0. */
	private static int slot(List<Start> own, int maxRequests) {
		Set<Integer> taken = own.stream().map(Start::slot).collect(Collectors.toUnmodifiableSet());
		return IntStream.rangeClosed(1, maxRequests).filter((free) -> !taken.contains(free)).findFirst().orElse(0);
	}

	private static Stream<Instant> ends(List<Start> starts) {
		return starts.stream().map(Start::blockedUntil);
	}

	private static void refuse(Instant next) {
		throw Problem
			.conflict("DISASSOCIATION_TOO_OFTEN", "There was a request about this association before; please wait.")
			.with("nextAllowedAt", next);
	}

	/** An earlier start of one side for the same pair. */
	record Start(Side side, int slot, Instant blockedUntil) {
	}

}
