package io.partnerhub.platform.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of long work that one instance takes at a time. Who makes no progress loses his
 * row to the next, and what he still does to it then changes nothing.
 * <p>
 * The table has {@code id}, {@code owner_partner_id}, {@code state} (RUNNING at first;
 * DONE and EXPIRED where it is kept for a while), {@code finished_at} and, where rows are
 * taken, {@code claimed_until}, {@code attempts} and {@code done}.
 */
public final class Claims {

	private static final String MINE = " where id = :id and state = 'RUNNING' and attempts = :attempt";

	private final JdbcClient jdbc;

	private final String table;

	/**
	 * Sees to one kind of work.
	 * @param table its table, a name of the program's own
	 */
	public Claims(JdbcClient jdbc, String table) {
		this.jdbc = jdbc;
		this.table = table;
	}

	/** How many of an owner's run; it stays true until the transaction ends. */
	public int countRunning(UUID owner) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:work || ' ' || :owner, 2))")
			.param("work", this.table)
			.param("owner", owner.toString())
			.query((_) -> {
			});
		return this.jdbc
			.sql("select count(*) from " + this.table + " where state = 'RUNNING' and owner_partner_id = :owner")
			.param("owner", owner)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** Takes the next that nobody works on; it begins anew. */
	public Optional<Claim> take(Instant now, Instant until) {
		return this.jdbc.sql("update " + this.table + """
				 set claimed_until = :until, done = 0, attempts = attempts + 1
				where id = (select id from\s""" + this.table + """
				            where state = 'RUNNING' and (claimed_until is null or claimed_until <= :now)
				            order by id limit 1 for update skip locked)
				returning id, attempts
				""")
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(until))
			.query((row, index) -> new Claim(row.getObject("id", UUID.class), row.getInt("attempts")))
			.optional();
	}

	/** So much is done, and the row is still wanted. */
	public void progress(Claim claim, long done, Instant until) {
		this.jdbc.sql("update " + this.table + " set done = :done, claimed_until = :until" + MINE)
			.param("done", done)
			.param("until", Timestamp.from(until))
			.param("id", claim.id())
			.param("attempt", claim.attempt())
			.update();
	}

	/** False if somebody else has it meanwhile. */
	public boolean end(Claim claim, String state, long done, Instant now) {
		return this.jdbc.sql("update " + this.table + " set state = :state, done = :done, finished_at = :now" + MINE)
			.param("state", state)
			.param("done", done)
			.param("now", Timestamp.from(now))
			.param("id", claim.id())
			.param("attempt", claim.attempt())
			.update() == 1;
	}

	/** What finished so long ago, and is EXPIRED now. */
	public List<UUID> expire(Instant finishedBefore, int limit) {
		return this.jdbc.sql("update " + this.table + """
				 set state = 'EXPIRED'
				where id = any(array(select id from\s""" + this.table + """
				                     where state = 'DONE' and finished_at <= :before
				                     order by finished_at limit :limit for update skip locked))
				returning id
				""")
			.param("before", Timestamp.from(finishedBefore))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/**
	 * A row that was taken.
	 *
	 * @param attempt 1 for the first who took it
	 */
	public record Claim(UUID id, int attempt) {
	}

}
