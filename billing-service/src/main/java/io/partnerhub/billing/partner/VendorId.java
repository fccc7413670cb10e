package io.partnerhub.billing.partner;

import java.util.Optional;
import java.util.UUID;

/**
 * An id in the vendor-compatible API is any text; what is not one of ours is simply
 * unknown.
 */
public final class VendorId {

	private VendorId() {
	}

	public static Optional<UUID> parse(String text) {
		return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? Optional.of(UUID.fromString(text))
				: Optional.empty();
	}

}
