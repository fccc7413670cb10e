package io.partnerhub.billing.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of performance and of its sheets. */
@Component
class PerformanceStore {

	/** Who posts holds it with others, who settles a month alone. */
	private static final String LOCK = "(hashtextextended('performance period', 4))";

	private static final String SHEET = """
			select id, partner_id, owner_partner_id, period, currency, own_minor, total_minor, closed_at
			from performance_sheet
			""";

	private final JdbcClient jdbc;

	PerformanceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** No month is settled before the present transaction ends. */
	void holdOpen() {
		run("select pg_advisory_xact_lock_shared" + LOCK);
	}

	/**
	 * Nothing is posted before the present transaction ends. Who posts waits behind who
	 * waits for this, so it is not waited for as long as a large file may take.
	 */
	void holdAlone() {
		run("select set_config('lock_timeout', '2s', true)");
		run("select pg_advisory_xact_lock" + LOCK);
	}

	Optional<Integer> lastClosed() {
		return this.jdbc.sql("select max(period) from performance_period")
			.query((row, index) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.single();
	}

	/** Settles all months after one up to another; nothing of theirs changes any more. */
	List<PerformanceSheet> close(int after, int last, Instant now) {
		this.jdbc.sql("""
				insert into performance_period (period, closed_at)
				select period, :now
				from (select period from performance_total where period > :after and period <= :last
				      union select :last) p
				""").param("after", after).param("last", last).param("now", Timestamp.from(now)).update();
		return this.jdbc
			.sql("""
					insert into performance_sheet (id, partner_id, owner_partner_id, period, currency, own_minor, total_minor,
					                               closed_at)
					select uuidv7(), partner_id, owner, period, currency, coalesce(sum(amount_minor) filter (where own), 0),
					       sum(amount_minor), :now
					from (select partner_id, owner_partner_id as owner, period, currency, amount_minor, true as own
					      from performance_total
					      union all
					      select partner_id, partner_id, period, currency, amount_minor, false
					      from performance_total
					      where owner_partner_id <> partner_id) t
					where period > :after and period <= :last
					group by partner_id, owner, period, currency
					returning id, partner_id, owner_partner_id, period, currency, own_minor, total_minor, closed_at
					""")
			.param("after", after)
			.param("last", last)
			.param("now", Timestamp.from(now))
			.query((row, index) -> sheet(row))
			.list();
	}

	List<PerformanceSheet> page(UUID owner, @Nullable Integer period, PageQuery page) {
		return this.jdbc.sql(SHEET + """
				where owner_partner_id = :owner and (cast(:period as integer) is null or period = :period)
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("owner", owner)
			.param("period", period)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> sheet(row))
			.list();
	}

	/** By account manager and currency, nobody last; of those in the sight. */
	List<Share> shares(Sight sight, int period) {
		return this.jdbc
			.sql("""
					select account_manager_id, currency, sum(amount_minor) as minor, count(distinct customer_id) as customers
					from performance_total
					where owner_partner_id = :owner and period = :period
					"""
					+ sight.onManager("account_manager_id") + """
							group by account_manager_id, currency
							order by currency, account_manager_id nulls last
							""")
			.params(sight.parameters())
			.param("period", period)
			.query((row, index) -> new Share(row.getObject("account_manager_id", UUID.class), money(row, "minor"),
					row.getInt("customers")))
			.list();
	}

	/** What a distributor's resellers achieved, those with most first (PER-07). */
	List<ResellerShare> ofResellers(UUID distributor, int period, int limit) {
		return this.jdbc.sql("""
				select owner_partner_id, currency, sum(amount_minor) as minor
				from performance_total
				where partner_id = :partner and owner_partner_id <> :partner and period = :period
				group by owner_partner_id, currency
				order by minor desc, currency, owner_partner_id
				limit :limit
				""")
			.param("limit", limit)
			.param("partner", distributor)
			.param("period", period)
			.query((row, index) -> new ResellerShare(row.getObject("owner_partner_id", UUID.class),
					money(row, "minor")))
			.list();
	}

	private void run(String sql) {
		this.jdbc.sql(sql).query((_) -> {
		});
	}

	private static PerformanceSheet sheet(ResultSet row) throws SQLException {
		return new PerformanceSheet(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getInt("period"), money(row, "own_minor"), money(row, "total_minor"),
				row.getTimestamp("closed_at").toInstant());
	}

	private static Money money(ResultSet row, String column) throws SQLException {
		return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
	}

	/**
	 * What counts for one account manager, or for none.
	 *
	 * @param customers how many customers' it is
	 */
	record Share(@Nullable UUID accountManagerId, Money amount, int customers) {
	}

	/** What a reseller's customers count for its distributor. */
	record ResellerShare(UUID resellerId, Money amount) {
	}

}
