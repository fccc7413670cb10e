package io.partnerhub.billing.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.ObjectNames;
import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountHistory;
import io.partnerhub.billing.ledger.AccountHistory.Mark;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.statement.AccountStatement.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.job.Kept;
import io.partnerhub.platform.job.Worker;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements of account: asked for, fetched while they are kept, then gone. The
 * opening balance, the lines and the closing balance add up.
 */
@Service
class AccountStatements {

	private static final int EXPIRED_AT_ONCE = 100;

	private final AccountStatementStore store;

	private final Accounts accounts;

	private final Ledger ledger;

	private final AccountHistory history;

	private final ObjectPort objects;

	private final StatementSettings settings;

	private final Worker worker;

	private final Kept kept;

	private final Clock clock;

	AccountStatements(AccountStatementStore store, Accounts accounts, Ledger ledger, AccountHistory history,
			ObjectPort objects, StatementSettings settings, @Qualifier("statementWorker") Worker worker, Clock clock) {
		this.store = store;
		this.accounts = accounts;
		this.ledger = ledger;
		this.history = history;
		this.objects = objects;
		this.settings = settings;
		this.worker = worker;
		this.kept = new Kept(settings.kept(), clock);
		this.clock = clock;
	}

	@Transactional
	AccountStatement begin(Caller caller, Wish wish) {
		StatementRules.requireViewing(caller);
		Instant now = this.clock.instant();
		StatementRules.requirePeriod(wish.from(), wish.to(), now, this.settings.months());
		if (this.store.claims().countRunning(caller.owner()) >= this.settings.openPerPartner()) {
			throw Problem.conflict("TOO_MANY_OPERATIONS", "Wait for one of your statements to be written.")
				.with("limit", this.settings.openPerPartner());
		}
		UUID account = settled(account(Realm.of(caller), wish.accountId())).id();
		Mark opening = this.history.before(account, wish.from());
		Mark closing = this.history.before(account, wish.to());
		StatementRules.requireSize(closing.sequence() - opening.sequence(), this.settings.most(wish.format()));
		AccountStatement statement = new AccountStatement(Ids.next(), Realm.of(caller), account, State.RUNNING,
				wish.format(), wish.language(), wish.from(), wish.to(), opening, closing, 0, 0, caller.subject(), now,
				null);
		this.store.insert(statement);
		this.worker.wakeAfterCommit();
		return statement;
	}

	@Transactional(readOnly = true)
	AccountStatement get(Caller caller, UUID id) {
		StatementRules.requireViewing(caller);
		return this.store.find(Realm.of(caller), id)
			.map(this::asOfNow)
			.orElseThrow(() -> Problem.notFound("statement"));
	}

	@Transactional(readOnly = true)
	Page<AccountStatement> list(Caller caller, PageQuery page) {
		StatementRules.requireViewing(caller);
		return Page.of(this.store.page(Realm.of(caller), page), page, AccountStatement::id).map(this::asOfNow);
	}

	/** The file of a statement that was just got, if it can be fetched now. */
	InputStream file(AccountStatement statement) {
		if (statement.state() == State.EXPIRED) {
			throw Problem.conflict("STATEMENT_EXPIRED", "The file is not kept any longer.");
		}
		if (statement.state() != State.DONE) {
			throw Problem.conflict("STATEMENT_NOT_READY", "There is no file for this statement.")
				.with("state", statement.state());
		}
		try {
			return this.objects.get(statement.id());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Transactional
	void expire() {
		this.store.claims().expire(this.kept.before(), EXPIRED_AT_ONCE).forEach(this.objects::forget);
	}

	private AccountStatement asOfNow(AccountStatement statement) {
		boolean over = statement.state() == State.DONE && this.kept.isOver(statement.finishedAt());
		return over ? statement.expired() : statement;
	}

	/** No entry stamped before now is still under way once the account is locked. */
	private Account settled(Account account) {
		return this.ledger.lock(List.of(account)).getFirst();
	}

	/** One of the partner's own accounts; its cash unless another is named. */
	private Account account(Realm realm, @Nullable UUID id) {
		return (id == null) ? this.accounts.ofPartner(realm)
				: this.accounts.allOfPartner(realm)
					.stream()
					.filter((account) -> account.id().equals(id))
					.findAny()
					.orElseThrow(() -> Problem.notFound("account"));
	}

	/** What is wanted. */
	record Wish(@Nullable UUID accountId, Instant from, Instant to, AccountStatement.Format format,
			AccountStatement.Language language) {
	}

	/** Who writes statements, and who takes them away. */
	@Configuration(proxyBeanMethods = false)
	static class Work {

		private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

		@Bean
		Worker statementWorker(StatementWriting writing, StatementSettings settings) {
			return new Worker("statements", settings.enabled(), settings.pollInterval(), writing::drain);
		}

		@Bean
		ObjectNames statementFiles(AccountStatementStore store) {
			return new ObjectNames(store::named);
		}

		@Bean
		Job statementExpiry(AccountStatements statements) {
			return new Job("statement-expiry", EXPIRE_EVERY, statements::expire);
		}

	}

}
