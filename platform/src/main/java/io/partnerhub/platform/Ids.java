package io.partnerhub.platform;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids are UUIDs of version 7: unique everywhere and growing with time, so that the newest
 * rows stand together.
 */
public final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

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
		long random = RANDOM.nextLong();
		long high = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0x0fffL);
		long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3fffffffffffffffL);
		return new UUID(high, low);
	}

}
