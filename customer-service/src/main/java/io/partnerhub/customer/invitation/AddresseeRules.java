package io.partnerhub.customer.invitation;

import java.util.List;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Identity;

/** For which account an invitation by mail is. */
final class AddresseeRules {

	private AddresseeRules() {
	}

	/**
	 * The account that the partner named. Where he named none: one that has the invited
	 * address or number, and any if no account is known to have it.
	 * @param known accounts that may have them
	 */
	static boolean isMeant(Identity invited, Account account, List<Account> known) {
		if (invited.accountName() != null) {
			return account.isNamed(invited.accountName());
		}
		return account.owns(invited) || known.stream().noneMatch((other) -> other.owns(invited));
	}

}
