package io.partnerhub.customer.customer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the customer list: the name by its beginning, everything else exactly
 * (X-10).
 */
record CustomerFilter(@Nullable String customerName, @Nullable String accountName, @Nullable String email,
		@Nullable AssociationType associationType, @Nullable UUID accountManagerId) {

	/** The beginning of the name as a pattern in which nothing but the end is wild. */
	@Nullable String namePattern() {
		return (this.customerName != null) ? this.customerName.replaceAll("([\\\\%_])", "\\\\$1") + "%" : null;
	}

	@Nullable String typeName() {
		return (this.associationType != null) ? this.associationType.name() : null;
	}

}
