package io.partnerhub.customer.verification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A code that was sent.
 *
 * @param partnerId the tenant; none for a customer's own
 * @param holder who may use it
 * @param purpose what for
 * @param sender whose sends are limited
 * @param recipient mobile number in E.164 or e-mail address
 * @param tries how often a wrong code was typed in
 * @param mostTries with as many wrong tries it is worth nothing
 */
record VerificationCode(UUID id, @Nullable UUID partnerId, String holder, String purpose, String sender,
		String recipient, Secret secret, int tries, int mostTries, State state, Instant sentAt, Instant expiresAt) {

	/** Where a code stands; a newer one for the same purpose replaces it. */
	enum State {

		OPEN, USED, REPLACED

	}

}
