package io.partnerhub.platform.page;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

import io.partnerhub.platform.problem.Problem;

/**
 * Where a page ended: the id of its last row, in a form nobody is tempted to build
 * himself.
 */
final class Cursor {

	private Cursor() {
	}

	static String encode(UUID id) {
		ByteBuffer bytes = ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits());
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
	}

	static UUID decode(String cursor) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
			return new UUID(bytes.getLong(), bytes.getLong());
		}
		catch (IllegalArgumentException | BufferUnderflowException ex) {
			throw Problem.invalid("?cursor", "INVALID", "The cursor is not one of ours.");
		}
	}

}
