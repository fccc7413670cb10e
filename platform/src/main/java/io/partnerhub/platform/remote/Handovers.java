package io.partnerhub.platform.remote;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Instructions to somebody outside, each under one id for good: WAITING until it is
 * handed over, SENT or UNKNOWN and asked about until it is answered, then final. It is
 * never handed over anew while nobody knows what became of it.
 * <p>
 * The table has {@code state}, {@code sendings}, {@code due_at}, {@code reason} and
 * {@code answered_at}.
 */
public final class Handovers {

	private final JdbcClient jdbc;

	private final String table;

	private final String id;

	/**
	 * Sees to one kind of instruction.
	 * @param table its table, a name of the program's own
	 * @param id the column of the id
	 */
	public Handovers(JdbcClient jdbc, String table, String id) {
		this.jdbc = jdbc;
		this.table = table;
		this.id = id;
	}

	/** Those due; nobody else takes them before the next time they are. */
	public List<UUID> claim(Instant now, Instant next, int limit) {
		return this.jdbc.sql("""
				with due as (
				    select %2$s as id
				    from %1$s
				    where state in ('WAITING', 'SENT', 'UNKNOWN') and due_at <= :now
				    order by due_at
				    limit :limit
				    for update skip locked)
				update %1$s
				set due_at = :next
				where %2$s = any(array(select id from due))
				returning %2$s
				""".formatted(this.table, this.id))
			.param("now", Timestamp.from(now))
			.param("next", Timestamp.from(next))
			.param("limit", limit)
			.query((row, index) -> row.getObject(1, UUID.class))
			.list();
	}

	/**
	 * Notes that it is handed over now; false if it was answered or handed over
	 * meanwhile.
	 */
	public boolean send(UUID instruction, Instant askAt) {
		return this.jdbc.sql("""
				update %s
				set state = 'SENT', sendings = sendings + 1, due_at = :ask
				where %s = :id and state = 'WAITING'
				""".formatted(this.table, this.id))
			.param("id", instruction)
			.param("ask", Timestamp.from(askAt))
			.update() == 1;
	}

	/** Notes what is not final; an answer that came meanwhile stays. */
	public void waitFor(UUID instruction, String state, Instant due) {
		this.jdbc.sql("""
				update %s
				set state = :state, due_at = :due
				where %s = :id and state in ('SENT', 'UNKNOWN')
				""".formatted(this.table, this.id))
			.param("id", instruction)
			.param("state", state)
			.param("due", Timestamp.from(due))
			.update();
	}

	/** Notes the final answer. */
	public void answer(UUID instruction, String state, @Nullable String reason, Instant now) {
		this.jdbc.sql("""
				update %s
				set state = :state, reason = :reason::text, answered_at = :now
				where %s = :id
				""".formatted(this.table, this.id))
			.param("id", instruction)
			.param("state", state)
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** How many may have been carried out or not. */
	public long unknown() {
		return this.jdbc.sql("select count(*) from %s where state = 'UNKNOWN'".formatted(this.table))
			.query(Long.class)
			.single();
	}

}
