package io.partnerhub.customer.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in a personal link: 256 random bits. Only its digest is kept, so that nobody
 * who reads the rows can accept for a customer.
 */
record InvitationToken(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static InvitationToken create() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	byte[] digest() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Never shows the secret. */
	@Override
	public String toString() {
		return "InvitationToken[…]";
	}

}
