package io.partnerhub.billing.withdrawal;

import io.partnerhub.billing.invoice.OwedInvoices;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Arrears;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.withdrawal.WithdrawableApi.Answer;
import io.partnerhub.billing.withdrawal.WithdrawableApi.ArrearsRow;
import io.partnerhub.billing.withdrawal.WithdrawableApi.Cash;
import io.partnerhub.billing.withdrawal.WithdrawableApi.OwedRow;
import io.partnerhub.billing.withdrawal.WithdrawableApi.Term;
import io.partnerhub.billing.withdrawal.WithdrawableApi.UnpostedRow;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Explains the withdrawable amount: each term with the rows behind it, as of one moment,
 * and what would raise it (WDR-17).
 */
@Service
class WithdrawableReasons {

	private final Accounts accounts;

	private final OwedInvoices owedInvoices;

	private final UnpostedFlows unposted;

	private final Arrears arrears;

	private final WithdrawalStore withdrawals;

	private final WithdrawalSettings settings;

	WithdrawableReasons(Accounts accounts, OwedInvoices owedInvoices, UnpostedFlows unposted, Arrears arrears,
			WithdrawalStore withdrawals, WithdrawalSettings settings) {
		this.accounts = accounts;
		this.owedInvoices = owedInvoices;
		this.unposted = unposted;
		this.arrears = arrears;
		this.withdrawals = withdrawals;
		this.settings = settings;
	}

	@Transactional(isolation = Isolation.REPEATABLE_READ)
	Answer of(Caller caller) {
		WithdrawalRules.requireWithdrawing(caller);
		Realm realm = Realm.of(caller);
		Account cash = this.accounts.ofPartner(realm);
		Term<OwedRow> owed = owed(realm);
		Term<UnpostedRow> unposted = unposted(realm);
		Term<ArrearsRow> arrears = arrears(realm);
		Withdrawable amount = new Withdrawable(cash.available(), owed.amount(), unposted.amount(), arrears.amount());
		return new Answer(amount.amount(), amount.blocks(), amount.shortfall(),
				new Cash(cash.available(), cash.designated(), held(realm)), owed, unposted, arrears, Remedy.of(amount),
				this.withdrawals.findOpen(realm).orElse(null));
	}

	/** Opens nothing: whoever only looks changes nothing. */
	private Money held(Realm realm) {
		return this.accounts.allOfPartner(realm)
			.stream()
			.filter((account) -> account.type() == AccountType.HELD)
			.map(Account::balance)
			.findAny()
			.orElse(Money.zero());
	}

	private Term<OwedRow> owed(Realm realm) {
		OwedInvoices.Sum sum = this.owedInvoices.of(realm);
		return new Term<>(sum.total(), sum.invoices(), this.owedInvoices.open(realm, rows()).map(OwedRow::of).items());
	}

	private Term<UnpostedRow> unposted(Realm realm) {
		UnpostedFlows.Sum sum = this.unposted.of(realm);
		return new Term<>(sum.total(), sum.flows(), this.unposted.open(realm, rows()).map(UnpostedRow::of).items());
	}

	private Term<ArrearsRow> arrears(Realm realm) {
		Arrears.Sum sum = this.arrears.of(realm);
		return new Term<>(sum.total(), sum.accounts(), this.arrears.rows(realm, rows()).map(ArrearsRow::of).items());
	}

	private PageQuery rows() {
		return new PageQuery(this.settings.rowsShown(), null);
	}

}
