package io.partnerhub.billing.consumption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.consumption.Consumed.What;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.performance.Goods;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records of consumption. */
@Component
class RecordStore {

	/** What {@link #consumed} reads; a condition follows. */
	static final String SELECT = """
			select id, reference, customer_id, cycle, trade_time, owner_partner_id, account_manager_id, association_type,
			       charge_mode, bill_type, detail_type, goods, paid_by, service_type, resource_type, resource_id,
			       resource_name, region, product, trade_id, usage_amount, usage_unit, unit_price, currency,
			       official_amount, cash_amount, credit_amount, voucher_amount, cash_coupon_amount,
			       stored_card_amount, debt_amount, writeoff_amount
			from consumption_record
			"""
			+ "where ";

	private final JdbcClient jdbc;

	RecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ConsumptionRecord> page(Sight sight, RecordFilter filter, PageQuery page) {
		Conditions conditions = filter.conditions().and("id < :after", "after", page.after());
		return this.jdbc
			.sql(SELECT + conditions.text() + sight.onManager("account_manager_id") + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.params(sight.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> consumed(row))
			.list();
	}

	/** For the vendor's open API. */
	List<ConsumptionRecord> page(Realm realm, RecordFilter filter, Offset offset) {
		Conditions conditions = filter.conditions();
		return this.jdbc.sql(SELECT + conditions.text() + "order by id desc limit :limit offset :offset")
			.params(conditions.parameters())
			.param("owner", realm.ownerPartnerId())
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> consumed(row))
			.list();
	}

	int count(Realm realm, RecordFilter filter) {
		Conditions conditions = filter.conditions();
		return this.jdbc.sql("select count(*) from consumption_record where " + conditions.text())
			.params(conditions.parameters())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	static ConsumptionRecord consumed(ResultSet row) throws SQLException {
		return new ConsumptionRecord(row.getObject("id", UUID.class), row.getString("reference"),
				row.getObject("customer_id", UUID.class), BillCycle.of(row.getInt("cycle")),
				row.getTimestamp("trade_time").toInstant(), row.getObject("owner_partner_id", UUID.class),
				row.getObject("account_manager_id", UUID.class),
				AssociationType.valueOf(row.getString("association_type")), row.getInt("charge_mode"),
				row.getInt("bill_type"), row.getInt("detail_type"), Goods.valueOf(row.getString("goods")),
				row.getString("paid_by").equals("PARTNER"), what(row), row.getBigDecimal("usage_amount"),
				row.getString("usage_unit"), row.getBigDecimal("unit_price"), row.getString("currency"), amounts(row));
	}

	private static What what(ResultSet row) throws SQLException {
		return new What(row.getString("service_type"), row.getString("resource_type"), row.getString("resource_id"),
				row.getString("resource_name"), row.getString("region"), row.getString("product"),
				row.getString("trade_id"));
	}

	private static Amounts amounts(ResultSet row) throws SQLException {
		return new Amounts(row.getBigDecimal("official_amount"), row.getBigDecimal("cash_amount"),
				row.getBigDecimal("credit_amount"), row.getBigDecimal("voucher_amount"),
				row.getBigDecimal("cash_coupon_amount"), row.getBigDecimal("stored_card_amount"),
				row.getBigDecimal("debt_amount"), row.getBigDecimal("writeoff_amount"));
	}

}
