package io.partnerhub.customer.customer;

import io.partnerhub.customer.contact.ContactRules;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be recorded: with the login that accepted an invitation, or with the
 * identity on the partner's own platform.
 *
 * @param email where he is written to, from whomever
 * @param mobile his number, from whomever; proven with a code if a platform made him
 * @param loginEmail the verified e-mail of his login
 */
public record NewCustomer(@Nullable String issuer, @Nullable String subject, String accountName,
		@Nullable String customerName, @Nullable String email, @Nullable String mobile, @Nullable String loginEmail,
		@Nullable String xaccountId, @Nullable String xaccountType) {

	public static NewCustomer ofLogin(String issuer, String subject, String accountName, @Nullable String customerName,
			@Nullable String email, @Nullable String mobile, @Nullable String loginEmail) {
		return new NewCustomer(issuer, subject, accountName, customerName, email, mobile,
				(loginEmail != null) ? ContactRules.email(loginEmail) : null, null, null);
	}

	public static NewCustomer ofPlatform(String accountName, @Nullable String mobile, String xaccountId,
			String xaccountType) {
		return new NewCustomer(null, null, accountName, null, null, mobile, null, xaccountId, xaccountType);
	}

}
