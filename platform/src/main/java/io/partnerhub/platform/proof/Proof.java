package io.partnerhub.platform.proof;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says: this person may do this once, until then.
 *
 * @param id differs for every proof, so that each is used once
 * @param holder the person, as {@link #holder(Caller)} names him
 * @param operation name of the {@link CriticalOperation}
 */
record Proof(UUID id, String holder, String operation, Instant expiresAt) {

	/** The issuer that is believed, and nobody else. */
	static final String ISSUER = "customer-service";

	/** Keeps proofs apart from the tokens that say who calls. */
	static final String AUDIENCE = "critical-operations";

	/** The claim that names the operation. */
	static final String OPERATION = "operation";

	/**
	 * A member or a customer under an id of his own, whatever he is acting as; nobody
	 * else holds proofs.
	 */
	static @Nullable String holder(Caller caller) {
		if (caller.memberId() != null) {
			return "MEMBER:" + caller.memberId();
		}
		return (caller.customerId() != null) ? "CUSTOMER:" + caller.customerId() : null;
	}

}
