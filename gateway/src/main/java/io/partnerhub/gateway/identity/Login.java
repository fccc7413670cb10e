package io.partnerhub.gateway.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A person as an identity provider vouches for him.
 *
 * @param email only if the provider has verified it
 * @param openedAt when the account was opened, if the provider says so
 */
record Login(String issuer, String subject, String name, @Nullable String email, @Nullable Instant openedAt) {
}
