package io.partnerhub.platform.idempotency;

import java.security.MessageDigest;

import io.partnerhub.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * Names one command of one caller; the fingerprint tells whether a repeat is really the
 * same. An endpoint marked with {@link KeepsItsAnswer} gets it as a parameter.
 */
public record CommandKey(String keySpace, String operation, String key, byte[] fingerprint) {

	static final String ATTRIBUTE = CommandKey.class.getName();

	/** Equal for the first command and its repeats. */
	public String id() {
		return String.join("\n", this.keySpace, this.operation, this.key);
	}

	/** Refuses a repeat that asks for something else than the first command. */
	public void requireSame(byte[] first) {
		if (!MessageDigest.isEqual(first, this.fingerprint)) {
			throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED",
					"This key was used for another request.");
		}
	}

	Problem running() {
		return Problem.conflict("IDEMPOTENCY_KEY_RUNNING", "The first request with this key is still running.");
	}

}
