package io.partnerhub.coupon.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An account at the vendor, whether or not it has a partner; what is absent is unknown.
 *
 * @param id its customer's id as soon as there is one
 * @param accountName login name, in lower case
 * @param name verified name
 * @param signingEntity the vendor's contracting entity (CSH-15)
 * @param masterAccountName login name of an enterprise member's master (CSH-03)
 */
public record Account(UUID id, String accountName, @Nullable String name, @Nullable String signingEntity,
		@Nullable String masterAccountName) {
}
