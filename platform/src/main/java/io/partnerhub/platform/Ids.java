package io.partnerhub.platform;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids are UUIDs of version 7: unique everywhere and growing with time, so that the newest
 * rows stand together.
 */
public final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	public static UUID next() {
		long random = RANDOM.nextLong();
		long high = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0x0fffL);
		long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3fffffffffffffffL);
		return new UUID(high, low);
	}

}
