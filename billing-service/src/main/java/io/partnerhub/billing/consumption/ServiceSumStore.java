package io.partnerhub.billing.consumption;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.consumption.SummaryStore.SummaryFilter;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Offset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The months that integrators are told in sums as they stood at midnight: what was summed
 * up, less the records of the day (CON-06). They know no account managers.
 */
@Component
class ServiceSumStore {

	private static final String SERVICE = "customer_id, service_type, bill_type, charge_mode, currency";

	private final JdbcClient jdbc;

	ServiceSumStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ServiceSum> page(Realm realm, SummaryFilter filter, Instant until, Offset offset) {
		return query(realm, filter, until, "select * from service order by " + SERVICE + " limit :limit offset :offset")
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> new ServiceSum(row.getObject("customer_id", UUID.class),
					row.getString("service_type"), row.getInt("charge_mode"), row.getInt("bill_type"), Figures.of(row)))
			.list();
	}

	int count(Realm realm, SummaryFilter filter, Instant until) {
		return query(realm, filter, until, "select count(*) from service").query((row, index) -> row.getInt(1))
			.single();
	}

	private JdbcClient.StatementSpec query(Realm realm, SummaryFilter filter, Instant until, String select) {
		Conditions conditions = filter.conditions();
		return this.jdbc
			.sql("""
					with part as (
					    select %1$s, account_manager_id, association_type, records, official, payable, cash, credit, voucher,
					           cash_coupon, stored_card, debt, writeoff
					    from consumption_summary
					    where %2$s
					    union all
					    select %1$s, account_manager_id, association_type, -1, -official_amount, -payable_amount, -cash_amount,
					           -credit_amount, -voucher_amount, -cash_coupon_amount, -stored_card_amount, -debt_amount,
					           -writeoff_amount
					    from consumption_record
					    where %2$s and trade_time >= :until),
					day as (
					    select %1$s, sum(records) as records, booked(sum(official)) as official_minor,
					           booked(sum(payable)) as payable_minor, booked(sum(cash)) as cash_minor,
					           booked(sum(credit)) as credit_minor, booked(sum(voucher)) as voucher_minor,
					           booked(sum(cash_coupon)) as cash_coupon_minor, booked(sum(stored_card)) as stored_card_minor,
					           booked(sum(debt)) as debt_minor, booked(sum(writeoff)) as writeoff_minor
					    from part
					    group by %1$s, account_manager_id, association_type),
					service as (select %1$s, %3$s from day group by %1$s having sum(records) > 0)
					"""
				.formatted(SERVICE, conditions.text(), Figures.SUMS) + select)
			.params(conditions.parameters())
			.param("owner", realm.ownerPartnerId())
			.param("until", Timestamp.from(until));
	}

	/** What a customer consumed of a service in a month, whoever looked after him. */
	record ServiceSum(UUID customerId, String serviceType, int chargeMode, int billType, Figures figures) {
	}

}
