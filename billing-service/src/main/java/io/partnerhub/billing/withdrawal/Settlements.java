package io.partnerhub.billing.withdrawal;

import java.time.Clock;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.topup.Flows;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalCancelled;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalFailed;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRejected;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalSucceeded;
import io.partnerhub.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends a withdrawal whose row is locked: what is held was paid, or goes back to the cash
 * and to its top-ups, once (I-22).
 */
@Component
class Settlements {

	private final WithdrawalStore store;

	private final Flows flows;

	private final Accounts accounts;

	private final Ledger ledger;

	private final Outbox outbox;

	private final Clock clock;

	Settlements(WithdrawalStore store, Flows flows, Accounts accounts, Ledger ledger, Outbox outbox, Clock clock) {
		this.store = store;
		this.flows = flows;
		this.accounts = accounts;
		this.ledger = ledger;
		this.outbox = outbox;
		this.clock = clock;
	}

	Withdrawal paid(Withdrawal withdrawal, String operator) {
		Realm realm = withdrawal.realm();
		this.ledger.move(new Movement(withdrawal.id(), EntryKind.WITHDRAWAL_PAID, realm, this.accounts.held(realm).id(),
				this.accounts.clearing(realm).id(), withdrawal.amount()));
		Withdrawal paid = save(withdrawal, WithdrawalState.SUCCEEDED, null, operator);
		this.outbox.announce(new WithdrawalSucceeded(realm.partnerId(), realm.ownerPartnerId(), withdrawal.id(),
				withdrawal.type().name(), withdrawal.amount().amount()));
		return paid;
	}

	/** The bank refused: what did not find its way back may go to a bank card. */
	Withdrawal refusedByBank(Withdrawal withdrawal, String reason, String operator) {
		if (withdrawal.type() == WithdrawalType.ORIGINAL) {
			this.store.sources(withdrawal.id()).forEach((source) -> this.flows.originalFailed(source.flowId()));
		}
		return failed(withdrawal, reason, operator);
	}

	Withdrawal failed(Withdrawal withdrawal, String reason, String operator) {
		Withdrawal failed = release(withdrawal, WithdrawalState.FAILED, reason, operator);
		this.outbox.announce(new WithdrawalFailed(withdrawal.realm().partnerId(), withdrawal.realm().ownerPartnerId(),
				withdrawal.id(), withdrawal.type().name(), withdrawal.amount().amount(), reason));
		return failed;
	}

	Withdrawal rejected(Withdrawal withdrawal, String reason, String operator) {
		Withdrawal rejected = release(withdrawal, WithdrawalState.REJECTED, reason, operator);
		this.outbox.announce(new WithdrawalRejected(withdrawal.realm().partnerId(), withdrawal.realm().ownerPartnerId(),
				withdrawal.id(), withdrawal.type().name(), withdrawal.amount().amount(), reason));
		return rejected;
	}

	Withdrawal cancelled(Withdrawal withdrawal, String operator) {
		Withdrawal cancelled = release(withdrawal, WithdrawalState.CANCELLED, null, operator);
		this.outbox
			.announce(new WithdrawalCancelled(withdrawal.realm().partnerId(), withdrawal.realm().ownerPartnerId(),
					withdrawal.id(), withdrawal.type().name(), withdrawal.amount().amount()));
		return cancelled;
	}

	private Withdrawal release(Withdrawal withdrawal, WithdrawalState end, @Nullable String reason, String operator) {
		Realm realm = withdrawal.realm();
		this.store.sources(withdrawal.id()).forEach((source) -> this.flows.giveBack(source.flowId(), source.amount()));
		this.ledger.move(new Movement(withdrawal.id(), EntryKind.WITHDRAWAL_RELEASED, realm,
				this.accounts.held(realm).id(), this.accounts.ofPartner(realm).id(), withdrawal.amount()));
		return save(withdrawal, end, reason, operator);
	}

	private Withdrawal save(Withdrawal withdrawal, WithdrawalState next, @Nullable String reason, String operator) {
		Withdrawal changed = withdrawal.becoming(next, reason, this.clock.instant());
		this.store.save(changed, operator, this.clock.instant());
		return changed;
	}

}
