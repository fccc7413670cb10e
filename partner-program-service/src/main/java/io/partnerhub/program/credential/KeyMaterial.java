package io.partnerhub.program.credential;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Draws access keys (AK, 20 upper-case letters and digits) and secrets (SK, 40 letters
 * and digits, some 238 random bits).
 */
final class KeyMaterial {

	private static final String UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private static final String ANY_CASE = UPPER_CASE + "abcdefghijklmnopqrstuvwxyz";

	private static final SecureRandom RANDOM = new SecureRandom();

	private KeyMaterial() {
	}

	static String accessKey() {
		return draw(20, UPPER_CASE);
	}

	static Secret secret() {
		return new Secret(draw(40, ANY_CASE));
	}

	private static String draw(int length, String alphabet) {
		return RANDOM.ints(length, 0, alphabet.length())
			.mapToObj((index) -> alphabet.substring(index, index + 1))
			.collect(Collectors.joining());
	}

}
