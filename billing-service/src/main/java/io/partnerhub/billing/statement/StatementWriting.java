package io.partnerhub.billing.statement;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.billing.ledger.AccountHistory;
import io.partnerhub.billing.ledger.AccountHistory.Line;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.statement.AccountStatement.State;
import io.partnerhub.platform.job.Claims;
import io.partnerhub.platform.job.Claims.Claim;
import io.partnerhub.platform.job.Worker;
import io.partnerhub.platform.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes statements, entries read page by page. A file that does not add up is never
 * handed out; what broke off is written again from its beginning, and is the same.
 */
@Component
class StatementWriting {

	private static final Logger log = LoggerFactory.getLogger(StatementWriting.class);

	private final AccountStatementStore store;

	private final Claims claims;

	private final AccountHistory history;

	private final KnownPartners partners;

	private final ObjectPort objects;

	private final StatementSettings settings;

	private final Clock clock;

	StatementWriting(AccountStatementStore store, AccountHistory history, KnownPartners partners, ObjectPort objects,
			StatementSettings settings, Clock clock) {
		this.store = store;
		this.claims = store.claims();
		this.history = history;
		this.partners = partners;
		this.objects = objects;
		this.settings = settings;
		this.clock = clock;
	}

	/** Until nothing is left to write. */
	void drain() {
		Worker.drain(() -> this.claims.take(this.clock.instant(), until()),
				(claim) -> write(claim, this.store.get(claim.id())));
	}

	private void write(Claim claim, AccountStatement statement) {
		try {
			Path file = Files.createTempFile("statement", ".tmp");
			try {
				writeTo(file, claim, statement);
				this.objects.put(statement.id(), file);
			}
			finally {
				Files.deleteIfExists(file);
			}
			this.claims.end(claim, State.DONE.name(), statement.total(), this.clock.instant());
		}
		catch (IOException | RuntimeException ex) {
			log.warn("statement {} failed", statement.id(), ex);
			failed(claim);
		}
	}

	private void writeTo(Path target, Claim claim, AccountStatement statement) throws IOException {
		Money balance = statement.opening().balance();
		long at = statement.opening().sequence();
		try (BufferedOutputStream bytes = new BufferedOutputStream(Files.newOutputStream(target));
				StatementFile file = StatementFile.open(statement, partner(statement), bytes)) {
			while (at < statement.closing().sequence()) {
				for (Line line : next(statement, at)) {
					balance = balance.plus(line.change());
					require(line.sequence() == ++at && line.balance().equals(balance), statement);
					file.line(line);
				}
				this.claims.progress(claim, at - statement.opening().sequence(), until());
			}
			require(balance.equals(statement.closing().balance()), statement);
			file.end();
		}
	}

	private String partner(AccountStatement statement) {
		return this.partners.get(statement.realm().ownerPartnerId()).name();
	}

	private List<Line> next(AccountStatement statement, long after) {
		List<Line> lines = this.history.read(statement.accountId(), after, statement.closing().sequence(),
				this.settings.entriesAtOnce());
		require(!lines.isEmpty(), statement);
		return lines;
	}

	private static void require(boolean addsUp, AccountStatement statement) {
		if (!addsUp) {
			throw new IllegalStateException("the entries of account " + statement.accountId() + " do not add up");
		}
	}

	/**
	 * Whoever claims it once this claim is over tries again, if it was not the last try.
	 */
	private void failed(Claim claim) {
		if (claim.attempt() >= this.settings.attempts()) {
			this.claims.end(claim, State.FAILED.name(), 0, this.clock.instant());
		}
	}

	private Instant until() {
		return this.clock.instant().plus(this.settings.claim());
	}

}
