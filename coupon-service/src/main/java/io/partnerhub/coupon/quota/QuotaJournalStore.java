package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Moves parts of quotas between their buckets and writes the journal, both in one
 * statement.
 */
@Repository
class QuotaJournalStore {

	private final JdbcClient jdbc;

	QuotaJournalStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Movements of one quota keep their order; each line tells what is available after
	 * it.
	 */
	void book(List<Movement> movements, Instant now) {
		this.jdbc
			.sql("""
					with movement as (
					    select n, quota, kind, source, target, amount, reference,
					           case when target = 'AVAILABLE' then amount else 0 end
					             - case when source = 'AVAILABLE' then amount else 0 end as change
					    from unnest(:quotas::uuid[], :kinds::text[], :sources::text[], :targets::text[], :amounts::bigint[],
					                :references::uuid[]) with ordinality
					           as m (quota, kind, source, target, amount, reference, n)),
					flow as (
					    select quota, target as bucket, amount, n from movement
					    union all
					    select quota, source, -amount, null from movement),
					total as (
					    select quota, count(n) as lines,
					           sum(amount) filter (where bucket = 'AVAILABLE')   as available,
					           sum(amount) filter (where bucket = 'DELEGATED')   as delegated,
					           sum(amount) filter (where bucket = 'LIVE')        as live,
					           sum(amount) filter (where bucket = 'USED')        as used,
					           sum(amount) filter (where bucket = 'EXPIRED')     as expired,
					           sum(amount) filter (where bucket = 'WRITTEN_OFF') as written,
					           sum(amount) filter (where bucket = 'WITHDRAWN')   as withdrawn,
					           sum(-amount) filter (where bucket = 'GRANTOR')    as granted
					    from flow
					    group by quota),
					moved as (
					    update quota q
					       set granted_minor   = granted_minor   + coalesce(t.granted, 0),
					           available_minor = available_minor + coalesce(t.available, 0),
					           delegated_minor = delegated_minor + coalesce(t.delegated, 0),
					           live_minor      = live_minor      + coalesce(t.live, 0),
					           used_minor      = used_minor      + coalesce(t.used, 0),
					           expired_minor   = expired_minor   + coalesce(t.expired, 0),
					           written_minor   = written_minor   + coalesce(t.written, 0),
					           withdrawn_minor = withdrawn_minor + coalesce(t.withdrawn, 0),
					           last_sequence   = last_sequence + t.lines,
					           updated_at      = greatest(updated_at, :now)
					      from total t
					     where q.id = t.quota
					    returning q.id, q.last_sequence - t.lines as sequence,
					              q.available_minor - coalesce(t.available, 0) as available)
					insert into quota_journal (quota_id, sequence, kind, source, target, amount_minor, available_minor, reference,
					                           at)
					select q.id, q.sequence + row_number() over w, m.kind, m.source, m.target, m.amount,
					       q.available + sum(m.change) over w, m.reference, :now
					from movement m join moved q on q.id = m.quota
					window w as (partition by m.quota order by m.n)
					""")
			.param("quotas", movements.stream().map(Movement::quotaId).toArray(UUID[]::new))
			.param("kinds", movements.stream().map((movement) -> movement.kind().name()).toArray(String[]::new))
			.param("sources", movements.stream().map((movement) -> movement.source().name()).toArray(String[]::new))
			.param("targets", movements.stream().map((movement) -> movement.target().name()).toArray(String[]::new))
			.param("amounts", movements.stream().map((movement) -> movement.amount().minor()).toArray(Long[]::new))
			.param("references", movements.stream().map(Movement::reference).toArray(UUID[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	/**
	 * Lines are paged by their sequence, which stands in the lower half of the cursor.
	 */
	List<StatementLine> page(UUID quotaId, PageQuery page) {
		return this.jdbc.sql("""
				select sequence, kind, source, target, amount_minor, available_minor, reference, at
				from quota_journal
				where quota_id = :quota and sequence < :before
				order by sequence desc
				limit :fetch
				""")
			.param("quota", quotaId)
			.param("before", (page.after() != null) ? page.after().getLeastSignificantBits() : Long.MAX_VALUE)
			.param("fetch", page.fetch())
			.query((row, index) -> new StatementLine(row.getLong("sequence"),
					Movement.Kind.valueOf(row.getString("kind")), Movement.Bucket.valueOf(row.getString("source")),
					Movement.Bucket.valueOf(row.getString("target")), Money.ofMinor(row.getLong("amount_minor")),
					Money.ofMinor(row.getLong("available_minor")), row.getObject("reference", UUID.class),
					row.getTimestamp("at").toInstant()))
			.list();
	}

	static UUID cursor(StatementLine line) {
		return new UUID(0, line.sequence());
	}

}
