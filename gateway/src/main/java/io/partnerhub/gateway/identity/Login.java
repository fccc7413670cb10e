package io.partnerhub.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person as an identity provider vouches for him.
 *
 * @param email only if the provider has verified it
 */
record Login(String issuer, String subject, String name, @Nullable String email) {
}
