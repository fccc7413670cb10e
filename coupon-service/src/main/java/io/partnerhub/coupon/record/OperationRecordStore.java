package io.partnerhub.coupon.record;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;
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
		OperationRecord first = records.getFirst();
		this.jdbc
			.sql("""
					insert into operation_record (id, coupon_type, partner_id, owner_partner_id, operation_type, quota_id, coupon_id,
					                              customer_id, epoch, amount_minor, succeeded, operator, remark, at)
					select id, :couponType, :partner, :owner, type, quota, coupon, customer, epoch, amount, succeeded, :operator, :remark, :at
					from unnest(:ids::uuid[], :types::int[], :quotas::uuid[], :coupons::uuid[], :customers::uuid[],
					            :epochs::int[], :amounts::bigint[], :successes::boolean[])
					     as r (id, type, quota, coupon, customer, epoch, amount, succeeded)
					""")
			.param("couponType", first.couponType().name())
			.param("partner", first.partnerId())
			.param("owner", first.ownerPartnerId())
			.param("operator", first.operator())
			.param("remark", first.remark())
			.param("at", Timestamp.from(first.at()))
			.param("ids", column(records, OperationRecord::id).toArray(UUID[]::new))
			.param("types", column(records, (entry) -> entry.type().code()).toArray(Integer[]::new))
			.param("quotas", column(records, OperationRecord::quotaId).toArray(UUID[]::new))
			.param("coupons", records.stream().map(OperationRecord::couponId).toArray(UUID[]::new))
			.param("customers", column(records, OperationRecord::customerId).toArray(UUID[]::new))
			.param("epochs", column(records, OperationRecord::epoch).toArray(Integer[]::new))
			.param("amounts", column(records, (entry) -> entry.amount().minor()).toArray(Long[]::new))
			.param("successes", column(records, OperationRecord::succeeded).toArray(Boolean[]::new))
			.update();
	}

	List<OperationRecord> search(RecordFilter filter, int offset, int limit) {
		return filter
			.bind(this.jdbc.sql("select " + COLUMNS + "from operation_record r where " + RecordFilter.CONDITION + """
					order by r.at desc, r.id desc
					limit :limit offset :offset
					"""))
			.param("limit", limit)
			.param("offset", offset)
			.query(RECORD)
			.list();
	}

	int count(RecordFilter filter) {
		return filter.bind(this.jdbc.sql("select count(*) from operation_record r where " + RecordFilter.CONDITION))
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static <T> List<T> column(List<OperationRecord> records, Function<OperationRecord, T> value) {
		return records.stream().map(value).toList();
	}

}
