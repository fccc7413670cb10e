package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The account with which somebody accepts.
 *
 * @param customerId absent while the hub does not know him
 * @param name login name, or the one given at creation
 * @param realName verified name, if the vendor told it
 * @param emails addresses that surely are his, the login's first; possibly none
 * @param openedAt since when he has it, absent while nobody knows (INV-06)
 */
record Account(@Nullable UUID customerId, String name, @Nullable String realName, List<String> emails,
		@Nullable Instant openedAt) {

	@Nullable String email() {
		return this.emails.isEmpty() ? null : this.emails.getFirst();
	}

}
