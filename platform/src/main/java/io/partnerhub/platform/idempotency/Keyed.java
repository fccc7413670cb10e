package io.partnerhub.platform.idempotency;

/** A command and the key under which its answer is kept. */
public record Keyed<C>(CommandKey key, C command) {
}
