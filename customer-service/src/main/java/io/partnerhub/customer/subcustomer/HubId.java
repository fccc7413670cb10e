package io.partnerhub.customer.subcustomer;

import java.util.Optional;
import java.util.UUID;

/** Ids of this hub are UUIDs; what is none belongs to nobody here. */
final class HubId {

	private HubId() {
	}

	static Optional<UUID> parse(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
