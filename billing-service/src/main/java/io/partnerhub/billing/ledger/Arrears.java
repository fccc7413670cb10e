package io.partnerhub.billing.ledger;

import java.util.List;

import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Component;

/**
 * Tells what a customer owes (欠费, CUS-01, DIS-05) whenever a movement changes it, in the
 * transaction of the movement. Debts of a link that another has replaced are no fact of
 * the present one and are not told.
 */
@Component
class Arrears {

	private final AccountStore accounts;

	private final Outbox outbox;

	Arrears(AccountStore accounts, Outbox outbox) {
		this.accounts = accounts;
		this.outbox = outbox;
	}

	/**
	 * Follows a booked movement.
	 * @param accounts both sides as they were before
	 */
	void follow(Movement movement, List<Account> accounts) {
		accounts.stream()
			.filter((account) -> account.ownerKind() == OwnerKind.CUSTOMER)
			.forEach((account) -> follow(account, account.after(movement)));
	}

	private void follow(Account before, Account after) {
		Money owed = after.owed();
		if (!owed.equals(before.owed())) {
			this.accounts.epochOf(after)
				.ifPresent((epoch) -> this.outbox.announce(new CustomerArrearsChanged(after.realm().partnerId(),
						after.realm().ownerPartnerId(), after.holderId(), epoch, owed.amount())));
		}
	}

}
