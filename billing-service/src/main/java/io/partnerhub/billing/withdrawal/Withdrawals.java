package io.partnerhub.billing.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.payee.Payee;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.billing.topup.Flows;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRequested;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner asks for its cash, cancels that, and deletes what was rejected (9.4). The
 * amount is decided and held under the lock of the account, one withdrawal at a time
 * (WDR-01, I-19, I-20).
 */
@Service
class Withdrawals {

	private final WithdrawalStore store;

	private final Payees payees;

	private final Sources sources;

	private final WithdrawableAmounts amounts;

	private final Settlements settlements;

	private final Flows flows;

	private final Accounts accounts;

	private final Ledger ledger;

	private final Outbox outbox;

	private final WithdrawalSettings settings;

	private final PayoutCalendar calendar;

	private final Clock clock;

	Withdrawals(WithdrawalStore store, Payees payees, Sources sources, WithdrawableAmounts amounts,
			Settlements settlements, Flows flows, Accounts accounts, Ledger ledger, Outbox outbox,
			WithdrawalSettings settings, WorkingDays workingDays, Clock clock) {
		this.store = store;
		this.payees = payees;
		this.sources = sources;
		this.amounts = amounts;
		this.settlements = settlements;
		this.flows = flows;
		this.accounts = accounts;
		this.ledger = ledger;
		this.outbox = outbox;
		this.settings = settings;
		this.calendar = new PayoutCalendar(settings, workingDays);
		this.clock = clock;
	}

	@Transactional
	Withdrawal submit(Caller caller, WithdrawalWish wish) {
		WithdrawalRules.requireWithdrawing(caller);
		Realm realm = Realm.of(caller);
		Payee payee = this.payees.hold(realm);
		WithdrawalRules.requirePayable(payee);
		if (this.store.findOpen(realm).isPresent()) {
			throw Problem.conflict("WITHDRAW_IN_PROGRESS", "One withdrawal at a time: another is still open.");
		}
		List<Flow> flows = this.sources.hold(realm, wish);
		Account cash = this.ledger.lock(List.of(this.accounts.ofPartner(realm), this.accounts.held(realm))).getFirst();
		Withdrawable withdrawable = this.amounts.of(cash);
		withdrawable.requireCovers(wish.amount());
		List<Source> sources = this.sources.choose(flows, wish, payee, withdrawable);
		requirePayment(wish, sources, payee);
		keepBranch(sources, wish, payee);
		return hold(withdrawal(caller, realm, wish, withdrawable), sources);
	}

	@Transactional
	Withdrawal cancel(Caller caller, UUID id) {
		Withdrawal withdrawal = lock(caller, id);
		WithdrawalRules.requireState(withdrawal, WithdrawalState.CANCELLED);
		return this.settlements.cancelled(withdrawal, caller.subject());
	}

	/** What was rejected need not be seen any more (WDR-12). */
	@Transactional
	void delete(Caller caller, UUID id) {
		Withdrawal withdrawal = lock(caller, id);
		WithdrawalRules.requireState(withdrawal, WithdrawalState.DELETED);
		this.store.save(withdrawal.becoming(WithdrawalState.DELETED, null, this.clock.instant()), caller.subject(),
				this.clock.instant());
	}

	private Withdrawal lock(Caller caller, UUID id) {
		WithdrawalRules.requireWithdrawing(caller);
		return this.store.lock(Realm.of(caller), id)
			.filter((withdrawal) -> withdrawal.state() != WithdrawalState.DELETED)
			.orElseThrow(() -> Problem.notFound("withdrawal"));
	}

	private Withdrawal withdrawal(Caller caller, Realm realm, WithdrawalWish wish, Withdrawable withdrawable) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.settings.zone());
		return new Withdrawal(Ids.next(), realm, wish.type(), WithdrawalState.SUBMITTED, 1, wish.amount(), withdrawable,
				wish.bank(), this.calendar.expectedBy(wish.type(), today), caller.subject(), null, now, null);
	}

	private static void requirePayment(WithdrawalWish wish, List<Source> sources, Payee payee) {
		BankAccount account = wish.bank();
		if (account != null) {
			sources.forEach((source) -> HolderRules.requireHolder(account, source.flow(), payee));
		}
		else if (wish.branch() == null) {
			List<UUID> unknown = sources.stream()
				.map(Source::flow)
				.filter(Withdrawals::asksForBranch)
				.map(Flow::id)
				.toList();
			if (!unknown.isEmpty()) {
				throw Problem.conflict("WITHDRAW_BRANCH_REQUIRED", "The branch of the bank that paid is not known yet.")
					.with("flowIds", unknown);
			}
		}
	}

	private static boolean asksForBranch(Flow flow) {
		return flow.channel().isBank() && !flow.branchKnown();
	}

	private void keepBranch(List<Source> sources, WithdrawalWish wish, Payee payee) {
		if (wish.type() == WithdrawalType.ORIGINAL && wish.branch() != null) {
			sources.stream()
				.map(Source::flow)
				.filter(Withdrawals::asksForBranch)
				.forEach((flow) -> this.flows.keepBranch(flow, payer(flow, payee).withBranch(wish.branch())));
		}
	}

	/** Where the feed named nobody, the partner itself has paid. */
	private static BankAccount payer(Flow flow, Payee payee) {
		return (flow.payer() != null) ? flow.payer() : new BankAccount(null, null, payee.verifiedName(), null);
	}

	private Withdrawal hold(Withdrawal withdrawal, List<Source> sources) {
		Realm realm = withdrawal.realm();
		this.store.insert(withdrawal, sources);
		sources.forEach((source) -> this.flows.take(source.flow().id(), source.amount()));
		this.ledger.move(new Movement(withdrawal.id(), EntryKind.WITHDRAWAL_HOLD, realm,
				this.accounts.ofPartner(realm).id(), this.accounts.held(realm).id(), withdrawal.amount()));
		this.outbox.announce(new WithdrawalRequested(realm.partnerId(), realm.ownerPartnerId(), withdrawal.id(),
				withdrawal.type().name(), withdrawal.amount().amount()));
		return withdrawal;
	}

}
