package io.partnerhub.customer.invitation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of misses, one for each source. */
@Repository
class GuessStore {

	private final JdbcClient jdbc;

	GuessStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** When the latest window began in which one of the sources missed too often. */
	Optional<Instant> tooOftenSince(List<String> sources, int misses, Instant windowStart) {
		return this.jdbc.sql("""
				select first_at from token_miss
				where source = any(:sources) and misses > :misses and first_at > :start
				order by first_at desc
				limit 1
				""")
			.param("sources", sources.toArray(String[]::new))
			.param("misses", misses)
			.param("start", Timestamp.from(windowStart))
			.query((row, index) -> row.getTimestamp("first_at").toInstant())
			.optional();
	}

	/** A window begins with the first miss after the last one is over. */
	void miss(List<String> sources, Instant now, Instant windowStart) {
		this.jdbc.sql("""
				insert into token_miss as t (source, first_at, misses)
				select source, :now, 1 from unnest(:sources::text[]) source order by source
				on conflict (source) do update
				set misses = case when t.first_at > :start then t.misses + 1 else 1 end,
				    first_at = case when t.first_at > :start then t.first_at else excluded.first_at end
				""")
			.param("sources", sources.toArray(String[]::new))
			.param("now", Timestamp.from(now))
			.param("start", Timestamp.from(windowStart))
			.update();
	}

	int forget(Instant windowStart, int limit) {
		return this.jdbc.sql("""
				delete from token_miss where source = any(array(
				    select source from token_miss where first_at <= :start
				    order by first_at limit :limit for update skip locked))
				""").param("start", Timestamp.from(windowStart)).param("limit", limit).update();
	}

}
