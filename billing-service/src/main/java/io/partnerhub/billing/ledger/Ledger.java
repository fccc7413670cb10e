package io.partnerhub.billing.ledger;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way money moves (I-12 to I-16): both accounts are locked, the payer's balance
 * is checked, and the entry and both balances commit with whatever caused them.
 */
@Service
public class Ledger {

	private final AccountStore accounts;

	private final EntryStore entries;

	private final Arrears arrears;

	private final Clock clock;

	Ledger(AccountStore accounts, EntryStore entries, Arrears arrears, Clock clock) {
		this.accounts = accounts;
		this.entries = entries;
		this.arrears = arrears;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void move(Movement movement) {
		List<Account> accounts = this.accounts.lock(List.of(movement.debit(), movement.credit()));
		debited(movement.debit(), accounts).requireCovers(movement.amount());
		book(movement, accounts);
	}

	/** Moves all that is left on an account, and tells how much that was. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Money moveRest(UUID transactionId, EntryKind kind, Account debit, Account credit) {
		List<Account> accounts = this.accounts.lock(List.of(debit.id(), credit.id()));
		Money rest = debited(debit.id(), accounts).balance();
		if (!rest.isPositive()) {
			return Money.zero();
		}
		book(new Movement(transactionId, kind, debit.realm(), debit.id(), credit.id(), rest), accounts);
		return rest;
	}

	@Transactional(readOnly = true)
	public Page<StatementLine> statement(Account account, PageQuery page) {
		return Page.of(this.entries.statement(account.id(), page), page, StatementLine::id);
	}

	private static Account debited(UUID debit, List<Account> accounts) {
		return accounts.stream().filter((account) -> account.id().equals(debit)).findAny().orElseThrow();
	}

	private void book(Movement movement, List<Account> accounts) {
		try {
			this.entries.book(movement, this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw Problem.conflict("ADJUST_TRANSACTION_DUPLICATE", "This transaction id has been used.");
		}
		this.arrears.follow(movement, accounts);
	}

}
