package io.partnerhub.platform.idempotency;

import io.partnerhub.platform.problem.Problem;

/**
 * Names one command of one caller; the fingerprint tells whether a repeat is really the
 * same. An endpoint marked with {@link KeepsItsAnswer} gets it as a parameter.
 */
public record CommandKey(String keySpace, String operation, String key, byte[] fingerprint) {

	static final String ATTRIBUTE = CommandKey.class.getName();

	/** Equal for the first command and its repeats. */
	String id() {
		return String.join("\n", this.keySpace, this.operation, this.key);
	}

	Problem running() {
		return Problem.conflict("IDEMPOTENCY_KEY_RUNNING", "The first request with this key is still running.");
	}

}
