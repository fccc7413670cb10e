package io.partnerhub.customer.preregistration;

import java.util.Locale;
import java.util.Set;

import io.partnerhub.customer.account.Identity;
import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whom a partner wants to reserve, in the one spelling that tells whether two partners
 * mean the same one (PRE-08). He can be reached by mail or by mobile.
 *
 * @param existingAccountName login name of the account he has at the vendor, if any
 * @param country ISO 3166-1 alpha-2, if the partner says so
 */
public record Prospect(String customerName, String contactName, @Nullable String email, @Nullable String mobile,
		@Nullable String existingAccountName, @Nullable String country) {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	/** How the partner has named the account he may have. */
	public Identity identity() {
		return new Identity(this.existingAccountName, this.email, this.mobile);
	}

	/** Brings what a person typed into one spelling. */
	Prospect normalised() {
		if (this.email == null && this.mobile == null) {
			throw Problem.invalid("/email", "REQUIRED", "Give an e-mail, a mobile number, or both.");
		}
		if (this.country != null && !COUNTRIES.contains(this.country)) {
			throw Problem.invalid("/country", "WRONG_VALUE", "A country is two capital letters of ISO 3166-1.");
		}
		return new Prospect(this.customerName.strip(), this.contactName.strip(),
				(this.email != null) ? ContactRules.email(this.email) : null, ContactRules.mobile(this.mobile),
				(this.existingAccountName != null) ? this.existingAccountName.strip() : null, this.country);
	}

}
