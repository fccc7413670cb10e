package io.partnerhub.platform;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Ids are UUIDs of version 7: unique everywhere and growing with time, so that the newest
 * rows stand together. Those of one process grow strictly, within a millisecond too: a
 * page lists what was made there in the order in which it was made.
 */
public final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** The last id's millisecond and, in the twelve bits below, its place in it. */
	private static final AtomicLong LAST = new AtomicLong();

	private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private Ids() {
	}

	/**
	 * Reads an id a caller gave as text; what is no id of ours is absent, as an unknown
	 * one would be.
	 */
	public static Optional<UUID> parse(String text) {
		return SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
	}

	public static UUID next() {
		long place = LAST.accumulateAndGet(System.currentTimeMillis() << 12, (last, now) -> Math.max(last + 1, now));
		long high = ((place >>> 12) << 16) | 0x7000L | (place & 0x0fffL);
		long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3fffffffffffffffL);
		return new UUID(high, low);
	}

}
