package io.partnerhub.customer.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What is kept of a code of six random digits: a digest with a salt of its own. It is
 * compared in constant time.
 */
record Secret(byte[] salt, byte[] digest) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static String sixDigits() {
		return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
	}

	static Secret of(String code) {
		byte[] salt = new byte[16];
		RANDOM.nextBytes(salt);
		return new Secret(salt, digest(salt, code));
	}

	boolean matches(String typed) {
		return MessageDigest.isEqual(this.digest, digest(this.salt, typed));
	}

	@Override
	public String toString() {
		return "Secret[…]";
	}

	private static byte[] digest(byte[] salt, String code) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(salt);
			return digest.digest(code.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
