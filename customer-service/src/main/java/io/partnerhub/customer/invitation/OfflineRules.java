package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.time.Instant;

import io.partnerhub.customer.account.Account;
import io.partnerhub.platform.problem.Problem;

/**
 * Who may come by an off-line link: a new account, or one that the partner has
 * pre-registered (INV-06). Nobody passes for new whose age is not known.
 */
final class OfflineRules {

	private OfflineRules() {
	}

	/** An account exactly that old is still new. */
	static void requireNew(Account account, Duration newAccount, String partnerName, Instant now) {
		Instant openedAt = account.openedAt();
		if (openedAt == null) {
			throw tooOld("It is not known since when you have your account; please contact " + partnerName
					+ ", who can pre-register you.", partnerName)
				.with("accountAge", "UNKNOWN");
		}
		if (openedAt.plus(newAccount).isBefore(now)) {
			throw tooOld("This link is for accounts opened within the last " + newAccount.toDays()
					+ " days; please contact " + partnerName + ", who can pre-register you.", partnerName)
				.with("openedAt", openedAt);
		}
	}

	private static Problem tooOld(String detail, String partnerName) {
		return Problem.conflict("CUSTOMER_TOO_OLD_FOR_OFFLINE", detail).with("partnerName", partnerName);
	}

}
