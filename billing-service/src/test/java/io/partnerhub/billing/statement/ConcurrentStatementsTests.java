package io.partnerhub.billing.statement;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@BillingTest
class ConcurrentStatementsTests {

	private final HubClient client;

	private final Given given;

	private final Ledger ledger;

	private final Accounts accounts;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	ConcurrentStatementsTests(HubClient client, Given given, Ledger ledger, Accounts accounts, MovableClock clock,
			JdbcClient jdbc, TransactionTemplate transaction) {
		this.client = client;
		this.given = given;
		this.ledger = ledger;
		this.accounts = accounts;
		this.clock = clock;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("I-14")
	void holdEntriesThatWereUnderWayAsTheyWereAskedFor() {
		Partner partner = this.given.distributorWith("1000.00");
		CompletableFuture<Answer> statement = this.transaction.execute((_) -> {
			moved(partner);
			this.clock.advance(Duration.ofSeconds(1));
			CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> begin(partner));
			await().pollInSameThread().until(() -> asked.isDone() || somebodyWaitsForMe());
			return asked;
		});
		assertThat(statement.join().expect(202).text("/closingBalance/amount")).isEqualTo("1005.00");
	}

	/** 5.00 more, written but not committed yet. */
	private void moved(Partner partner) {
		Realm realm = new Realm(partner.tenant(), partner.id());
		this.ledger.move(new Movement(Ids.next(), EntryKind.BERETRIEVE, realm, this.accounts.clearing(realm).id(),
				this.accounts.ofPartner(realm).id(), Money.of("5.00")));
	}

	private Answer begin(Partner partner) {
		return this.client.as(partner.admin())
			.post("/api/v1/account-statements",
					Map.of("from", "2026-02-01T00:00:00Z", "to", this.clock.instant(), "format", "CSV"));
	}

	private boolean somebodyWaitsForMe() {
		return this.jdbc.sql(
				"select exists(select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

}
