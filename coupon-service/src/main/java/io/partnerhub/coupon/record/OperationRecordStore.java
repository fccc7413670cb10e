package io.partnerhub.coupon.record;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of operation records; the database refuses to change them. */
@Repository
class OperationRecordStore {

	static final String COLUMNS = """
			r.id, r.coupon_type, r.partner_id, r.owner_partner_id, r.operation_type, r.quota_id, r.coupon_id, r.customer_id, r.epoch,
			r.amount_minor, r.succeeded, r.operator, r.remark, r.at
			""";

	static final RowMapper<OperationRecord> RECORD = (row, index) -> new OperationRecord(
			row.getObject("id", UUID.class), CouponType.valueOf(row.getString("coupon_type")),
			row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
			OperationType.of(row.getInt("operation_type")), row.getObject("quota_id", UUID.class),
			row.getObject("coupon_id", UUID.class), row.getObject("customer_id", UUID.class), row.getInt("epoch"),
			Money.ofMinor(row.getLong("amount_minor")), row.getBoolean("succeeded"), row.getString("operator"),
			row.getString("remark"), row.getTimestamp("at").toInstant());

	private final JdbcClient jdbc;

	OperationRecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One statement however many records. */
	void insert(List<OperationRecord> records) {
		this.jdbc
			.sql("""
					insert into operation_record (id, coupon_type, partner_id, owner_partner_id, operation_type, quota_id,
					                              coupon_id, customer_id, epoch, amount_minor, succeeded, operator, remark, at)
					select *
					from unnest(:ids::uuid[], :couponTypes::text[], :partners::uuid[], :owners::uuid[], :types::int[],
					            :quotas::uuid[], :coupons::uuid[], :customers::uuid[], :epochs::int[], :amounts::bigint[],
					            :successes::boolean[], :operators::text[], :remarks::text[], :times::timestamptz[])
					""")
			.param("ids", column(records, OperationRecord::id).toArray(UUID[]::new))
			.param("couponTypes", column(records, (entry) -> entry.couponType().name()).toArray(String[]::new))
			.param("partners", column(records, OperationRecord::partnerId).toArray(UUID[]::new))
			.param("owners", column(records, OperationRecord::ownerPartnerId).toArray(UUID[]::new))
			.param("types", column(records, (entry) -> entry.type().code()).toArray(Integer[]::new))
			.param("quotas", column(records, OperationRecord::quotaId).toArray(UUID[]::new))
			.param("coupons", records.stream().map(OperationRecord::couponId).toArray(UUID[]::new))
			.param("customers", column(records, OperationRecord::customerId).toArray(UUID[]::new))
			.param("epochs", column(records, OperationRecord::epoch).toArray(Integer[]::new))
			.param("amounts", column(records, (entry) -> entry.amount().minor()).toArray(Long[]::new))
			.param("successes", column(records, OperationRecord::succeeded).toArray(Boolean[]::new))
			.param("operators", column(records, OperationRecord::operator).toArray(String[]::new))
			.param("remarks", records.stream().map(OperationRecord::remark).toArray(String[]::new))
			.param("times", column(records, (entry) -> entry.at().toString()).toArray(String[]::new))
			.update();
	}

	List<OperationRecord> search(RecordFilter filter, int offset, int limit) {
		Conditions conditions = filter.conditions();
		return this.jdbc
			.sql("select " + COLUMNS + "from operation_record r where " + conditions.text()
					+ "order by r.at desc, r.id desc limit :limit offset :offset")
			.params(conditions.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query(RECORD)
			.list();
	}

	int count(RecordFilter filter) {
		Conditions conditions = filter.conditions();
		return this.jdbc.sql("select count(*) from operation_record r where " + conditions.text())
			.params(conditions.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static <T> List<T> column(List<OperationRecord> records, Function<OperationRecord, T> value) {
		return records.stream().map(value).toList();
	}

}
