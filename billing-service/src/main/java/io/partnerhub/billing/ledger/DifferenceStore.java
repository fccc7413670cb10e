package io.partnerhub.billing.ledger;

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
import org.springframework.stereotype.Component;

/**
 * Counts accounts from zero, all in one statement and so at one moment, and keeps what
 * does not agree.
 */
@Component
class DifferenceStore {

	private final JdbcClient jdbc;

	DifferenceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The accounts after the last one counted. */
	List<UUID> next(int limit) {
		return ids(
				"""
						select id
						from account
						where id > coalesce((select account_id from ledger_count_position), '00000000-0000-0000-0000-000000000000')
						order by id
						limit :limit
						""",
				limit);
	}

	void remember(UUID position) {
		this.jdbc.sql("""
				insert into ledger_count_position (only_one, account_id)
				values (true, :position)
				on conflict (only_one) do update set account_id = excluded.account_id
				""").param("position", position).update();
	}

	/** Those that did not agree last time. */
	List<UUID> doubtful(int limit) {
		return ids("select distinct account_id as id from ledger_difference limit :limit", limit);
	}

	List<Difference> count(Collection<UUID> accounts, Instant now) {
		return this.jdbc.sql("""
				select a.id as account_id, d.what, d.booked as booked_minor, d.counted::bigint as counted_minor
				from account a
				cross join lateral (
				    select coalesce(sum(amount_minor), 0) as amount, count(*) as entries
				    from entry where debit_account = a.id) paid
				cross join lateral (
				    select coalesce(sum(amount_minor), 0) as amount, count(*) as entries
				    from entry where credit_account = a.id) got
				cross join lateral (
				    values ('BALANCE', a.balance_minor, got.amount - paid.amount),
				           ('ENTRIES', a.entries, got.entries + paid.entries)) d (what, booked, counted)
				where a.id = any(:accounts) and d.booked <> d.counted
				order by a.id, d.what
				""")
			.param("accounts", accounts.toArray(UUID[]::new))
			.query((row, index) -> difference(row, Ids.next(), now, true))
			.list();
	}

	/** What agrees again is forgotten; an older finding keeps its time. */
	void forgetAllBut(Collection<UUID> checked, List<Difference> found) {
		this.jdbc.sql("""
				delete from ledger_difference d
				 where account_id = any(:checked)
				   and not exists (select
				                   from unnest(:accounts::uuid[], :whats::text[]) as f (account, what)
				                   where f.account = d.account_id and f.what = d.what)
				""")
			.param("checked", checked.toArray(UUID[]::new))
			.param("accounts", found.stream().map(Difference::accountId).toArray(UUID[]::new))
			.param("whats", found.stream().map(Difference::what).toArray(String[]::new))
			.update();
	}

	Difference keep(Difference found) {
		return this.jdbc.sql("""
				insert into ledger_difference (id, account_id, what, booked_minor, counted_minor, found_at)
				values (:id, :account, :what, :booked, :counted, :at)
				on conflict (account_id, what) do update
				   set booked_minor = excluded.booked_minor, counted_minor = excluded.counted_minor
				returning new.id, new.account_id, new.what, new.booked_minor, new.counted_minor, new.found_at,
				          old.id is null as fresh
				""")
			.param("id", found.id())
			.param("account", found.accountId())
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
			.sql("select id, account_id, what, booked_minor, counted_minor, found_at from ledger_difference " + after
					+ """
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
		return this.jdbc.sql("select count(*) from ledger_difference").query((row, index) -> row.getInt(1)).single();
	}

	/** All accounts of a kind together; the sums of all kinds are zero (I-13). */
	List<TrialBalance.Line> trialBalance() {
		return this.jdbc.sql("""
				select owner_kind, type, count(*) as accounts, sum(balance_minor)::bigint as balance_minor
				from account
				group by owner_kind, type
				order by owner_kind, type
				""")
			.query((row, index) -> new TrialBalance.Line(OwnerKind.valueOf(row.getString("owner_kind")),
					AccountType.valueOf(row.getString("type")), row.getLong("accounts"),
					Money.ofMinor(row.getLong("balance_minor"))))
			.list();
	}

	private List<UUID> ids(String sql, int limit) {
		return this.jdbc.sql(sql).param("limit", limit).query((row, index) -> row.getObject("id", UUID.class)).list();
	}

	private static Difference difference(ResultSet row, UUID id, Instant foundAt, boolean fresh) throws SQLException {
		return new Difference(id, row.getObject("account_id", UUID.class), row.getString("what"),
				Money.ofMinor(row.getLong("booked_minor")), Money.ofMinor(row.getLong("counted_minor")), foundAt,
				fresh);
	}

}
