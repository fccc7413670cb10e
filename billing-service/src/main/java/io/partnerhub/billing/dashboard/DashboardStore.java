package io.partnerhub.billing.dashboard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.dashboard.Series.Value;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what dashboards show, from sums that each posting brings up to date. */
@Component
class DashboardStore {

	private static final String MONTH = "to_char(%s at time zone 'Asia/Shanghai', 'YYYYMM')::int";

	private static final String ASSIGNED = """
			join customer_assignment a on a.customer_id = l.customer_id and a.owner_partner_id = l.owner_partner_id
			""";

	private final JdbcClient jdbc;

	DashboardStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many customers came and went; without those whose model alone changed. */
	List<Value> customers(Sight sight, Span span) {
		String seen = sight.onManager("a.account_manager_id");
		String join = seen.isEmpty() ? "" : ASSIGNED;
		return this.jdbc.sql("""
				select name, month, count(*)::text as value
				from (select distinct 'new' as name, l.customer_id, %s as month
				      from customer_link l %s
				      where l.owner_partner_id = :owner
				        and not exists (select from customer_link before
				                        where before.customer_id = l.customer_id and before.epoch < l.epoch
				                          and before.valid_to = l.valid_from
				                          and before.owner_partner_id = l.owner_partner_id) %s
				      union all
				      select distinct 'disassociated', l.customer_id, %s
				      from customer_link l %s
				      where l.owner_partner_id = :owner and l.valid_to is not null
				        and not exists (select from customer_link after
				                        where after.customer_id = l.customer_id and after.epoch > l.epoch
				                          and after.valid_from = l.valid_to
				                          and after.owner_partner_id = l.owner_partner_id) %s) c
				where month between :from and :to
				group by name, month
				""".formatted(MONTH.formatted("l.valid_from"), join, seen, MONTH.formatted("l.valid_to"), join, seen))
			.params(sight.parameters())
			.param("from", span.fromCode())
			.param("to", span.toCode())
			.query((row, index) -> new Value(row.getString("name"), month(row), row.getString("value")))
			.list();
	}

	int countCustomers(Sight sight) {
		String seen = sight.onManager("a.account_manager_id");
		String join = seen.isEmpty() ? "" : ASSIGNED + " and a.valid_to is null\n";
		return this.jdbc
			.sql("select count(distinct l.customer_id) from customer_link l " + join
					+ "where l.owner_partner_id = :owner and l.valid_to is null" + seen)
			.params(sight.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** Those who paid most in a month. */
	List<Contribution> contributions(Sight sight, YearMonth month, int limit) {
		return this.jdbc.sql("""
				select customer_id, currency, sum(payable_minor - debt_minor - writeoff_minor) as paid
				from consumption_summary
				where owner_partner_id = :owner and cycle = :cycle
				""" + sight.onManager("account_manager_id") + """
				group by customer_id, currency
				order by 3 desc, customer_id
				limit :limit
				""")
			.params(sight.parameters())
			.param("cycle", Span.code(month))
			.param("limit", limit)
			.query((row, index) -> new Contribution(row.getObject("customer_id", UUID.class), decimal(row, "paid"),
					row.getString("currency")))
			.list();
	}

	/** What was due and what was paid, in each currency. */
	List<Value> consumption(Sight sight, Span span, Wanted wanted) {
		String table = (wanted.customerId() != null) ? "consumption_summary" : "consumption_month";
		Conditions conditions = wanted.conditions();
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

	/** What the vendor paid for incentives, or will. */
	List<Value> incentives(Realm realm, Span span) {
		return this.jdbc.sql("""
				select lower(state) || ' ' || currency as name, month, sum(amount_minor) as minor
				from (select state, currency, amount_minor, %s as month
				      from payment_order
				      where partner_id = :partner and owner_partner_id = :owner) p
				where month between :from and :to
				group by 1, month
				""".formatted(MONTH.formatted("at")))
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("from", span.fromCode())
			.param("to", span.toCode())
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

		static int code(YearMonth month) {
			return month.getYear() * 100 + month.getMonthValue();
		}

	}

	/** Whose consumption is wanted (ASG-13). */
	record Wanted(@Nullable UUID customerId, @Nullable UUID accountManagerId, @Nullable UUID supervisorId) {

		private Conditions conditions() {
			return new Conditions().and("customer_id = :customer", "customer", this.customerId)
				.and("account_manager_id = :manager", "manager", this.accountManagerId)
				.and("""
						account_manager_id in (select m.member_id from known_member m
						                       where m.owner_partner_id = :owner and m.supervisor_id = :supervisor)
						""", "supervisor", this.supervisorId);
		}

	}

	/** What one customer paid. */
	record Contribution(UUID customerId, String paid, String currency) {
	}

}
