package io.partnerhub.billing.dashboard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.dashboard.Series.Value;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what dashboards show, from sums that each posting brings up to date. */
@Component
class DashboardStore {

	private static final String MONTH = "to_char(%s at time zone 'Asia/Shanghai', 'YYYYMM')::int";

	/** Who had the customer first in a link, so that he came to one of them alone. */
	private static final String FIRST = """
			left join lateral (select account_manager_id from customer_assignment
			                   where customer_id = l.customer_id and owner_partner_id = l.owner_partner_id
			                     and valid_from >= l.valid_from and (l.valid_to is null or valid_from < l.valid_to)
			                   order by valid_from limit 1) a on true
			""";

	/** Who had the customer until the end of a link. */
	private static final String LAST = """
			left join lateral (select account_manager_id from customer_assignment
			                   where customer_id = l.customer_id and owner_partner_id = l.owner_partner_id
			                     and valid_to = l.valid_to
			                   order by valid_from desc limit 1) a on true
			""";

	/** Who has the customer. */
	private static final String PRESENT = """
			left join customer_assignment a
			  on a.customer_id = l.customer_id and a.owner_partner_id = l.owner_partner_id and a.valid_to is null
			""";

	private final JdbcClient jdbc;

	DashboardStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many customers came and went; without those whose model alone changed. */
	List<Value> customers(Sight sight, Span span, Wanted wanted) {
		String seen = sight.onManager("a.account_manager_id");
		Conditions conditions = wanted.conditions("a.account_manager_id");
		return this.jdbc
			.sql("""
					select name, month, count(*)::text as value
					from (select distinct 'new' as name, l.customer_id, %1$s as month
					      from customer_link l %2$s
					      where l.owner_partner_id = :owner and l.valid_from >= :start and l.valid_from < :end
					        and not exists (select from customer_link before
					                        where before.customer_id = l.customer_id and before.epoch < l.epoch
					                          and before.valid_to = l.valid_from
					                          and before.owner_partner_id = l.owner_partner_id)
					        and %5$s %6$s
					      union all
					      select distinct 'disassociated', l.customer_id, %3$s
					      from customer_link l %4$s
					      where l.owner_partner_id = :owner and l.valid_to >= :start and l.valid_to < :end
					        and not exists (select from customer_link after
					                        where after.customer_id = l.customer_id and after.epoch > l.epoch
					                          and after.valid_from = l.valid_to
					                          and after.owner_partner_id = l.owner_partner_id)
					        and %5$s %6$s) c
					group by name, month
					""".formatted(MONTH.formatted("l.valid_from"), FIRST, MONTH.formatted("l.valid_to"), LAST,
					conditions.text(), seen))
			.params(sight.parameters())
			.params(conditions.parameters())
			.param("start", Timestamp.from(span.start()))
			.param("end", Timestamp.from(span.end()))
			.query((row, index) -> new Value(row.getString("name"), month(row), row.getString("value")))
			.list();
	}

