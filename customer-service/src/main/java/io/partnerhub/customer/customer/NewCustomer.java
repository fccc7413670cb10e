package io.partnerhub.customer.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer to be recorded: with the login that accepted an invitation, or with the
 * identity on the partner's own platform.
 */
public record NewCustomer(@Nullable String issuer, @Nullable String subject, String accountName,
		@Nullable String customerName, @Nullable String email, @Nullable String mobile, @Nullable String xaccountId,
		@Nullable String xaccountType) {

	public static NewCustomer ofLogin(String issuer, String subject, String accountName, String customerName,
			@Nullable String email, @Nullable String mobile) {
		return new NewCustomer(issuer, subject, accountName, customerName, email, mobile, null, null);
	}

	public static NewCustomer ofPlatform(String accountName, @Nullable String mobile, String xaccountId,
			String xaccountType) {
		return new NewCustomer(null, null, accountName, null, null, mobile, xaccountId, xaccountType);
	}

}
