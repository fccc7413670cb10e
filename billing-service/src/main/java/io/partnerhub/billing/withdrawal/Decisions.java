package io.partnerhub.billing.withdrawal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalApproved;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor approves or rejects. At the approval the amount is computed again: if what
 * was held would not be accepted any more, the withdrawal fails (WDR-14).
 */
@Service
class Decisions {

	private static final String INSUFFICIENT = "INSUFFICIENT";

	private final WithdrawalStore store;

	private final PayoutStore payouts;

	private final Settlements settlements;

	private final WithdrawableAmounts amounts;

	private final Payees payees;

	private final Accounts accounts;

	private final Ledger ledger;

	private final Outbox outbox;

	private final Clock clock;

	Decisions(WithdrawalStore store, PayoutStore payouts, Settlements settlements, WithdrawableAmounts amounts,
			Payees payees, Accounts accounts, Ledger ledger, Outbox outbox, Clock clock) {
		this.store = store;
		this.payouts = payouts;
		this.settlements = settlements;
		this.amounts = amounts;
		this.payees = payees;
		this.accounts = accounts;
		this.ledger = ledger;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	Withdrawal approve(UUID id, String operator) {
		Withdrawal withdrawal = lock(id);
		WithdrawalRules.requireState(withdrawal, WithdrawalState.APPROVED);
		Account cash = this.ledger
			.lock(List.of(this.accounts.ofPartner(withdrawal.realm()), this.accounts.held(withdrawal.realm())))
			.getFirst();
		if (!this.amounts.of(cash).stillCoversWhatIsHeld()) {
			return this.settlements.failed(withdrawal, INSUFFICIENT, operator);
		}
		return pay(withdrawal, operator);
	}

	@Transactional
	Withdrawal reject(UUID id, String reason, String operator) {
		Withdrawal withdrawal = lock(id);
		WithdrawalRules.requireState(withdrawal, WithdrawalState.REJECTED);
		return this.settlements.rejected(withdrawal, reason, operator);
	}

	private Withdrawal lock(UUID id) {
		return this.store.lock(id).orElseThrow(() -> Problem.notFound("withdrawal"));
	}

	private Withdrawal pay(Withdrawal withdrawal, String operator) {
		Withdrawal approved = withdrawal.becoming(WithdrawalState.APPROVED, null, this.clock.instant());
		this.store.save(approved, operator, this.clock.instant());
		this.payouts.insert(Ids.next(), approved, this.payees.get(approved.realm()).signingEntity(),
				this.clock.instant());
		this.outbox.announce(new WithdrawalApproved(approved.realm().partnerId(), approved.realm().ownerPartnerId(),
				approved.id(), approved.type().name(), approved.amount().amount()));
		return approved;
	}

}
