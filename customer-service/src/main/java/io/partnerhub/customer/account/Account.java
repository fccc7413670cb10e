package io.partnerhub.customer.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An account with what surely belongs to it: told by its own login, by the vendor, or
 * proven with a code. Only such an address or number gets a customer's verification codes
 * (X-01).
 *
 * @param customerId absent while the hub does not know him
 * @param name login name, or the one given at creation
 * @param realName verified name, if the vendor told it
 * @param emails his addresses, the login's first; possibly none
 * @param mobiles his numbers in E.164, the vendor's first; possibly none
 * @param noted what stands in the customer's record besides, from whomever
 * @param openedAt since when he has it, absent while nobody knows (INV-06)
 */
public record Account(@Nullable UUID customerId, String name, @Nullable String realName, List<String> emails,
		List<String> mobiles, Identity noted, @Nullable Instant openedAt) {

	/** An account of which nobody knows more than the name. */
	public static Account unknown(String name) {
		return new Account(null, name, null, List.of(), List.of(), Identity.NONE, null);
	}

	/** The same account, known to be that old. */
	public Account openedAt(Instant openedAt) {
		return new Account(this.customerId, this.name, this.realName, this.emails, this.mobiles, this.noted, openedAt);
	}

	public @Nullable String email() {
		return this.emails.isEmpty() ? null : this.emails.getFirst();
	}

	public @Nullable String mobile() {
		return this.mobiles.isEmpty() ? null : this.mobiles.getFirst();
	}

	/** Login names differ by more than the case of letters. */
	public boolean isNamed(String accountName) {
		return this.name.equalsIgnoreCase(accountName);
	}

	/** Whether the address or the number surely is his. */
	public boolean owns(Identity named) {
		return (named.email() != null && this.emails.contains(named.email()))
				|| (named.mobile() != null && this.mobiles.contains(named.mobile()));
	}

}
