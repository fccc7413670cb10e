package io.partnerhub.customer.relation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The customer of a request, as far as it matters here.
 *
 * @param frozen whether he was frozen by hand (FRZ-03)
 */
record Account(UUID customerId, String accountName, @Nullable String customerName, @Nullable String email,
		boolean frozen) {

	String displayName() {
		return (this.customerName != null) ? this.customerName : this.accountName;
	}

}
