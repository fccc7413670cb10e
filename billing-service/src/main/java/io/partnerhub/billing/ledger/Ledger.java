package io.partnerhub.billing.ledger;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
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

	private final StatementStore statements;

	private final Arrears arrears;

	private final BalanceAlerts alerts;

	private final Clock clock;

	Ledger(AccountStore accounts, EntryStore entries, StatementStore statements, Arrears arrears, BalanceAlerts alerts,
			Clock clock) {
		this.accounts = accounts;
		this.entries = entries;
		this.statements = statements;
		this.arrears = arrears;
		this.alerts = alerts;
		this.clock = clock;
	}

	/**
	 * Locks accounts for the rest of the transaction and tells them as they stand now, in
	 * the order asked for, so that a decision may be taken under the lock.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Account> lock(List<Account> accounts) {
		Sheet sheet = sheet(accounts.stream().map(Account::id));
		return accounts.stream().map((account) -> sheet.account(account.id())).toList();
	}

	/**
	 * Locks the accounts at those places for many movements, and opens what is not there
	 * yet. Those on which nothing moves are gone again once the sheet is written.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Sheet open(Set<Place> places) {
		Sheet sheet = new Sheet(this.accounts.lockAt(places));
		List<Place> missing = places.stream().filter((place) -> !sheet.has(place)).toList();
		if (missing.isEmpty()) {
			return sheet;
		}
		Set<Place> opened = missing.stream().filter(this.accounts::open).collect(Collectors.toSet());
		return new Sheet(this.accounts.lockAt(places), opened);
	}

	/** Sets a partner's credit line, never below what is used of it. */
	@Transactional
	public Account grant(Account credit, Money limit) {
		Account locked = lock(List.of(credit)).getFirst();
		Money used = Money.zero().minus(locked.balance());
		if (limit.compareTo(used) < 0) {
			throw Problem.conflict("CREDIT_LINE_IN_USE", "More of the line is used than the new one grants.")
				.with("used", used);
		}
		this.accounts.setCreditLimit(credit.id(), limit);
		return this.accounts.lock(List.of(credit.id())).getFirst();
	}

	/** Writes what was moved on a sheet. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(Sheet sheet) {
		this.accounts.close(sheet.openedInVain());
		if (sheet.postings().isEmpty()) {
			return;
		}
		try {
			this.entries.write(sheet.postings(), sheet.changes(), this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw Problem.conflict("ADJUST_TRANSACTION_DUPLICATE", "This transaction id has been used.");
		}
		this.arrears.follow(sheet.changes());
		this.alerts.follow(sheet.changes());
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void move(Movement movement) {
		move(List.of(movement));
	}

	/** Moves all of it or nothing, one after the other. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void move(List<Movement> movements) {
		Sheet sheet = sheet(movements.stream().flatMap((movement) -> Stream.of(movement.debit(), movement.credit())));
		movements.forEach(sheet::move);
		write(sheet);
	}

	/** Moves all that is left on an account, and tells how much that was. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Money moveRest(UUID transactionId, EntryKind kind, Account debit, Account credit) {
		Sheet sheet = sheet(Stream.of(debit.id(), credit.id()));
		Money rest = sheet.account(debit.id()).balance();
		if (!rest.isPositive()) {
			return Money.zero();
		}
		sheet.book(new Movement(transactionId, kind, debit.realm(), debit.id(), credit.id(), rest));
		write(sheet);
		return rest;
	}

	/** Takes an entry back by another with its sides swapped, at most once (I-17). */
	@Transactional(propagation = Propagation.MANDATORY)
	public Movement reverse(UUID entry, UUID transactionId) {
		return reverse(entry, transactionId, EnumSet.allOf(EntryKind.class));
	}

	/** The same, for an entry of certain kinds only. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Movement reverse(UUID entry, UUID transactionId, Set<EntryKind> kinds) {
		Movement correction = this.entries.find(entry)
			.filter((movement) -> kinds.contains(movement.kind()))
			.orElseThrow(() -> Problem.notFound("entry"))
			.reversed(entry, transactionId);
		Sheet sheet = sheet(Stream.of(correction.debit(), correction.credit()));
		if (this.entries.isReversed(entry)) {
			throw Problem.conflict("ENTRY_REVERSED", "The entry has been taken back already.");
		}
		sheet.move(correction);
		write(sheet);
		return correction;
	}

	@Transactional(readOnly = true)
	public Page<StatementLine> statement(StatementFilter filter, PageQuery page) {
		return Page.of(this.statements.page(filter, page), page, StatementLine::id);
	}

	/** For the vendor's face: a page, and how many lines there are. */
	@Transactional(readOnly = true)
	public Found statement(StatementFilter filter, Offset offset) {
		return new Found(this.statements.find(filter, offset), this.statements.count(filter));
	}

	private Sheet sheet(Stream<UUID> ids) {
		return new Sheet(this.accounts.lock(ids.distinct().toList()));
	}

	/** Some lines of a statement, and how many there are in all. */
	public record Found(List<StatementLine> lines, int total) {
	}

}
