package io.partnerhub.customer.invitation;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Accounts;
import io.partnerhub.customer.account.Identity;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.preregistration.PreRegistrations;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * An invitation by mail is for the account that was pre-registered, whoever holds its
 * link (INV-01, PRE-08): else an account could come that nobody has screened.
 */
@Component
class Addressees {

	private final PreRegistrations preRegistrations;

	private final Accounts accounts;

	private final KnownPartners partners;

	Addressees(PreRegistrations preRegistrations, Accounts accounts, KnownPartners partners) {
		this.preRegistrations = preRegistrations;
		this.accounts = accounts;
		this.partners = partners;
	}

	void require(Invitation invitation, Account account) {
		Identity invited = this.preRegistrations.get(invitation.ownerPartnerId(), invitation.preRegistrationId())
			.prospect()
			.identity();
		if (!AddresseeRules.isMeant(invited, account, this.accounts.matching(invited))) {
			String partnerName = this.partners.get(invitation.ownerPartnerId()).name();
			throw Problem
				.conflict("INVITE_FOR_ANOTHER_ACCOUNT",
						"This invitation is for another account; log in with that one, or contact " + partnerName
								+ ", who can pre-register this one.")
				.with("partnerName", partnerName);
		}
	}

}
