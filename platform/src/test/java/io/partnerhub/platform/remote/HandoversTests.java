package io.partnerhub.platform.remote;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An instruction is handed over once and asked about until it is answered. */
@Tag("I-21")
class HandoversTests {

	private static final Instant NOW = MovableClock.START;

	private static final Instant LATER = NOW.plus(Duration.ofSeconds(30));

	private final UUID id = Ids.next();

	private JdbcClient jdbc;

	private Handovers handovers;

	@BeforeEach
	void anInstruction() {
		this.jdbc = JdbcClient.create(new DriverManagerDataSource(TestDatabase.create()));
		this.jdbc
			.sql("""
					create table order_out (number uuid primary key, state text default 'WAITING', sendings integer default 0,
					                        due_at timestamptz, reason text, answered_at timestamptz)
					""")
			.update();
		this.jdbc.sql("insert into order_out (number, due_at) values (:id, :now)")
			.param("id", this.id)
			.param("now", Timestamp.from(NOW))
			.update();
		this.handovers = new Handovers(this.jdbc, "order_out", "number");
	}

	@Test
	void isClaimedByOneUntilItIsDueAgain() {
		assertThat(this.handovers.claim(NOW, LATER, 10)).containsExactly(this.id);
		assertThat(this.handovers.claim(LATER.minusMillis(1), LATER, 10)).isEmpty();
		assertThat(this.handovers.claim(LATER, LATER.plusSeconds(30), 10)).containsExactly(this.id);
	}

	@Test
	void isHandedOverAgainOnlyIfItNeverArrived() {
		assertThat(this.handovers.send(this.id, LATER)).isTrue();
		this.handovers.waitFor(this.id, "UNKNOWN", LATER);
		assertThat(this.handovers.unknown()).isEqualTo(1);
		assertThat(this.handovers.send(this.id, LATER)).isFalse();
		this.handovers.waitFor(this.id, "WAITING", NOW);
		assertThat(this.handovers.send(this.id, LATER)).isTrue();
		assertThat(row("state || sendings")).isEqualTo("SENT2");
	}

	@Test
	void keepsItsAnswer() {
		this.handovers.send(this.id, LATER);
		this.handovers.answer(this.id, "FAILED", "ACCOUNT_CLOSED", NOW);
		this.handovers.waitFor(this.id, "UNKNOWN", LATER);
		assertThat(row("state || reason")).isEqualTo("FAILEDACCOUNT_CLOSED");
		assertThat(this.handovers.send(this.id, LATER)).isFalse();
		assertThat(this.handovers.claim(LATER.plusSeconds(60), LATER, 10)).isEmpty();
	}

	private String row(String expression) {
		return this.jdbc.sql("select " + expression + " from order_out").query(String.class).single();
	}

}
