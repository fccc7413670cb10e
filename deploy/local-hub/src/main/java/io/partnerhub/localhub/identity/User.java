package io.partnerhub.localhub.identity;

import java.util.UUID;

/**
 * A person who can log in. The id never changes and is what the hub knows the person by.
 */
record User(UUID id, String username, String email, String password) {
}