	int countCustomers(Sight sight, Wanted wanted) {
		Conditions conditions = wanted.conditions("a.account_manager_id");
		return this.jdbc
			.sql("select count(distinct l.customer_id) from customer_link l " + PRESENT
					+ "where l.owner_partner_id = :owner and l.valid_to is null and " + conditions.text()
					+ sight.onManager("a.account_manager_id"))
			.params(sight.parameters())
			.params(conditions.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** Those who paid most in a month. */
	List<Contribution> contributions(Sight sight, YearMonth month, Wanted wanted, int limit) {
		Conditions conditions = wanted.conditions("account_manager_id");
		return this.jdbc.sql("""
				select customer_id, currency, sum(payable_minor - debt_minor - writeoff_minor) as paid
				from consumption_summary
				where owner_partner_id = :owner and cycle = :cycle and
				""" + conditions.text() + sight.onManager("account_manager_id") + """
				group by customer_id, currency
				order by 3 desc, customer_id
				limit :limit
				""")
			.params(sight.parameters())
			.params(conditions.parameters())
			.param("cycle", Span.code(month))
			.param("limit", limit)
			.query((row, index) -> new Contribution(row.getObject("customer_id", UUID.class), decimal(row, "paid"),
					row.getString("currency")))
			.list();
	}

	/** What was due and what was paid, in each currency. */
	List<Value> consumption(Sight sight, Span span, Wanted wanted) {
		String table = (wanted.customerId() != null) ? "consumption_summary" : "consumption_month";
		Conditions conditions = wanted.conditions("account_manager_id");
		return this.jdbc.sql("""
				select v.name || ' ' || currency as name, cycle as month, v.minor
				from (select currency, cycle, sum(payable_minor) as payable,
				             sum(payable_minor - debt_minor - writeoff_minor) as paid
				      from %s
				      where owner_partner_id = :owner and cycle between :from and :to
				        and %s%s
				      group by currency, cycle) c
				cross join lateral (values ('payable', payable), ('paid', paid)) v (name, minor)
				""".formatted(table, conditions.text(), sight.onManager("account_manager_id")))
			.params(conditions.parameters())
			.params(sight.parameters())
			.param("from", span.fromCode())
			.param("to", span.toCode())
			.query((row, index) -> new Value(row.getString("name"), month(row), decimal(row, "minor")))
			.list();
	}

	/**
	 * Incentives by the month they were earned in and their state, and payment orders of
	 * the vendor that stand for no pay-out of them.
	 */
	List<Value> incentives(Realm realm, Span span) {
		return this.jdbc.sql("""
				select lower(state) || ' ' || currency as name, month, sum(amount_minor) as minor
				from (select state, currency, amount_minor, replace(period, '-', '')::int as month
				      from incentive
				      where partner_id = :partner and owner_partner_id = :owner and period between :first and :last
				      union all
				      select state, currency, amount_minor, %s
				      from payment_order o
				      where partner_id = :partner and owner_partner_id = :owner and at >= :start and at < :end
				        and state <> 'CANCELLED'
				        and not exists (select from incentive_payout p where p.payment_order_id = o.id)) i
				group by 1, month
				""".formatted(MONTH.formatted("at")))
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("first", span.from().toString())
			.param("last", span.to().toString())
			.param("start", Timestamp.from(span.start()))
			.param("end", Timestamp.from(span.end()))
			.query((row, index) -> new Value(row.getString("name"), month(row), decimal(row, "minor")))
			.list();
	}

	private static YearMonth month(ResultSet row) throws SQLException {
		int code = row.getInt("month");
		return YearMonth.of(code / 100, code % 100);
	}

	private static String decimal(ResultSet row, String column) throws SQLException {
		return BigDecimal.valueOf(row.getLong(column), 2).toPlainString();
	}

	/** Months from one to another. */
	record Span(YearMonth from, YearMonth to) {

		int fromCode() {
			return code(this.from);
		}

		int toCode() {
			return code(this.to);
		}

		Instant start() {
			return this.from.atDay(1).atStartOfDay(VendorTime.ZONE).toInstant();
		}

		/** Exclusive. */
		Instant end() {
			return this.to.plusMonths(1).atDay(1).atStartOfDay(VendorTime.ZONE).toInstant();
		}

		static int code(YearMonth month) {
			return month.getYear() * 100 + month.getMonthValue();
		}

	}

	/** Whose consumption is wanted (ASG-13). */
	record Wanted(@Nullable UUID customerId, @Nullable UUID accountManagerId, @Nullable UUID supervisorId) {

		private Conditions conditions(String manager) {
			return new Conditions().and("customer_id = :customer", "customer", this.customerId)
				.and(manager + " = :manager", "manager", this.accountManagerId)
				.and(manager + """
						 in (select m.member_id from known_member m
						     where m.owner_partner_id = :owner and m.supervisor_id = :supervisor)
						""", "supervisor", this.supervisorId);
		}

	}

	/** What one customer paid. */
	record Contribution(UUID customerId, String paid, String currency) {
	}

}
