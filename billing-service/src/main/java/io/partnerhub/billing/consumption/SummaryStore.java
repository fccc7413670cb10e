package io.partnerhub.billing.consumption;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the sums of consumption, which each posting brings up to date. */
@Component
class SummaryStore {

	private static final RowMapper<SummaryLine> LINE = (row, index) -> new SummaryLine(row.getObject("id", UUID.class),
			BillCycle.of(row.getInt("cycle")), row.getObject("customer_id", UUID.class),
			row.getObject("account_manager_id", UUID.class), AssociationType.valueOf(row.getString("association_type")),
			row.getString("service_type"), row.getInt("charge_mode"), row.getInt("bill_type"), Figures.of(row),
			row.getTimestamp("refreshed_at").toInstant());

	private static final String LINES = """
			select id, cycle, customer_id, account_manager_id, association_type, service_type, charge_mode, bill_type, currency,
			       records, official_minor as official, payable_minor as payable, cash_minor as cash, credit_minor as credit,
			       voucher_minor as voucher, cash_coupon_minor as cash_coupon, stored_card_minor as stored_card,
			       debt_minor as debt, writeoff_minor as writeoff, refreshed_at
			from consumption_summary
			"""
			+ "where ";

	private final JdbcClient jdbc;

	SummaryStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A partner's month, in groups; as it stood at a time, if one is named. */
	List<Group> month(Sight sight, BillCycle cycle, Dimension dimension, @Nullable Instant asOf) {
		String table = (asOf == null) ? "consumption_month" : "consumption_posting";
		String time = (asOf == null) ? "refreshed_at" : "at";
		Conditions conditions = new Conditions().and("owner_partner_id = :owner and cycle = :cycle")
			.and("at <= :asOf", "asOf", asOf);
		return this.jdbc
			.sql("select " + dimension.column + " as key, currency, max(" + time + ") as refreshed_at, " + Figures.SUMS
					+ "from " + table + " where " + conditions.text() + sight.onManager("account_manager_id")
					+ "group by 1, currency order by currency, 1 nulls last")
			.params(conditions.parameters())
			.params(sight.parameters())
			.param("cycle", cycle.code())
			.query((row, index) -> new Group(row.getString("key"), Figures.of(row),
					row.getTimestamp("refreshed_at").toInstant()))
			.list();
	}

	/** By service, those that saved most first (CON-05). */
	List<Group> services(Sight sight, BillCycle cycle, @Nullable UUID customer, int limit) {
		Conditions conditions = new Conditions().and("owner_partner_id = :owner and cycle = :cycle")
			.and("customer_id = :customer", "customer", customer);
		return this.jdbc.sql("select service_type as key, currency, max(refreshed_at) as refreshed_at, " + Figures.SUMS
				+ "from consumption_summary where " + conditions.text() + sight.onManager("account_manager_id")
				+ "group by 1, currency order by sum(official_minor - payable_minor) desc, 1, currency limit :limit")
			.params(conditions.parameters())
			.params(sight.parameters())
			.param("cycle", cycle.code())
			.param("limit", limit)
			.query((row, index) -> new Group(row.getString("key"), Figures.of(row),
					row.getTimestamp("refreshed_at").toInstant()))
			.list();
	}

	List<SummaryLine> page(Sight sight, SummaryFilter filter, PageQuery page) {
		Conditions conditions = filter.conditions().and("id < :after", "after", page.after());
		return this.jdbc
			.sql(LINES + conditions.text() + sight.onManager("account_manager_id") + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.params(sight.parameters())
			.param("fetch", page.fetch())
			.query(LINE)
			.list();
	}

	/**
	 * Who consumed in a month while he was the partner's, also if he left since (CON-04),
	 * in that currency.
	 */
	List<UUID> customers(Realm realm, BillCycle cycle, String currency, Offset offset) {
		return this.jdbc.sql("""
				select distinct customer_id
				from consumption_summary
				where owner_partner_id = :owner and cycle = :cycle and currency = :currency
				order by customer_id
				limit :limit offset :offset
				""")
			.param("owner", realm.ownerPartnerId())
			.param("cycle", cycle.code())
			.param("currency", currency)
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> row.getObject("customer_id", UUID.class))
			.list();
	}

	int countCustomers(Realm realm, BillCycle cycle, String currency) {
		return this.jdbc.sql("""
				select count(distinct customer_id) from consumption_summary
				where owner_partner_id = :owner and cycle = :cycle and currency = :currency
				""")
			.param("owner", realm.ownerPartnerId())
			.param("cycle", cycle.code())
			.param("currency", currency)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** What a month can be divided by. */
	enum Dimension {

		ASSOCIATION_TYPE("association_type"), ACCOUNT_MANAGER("account_manager_id::text"),
		CHARGE_MODE("charge_mode::text"), BILL_TYPE("bill_type::text");

		private final String column;

		Dimension(String column) {
			this.column = column;
		}

	}

	/**
	 * A part of a month.
	 *
	 * @param key what the part is; absent for what counts for no account manager
	 */
	record Group(@Nullable String key, Figures figures, Instant refreshedAt) {
	}

	/** What is asked of a month. */
	record SummaryFilter(BillCycle cycle, @Nullable UUID customerId, @Nullable String serviceType,
			@Nullable Integer chargeMode, @Nullable Integer billType, @Nullable AssociationType associationType,
			@Nullable String currency) {

		Conditions conditions() {
			return new Conditions().and("owner_partner_id = :owner")
				.and("cycle = :cycle", "cycle", this.cycle.code())
				.and("customer_id = :customer", "customer", this.customerId)
				.and("service_type = :service", "service", this.serviceType)
				.and("charge_mode = :mode", "mode", this.chargeMode)
				.and("bill_type = :bill", "bill", this.billType)
				.and("association_type = :type", "type", this.associationType)
				.and("currency = :currency", "currency", this.currency);
		}

	}

}
