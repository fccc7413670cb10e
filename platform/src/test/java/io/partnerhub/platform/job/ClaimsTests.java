package io.partnerhub.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Claims.Claim;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Long work is done by one instance at a time, and taken over from who is lost. */
class ClaimsTests {

	private static final Duration WHILE = Duration.ofMinutes(1);

	private final MovableClock clock = new MovableClock();

	private final UUID owner = Ids.next();

	private JdbcClient jdbc;

	private Claims claims;

	@BeforeEach
	void aTable() {
		this.jdbc = JdbcClient.create(new DriverManagerDataSource(TestDatabase.create()));
		this.jdbc.sql("""
				create table work (id uuid primary key, owner_partner_id uuid, state text default 'RUNNING',
				                   done integer default 0, attempts integer default 0, claimed_until timestamptz,
				                   finished_at timestamptz)
				""").update();
		this.claims = new Claims(this.jdbc, "work");
	}

	@Test
	@Tag("I-50")
	void givesEachRowToOneAtATimeTheOldestFirst() {
		UUID first = begun();
		UUID second = begun();
		assertThat(take().id()).isEqualTo(first);
		assertThat(take().id()).isEqualTo(second);
		assertThat(this.claims.take(now(), now().plus(WHILE))).isEmpty();
	}

	@Test
	@Tag("I-50")
	void leavesARowToTheNextWhoseWorkerMakesNoProgress() {
		UUID id = begun();
		Claim lost = take();
		this.clock.advance(Duration.ofSeconds(59));
		this.claims.progress(lost, 5, now().plus(WHILE));
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(this.claims.take(now(), now().plus(WHILE))).as("there was progress").isEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		Claim mine = take();
		assertThat(mine).isEqualTo(new Claim(id, 2));
		this.claims.progress(lost, 9, now().plus(WHILE));
		assertThat(this.claims.end(lost, "FAILED", 9, now())).isFalse();
		assertThat(row("state || done")).as("the other has it").isEqualTo("RUNNING0");
		assertThat(this.claims.end(mine, "DONE", 7, now())).isTrue();
		assertThat(row("state || done")).isEqualTo("DONE7");
	}

	@Test
	@Tag("X-04")
	void expiresWhatWasKeptLongEnough() {
		Kept kept = new Kept(Duration.ofDays(3), this.clock);
		UUID id = begun();
		Instant finished = now();
		this.claims.end(take(), "DONE", 1, finished);
		this.clock.advance(Duration.ofDays(3).minusMillis(1));
		assertThat(kept.isOver(finished)).isFalse();
		assertThat(this.claims.expire(kept.before(), 10)).isEmpty();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(kept.isOver(finished)).isTrue();
		assertThat(this.claims.expire(kept.before(), 10)).containsExactly(id);
		assertThat(this.claims.expire(kept.before(), 10)).isEmpty();
		assertThat(kept.isOver(null)).isFalse();
	}

	@Test
	void countsAnOwnersRunningWork() {
		begun();
		begun();
		this.claims.end(take(), "DONE", 1, now());
		assertThat(this.claims.countRunning(this.owner)).isEqualTo(1);
		assertThat(this.claims.countRunning(Ids.next())).isZero();
	}

	private UUID begun() {
		UUID id = Ids.next();
		this.jdbc.sql("insert into work (id, owner_partner_id) values (:id, :owner)")
			.param("id", id)
			.param("owner", this.owner)
			.update();
		return id;
	}

	private Claim take() {
		return this.claims.take(now(), now().plus(WHILE)).orElseThrow();
	}

	private String row(String expression) {
		return this.jdbc.sql("select " + expression + " from work").query(String.class).single();
	}

	private Instant now() {
		return this.clock.instant();
	}

}
