package io.partnerhub.billing.withdrawal;

import io.partnerhub.billing.invoice.OwedInvoices;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Arrears;
import io.partnerhub.billing.ledger.Realm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes how much a partner may withdraw (WDR-16). Decisions hand over the cash account
 * as it stands under its lock; what is only shown may be older.
 */
@Service
@Transactional
class WithdrawableAmounts {

	private final Accounts accounts;

	private final OwedInvoices owedInvoices;

	private final UnpostedFlows unposted;

	private final Arrears arrears;

	WithdrawableAmounts(Accounts accounts, OwedInvoices owedInvoices, UnpostedFlows unposted, Arrears arrears) {
		this.accounts = accounts;
		this.owedInvoices = owedInvoices;
		this.unposted = unposted;
		this.arrears = arrears;
	}

	Withdrawable of(Realm realm) {
		return of(this.accounts.ofPartner(realm));
	}

	Withdrawable of(Account cash) {
		Realm realm = cash.realm();
		return new Withdrawable(cash.available(), this.owedInvoices.of(realm).total(), this.unposted.of(realm).total(),
				this.arrears.of(realm).total());
	}

}
