package io.partnerhub.customer.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer of the cloud vendor. He is nobody's tenant: only his links belong to a
 * partner.
 *
 * @param accountName login name at his identity provider, or the one given at creation
 * @param customerName name of the company or person, absent until known
 */
public record Customer(UUID id, String accountName, @Nullable String customerName) {

	/** How events name him while only his account is known. */
	public String displayName() {
		return (this.customerName != null) ? this.customerName : this.accountName;
	}

}
