package io.partnerhub.localhub.identity;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person who can log in. The id never changes and is what the hub knows the person by.
 *
 * @param registeredAt set by the store
 */
record User(UUID id, String username, String email, String password, @Nullable Instant registeredAt) {
}
