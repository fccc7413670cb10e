package io.partnerhub.coupon.record;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record with what its customer is called, as long as he is or was last the issuer's,
 * or got something without a link; the names are not masked yet.
 */
public record ShownRecord(OperationRecord entry, @Nullable String customerName, @Nullable String accountName) {

	public UUID id() {
		return this.entry.id();
	}

}
