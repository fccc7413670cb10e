package io.partnerhub.program.credential;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret key (SK) in clear: leaves the service in an answer, and never shows itself in
 * a log.
 */
public record Secret(@JsonValue String value) {

	byte[] bytes() {
		return this.value.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "***";
	}

}
