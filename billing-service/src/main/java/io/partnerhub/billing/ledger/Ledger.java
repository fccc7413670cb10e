package io.partnerhub.billing.ledger;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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

	/**
	 * Locks accounts for the rest of the transaction and tells them as they stand now, in
	 * the order asked for, so that a decision may be taken under the lock.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Account> lock(List<Account> accounts) {
		Map<UUID, Account> locked = locked(accounts.stream().map(Account::id));
		return accounts.stream().map((account) -> account(account.id(), locked)).toList();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void move(Movement movement) {
		move(List.of(movement));
	}

	/** Moves all of it or nothing, one after the other. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void move(List<Movement> movements) {
		Map<UUID, Account> accounts = locked(
				movements.stream().flatMap((movement) -> Stream.of(movement.debit(), movement.credit())));
		for (Movement movement : movements) {
			account(movement.debit(), accounts).requireCovers(movement.amount());
			book(movement, accounts);
		}
	}

	/** Moves all that is left on an account, and tells how much that was. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Money moveRest(UUID transactionId, EntryKind kind, Account debit, Account credit) {
		Map<UUID, Account> accounts = locked(Stream.of(debit.id(), credit.id()));
		Money rest = account(debit.id(), accounts).balance();
		if (!rest.isPositive()) {
			return Money.zero();
		}
		book(new Movement(transactionId, kind, debit.realm(), debit.id(), credit.id(), rest), accounts);
		return rest;
	}

	/** Takes an entry back by another with its sides swapped, at most once (I-17). */
	@Transactional(propagation = Propagation.MANDATORY)
	public Movement reverse(UUID entry, UUID transactionId) {
		Movement correction = this.entries.find(entry)
			.orElseThrow(() -> Problem.notFound("entry"))
			.reversed(entry, transactionId);
		Map<UUID, Account> accounts = locked(Stream.of(correction.debit(), correction.credit()));
		if (this.entries.isReversed(entry)) {
			throw Problem.conflict("ENTRY_REVERSED", "The entry has been taken back already.");
		}
		account(correction.debit(), accounts).requireCovers(correction.amount());
		book(correction, accounts);
		return correction;
	}

	@Transactional(readOnly = true)
	public Page<StatementLine> statement(Account account, PageQuery page) {
		return Page.of(this.entries.statement(account.id(), page), page, StatementLine::id);
	}

	private Map<UUID, Account> locked(Stream<UUID> ids) {
		Map<UUID, Account> accounts = new HashMap<>();
		this.accounts.lock(ids.distinct().toList()).forEach((account) -> accounts.put(account.id(), account));
		return accounts;
	}

	private static Account account(UUID id, Map<UUID, Account> accounts) {
		return Objects.requireNonNull(accounts.get(id), "no such account");
	}

	private void book(Movement movement, Map<UUID, Account> accounts) {
		try {
			this.entries.book(movement, this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw Problem.conflict("ADJUST_TRANSACTION_DUPLICATE", "This transaction id has been used.");
		}
		for (UUID side : List.of(movement.debit(), movement.credit())) {
			Account before = account(side, accounts);
			Account after = before.after(movement);
			accounts.put(side, after);
			this.arrears.follow(before, after);
		}
	}

}
