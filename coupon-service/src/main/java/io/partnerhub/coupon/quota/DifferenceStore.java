package io.partnerhub.coupon.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts quotas from zero, each in one statement and so at one moment, and keeps what
 * does not agree.
 */
@Repository
class DifferenceStore {

	private final JdbcClient jdbc;

	DifferenceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The quotas after the last one counted. */
	List<UUID> next(int limit) {
		return this.jdbc.sql("""
				select id
				from quota
				where id > coalesce((select quota_id from quota_count_position), '00000000-0000-0000-0000-000000000000')
				order by id
				limit :limit
				""").param("limit", limit).query((row, index) -> row.getObject("id", UUID.class)).list();
	}

	void remember(UUID position) {
		this.jdbc.sql("""
				insert into quota_count_position (only_one, quota_id)
				values (true, :position)
				on conflict (only_one) do update set quota_id = excluded.quota_id
				""").param("position", position).update();
	}

	/** Those that did not agree last time. */
	List<UUID> doubtful(int limit) {
		return this.jdbc.sql("select distinct quota_id from quota_difference limit :limit")
			.param("limit", limit)
			.query((row, index) -> row.getObject("quota_id", UUID.class))
			.list();
	}

	List<Difference> count(Collection<UUID> ids, Instant now) {
		return this.jdbc
			.sql("""
					select q.id as quota_id, d.what, d.booked::bigint as booked_minor, d.counted::bigint as counted_minor
					from quota q
					cross join lateral (
					    select count(*) as lines,
					           coalesce(sum(amount_minor) filter (where source = 'GRANTOR'), 0)     as granted,
					           coalesce(sum(amount_minor) filter (where target = 'AVAILABLE'), 0)
					             - coalesce(sum(amount_minor) filter (where source = 'AVAILABLE'), 0) as available,
					           coalesce(sum(amount_minor) filter (where target = 'DELEGATED'), 0)
					             - coalesce(sum(amount_minor) filter (where source = 'DELEGATED'), 0) as delegated,
					           coalesce(sum(amount_minor) filter (where target = 'LIVE'), 0)
					             - coalesce(sum(amount_minor) filter (where source = 'LIVE'), 0)      as live,
					           coalesce(sum(amount_minor) filter (where target = 'USED'), 0)
					             - coalesce(sum(amount_minor) filter (where source = 'USED'), 0)      as used,
					           coalesce(sum(amount_minor) filter (where target = 'EXPIRED'), 0)     as expired,
					           coalesce(sum(amount_minor) filter (where target = 'WRITTEN_OFF'), 0) as written,
					           coalesce(sum(amount_minor) filter (where target = 'WITHDRAWN'), 0)   as withdrawn
					    from quota_journal
					    where quota_id = q.id) j
					cross join lateral (
					    select coalesce(sum(balance_minor), 0) as live, coalesce(sum(used_minor), 0) as used
					    from coupon
					    where quota_id = q.id) c
					cross join lateral (
					    select coalesce(sum(granted_minor - withdrawn_minor), 0) as delegated
					    from quota
					    where parent_quota_id = q.id) r
					cross join lateral (
					    values ('JOURNAL_LINES', q.last_sequence, j.lines), ('GRANTED_BY_JOURNAL', q.granted_minor, j.granted),
					           ('AVAILABLE_BY_JOURNAL', q.available_minor, j.available),
					           ('DELEGATED_BY_JOURNAL', q.delegated_minor, j.delegated),
					           ('LIVE_BY_JOURNAL', q.live_minor, j.live), ('USED_BY_JOURNAL', q.used_minor, j.used),
					           ('EXPIRED_BY_JOURNAL', q.expired_minor, j.expired),
					           ('WRITTEN_OFF_BY_JOURNAL', q.written_minor, j.written),
					           ('WITHDRAWN_BY_JOURNAL', q.withdrawn_minor, j.withdrawn),
					           ('LIVE_BY_COUPONS', q.live_minor, c.live), ('USED_BY_COUPONS', q.used_minor, c.used),
					           ('DELEGATED_BY_RESELLERS', q.delegated_minor, r.delegated)) d (what, booked, counted)
					where q.id = any(:ids) and d.booked <> d.counted
					order by q.id, d.what
					""")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> difference(row, Ids.next(), now, true))
			.list();
	}

	/** What agrees again is forgotten; an older finding keeps its time. */
	void forgetAllBut(Collection<UUID> checked, List<Difference> found) {
		this.jdbc.sql("""
				delete from quota_difference d
				 where quota_id = any(:checked)
				   and not exists (select
				                   from unnest(:quotas::uuid[], :whats::text[]) as f (quota, what)
				                   where f.quota = d.quota_id and f.what = d.what)
				""")
			.param("checked", checked.toArray(UUID[]::new))
			.param("quotas", found.stream().map(Difference::quotaId).toArray(UUID[]::new))
			.param("whats", found.stream().map(Difference::what).toArray(String[]::new))
			.update();
	}

	Difference keep(Difference found) {
		return this.jdbc.sql("""
				insert into quota_difference (id, quota_id, what, booked_minor, counted_minor, found_at)
				values (:id, :quota, :what, :booked, :counted, :at)
				on conflict (quota_id, what) do update
				   set booked_minor = excluded.booked_minor, counted_minor = excluded.counted_minor
				returning new.id, new.quota_id, new.what, new.booked_minor, new.counted_minor, new.found_at,
				          old.id is null as fresh
				""")
			.param("id", found.id())
			.param("quota", found.quotaId())
			.param("what", found.what())
			.param("booked", found.booked().minor())
			.param("counted", found.counted().minor())
			.param("at", Timestamp.from(found.foundAt()))
			.query((row, index) -> difference(row, row.getObject("id", UUID.class),
					row.getTimestamp("found_at").toInstant(), row.getBoolean("fresh")))
			.single();
	}

	List<Difference> page(PageQuery page) {
		String after = (page.after() != null) ? "where id < :after\n" : "";
		return this.jdbc
			.sql("select id, quota_id, what, booked_minor, counted_minor, found_at from quota_difference " + after + """
					order by id desc
					limit :fetch
					""")
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> difference(row, row.getObject("id", UUID.class),
					row.getTimestamp("found_at").toInstant(), false))
			.list();
	}

	int known() {
		return this.jdbc.sql("select count(*) from quota_difference").query((row, index) -> row.getInt(1)).single();
	}

	private static Difference difference(ResultSet row, UUID id, Instant foundAt, boolean fresh) throws SQLException {
		return new Difference(id, row.getObject("quota_id", UUID.class), row.getString("what"),
				Money.ofMinor(row.getLong("booked_minor")), Money.ofMinor(row.getLong("counted_minor")), foundAt,
				fresh);
	}

}
