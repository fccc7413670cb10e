package io.partnerhub.customer.invitation;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in a link: 256 bits, random in a mail. Only its digest is kept, so that
 * nobody who reads the rows can accept for a customer.
 */
record InvitationToken(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static InvitationToken create() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	byte[] digest() {
		return Digests.sha256(this.text);
	}

	/** Never shows the secret. */
	@Override
	public String toString() {
		return "InvitationToken[…]";
	}

}
