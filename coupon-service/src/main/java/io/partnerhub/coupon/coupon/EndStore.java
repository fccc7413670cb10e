package io.partnerhub.coupon.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends coupons and records it, in one statement however many there are. */
@Repository
class EndStore {

	private static final String LIVE = """
			c.reclaimed_at is null and c.expired_at is null and c.balance_minor > 0
			""";

	private static final String TAKEN = """
			returning c.id, c.type, c.partner_id, c.owner_partner_id, c.quota_id, c.customer_id, c.epoch,
			          old.balance_minor - new.balance_minor as amount),
			recorded as (
			    insert into operation_record (id, coupon_type, partner_id, owner_partner_id, operation_type, quota_id,
			                                  coupon_id, customer_id, epoch, amount_minor, succeeded, operator, remark,
			                                  at, bulk_id)
			    select uuidv7(), type, partner_id, owner_partner_id, :operation, quota_id, id, customer_id, epoch, amount,
			           true, :operator, :remark, :now, :bulk
			    from taken)
			select * from taken order by id
			""";

	private final JdbcClient jdbc;

	EndStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Coupons that are to end and wait for no payment, after one of them; nothing is
	 * locked.
	 */
	List<Due> due(Ending ending, UUID after, int limit) {
		return this.jdbc
			.sql("select c.id, c.quota_id, c.locked_minor > 0 as locked from coupon c where c.ending is null and "
					+ LIVE + " and " + ending.condition() + " limit :limit")
			.params(ending.parameters())
			.param("after", after)
			.param("limit", limit)
			.query((row, index) -> new Due(row.getObject("id", UUID.class), row.getObject("quota_id", UUID.class),
					row.getBoolean("locked")))
			.list();
	}

	/** In the order that all commands keep. */
	void lock(List<UUID> ids) {
		this.jdbc.sql("select id from coupon where id = any(:ids) order by id for update")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** They end with their running payments. */
	void letWait(List<UUID> ids, OperationType operation) {
		this.jdbc.sql("update coupon set ending = :operation, version = version + 1 where id = any(:ids)")
			.param("operation", operation.code())
			.param("ids", ids.toArray(UUID[]::new))
			.update();
	}

	/** All that is left of those of the coupons that nothing holds. */
	List<Taken> end(List<UUID> ids, OperationType operation, boolean unusedOnly, UUID bulk, Instant now) {
		boolean expired = operation == OperationType.RECLAIM_ON_EXPIRY;
		return recorded("""
				with taken as (
				    update coupon c
				       set reclaimed_minor = c.reclaimed_minor + case when :expired then 0 else c.balance_minor end,
				           expired_minor = c.expired_minor + case when :expired then c.balance_minor else 0 end,
				           reclaimed_at = case when :expired then null else :now::timestamptz end,
				           expired_at = case when :expired then :now::timestamptz end,
				           balance_minor = 0, version = c.version + 1
				     where c.id = any(array(
				               select c.id
				               from coupon c
				               where c.id = any(:ids) and c.locked_minor = 0 and (not :unused or c.used_minor = 0) and
				""" + LIVE + "order by c.id for update))" + TAKEN, operation, "system", null, bulk, now)
			.param("ids", ids.toArray(UUID[]::new))
			.param("expired", expired)
			.param("unused", unusedOnly)
			.query(EndStore::taken)
			.list();
	}

	/** Amounts of coupons that the caller has locked, some of them all that is left. */
	List<Taken> take(Map<UUID, Money> amounts, OperationType operation, String operator, @Nullable String remark,
			UUID bulk, Instant now) {
		return recorded("""
				with taken as (
				    update coupon c
				       set reclaimed_minor = c.reclaimed_minor + a.amount, balance_minor = c.balance_minor - a.amount,
				           reclaimed_at = case when c.balance_minor = a.amount then :now::timestamptz end,
				           version = c.version + 1
				      from unnest(:ids::uuid[], :amounts::bigint[]) as a (id, amount)
				     where c.id = a.id
				""" + TAKEN, operation, operator, remark, bulk, now).param("ids", amounts.keySet().toArray(UUID[]::new))
			.param("amounts", amounts.values().stream().map(Money::minor).toArray(Long[]::new))
			.query(EndStore::taken)
			.list();
	}

	/** Whether one of the coupons waits for its payment. */
	boolean anyWaiting(List<UUID> ids) {
		return this.jdbc
			.sql("select exists (select from coupon c where c.id = any(:ids) and c.locked_minor > 0 and " + LIVE + ")")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** What went back of coupons by themselves, coupon by coupon. */
	List<Money> endedAmounts(List<UUID> ids) {
		return this.jdbc.sql("""
				select amount_minor
				from operation_record
				where coupon_id = any(:ids) and operation_type in (3, 4, 6, 7, 8, 9) and succeeded
				""").param("ids", ids.toArray(UUID[]::new)).query((row, index) -> Money.ofMinor(row.getLong(1))).list();
	}

	private JdbcClient.StatementSpec recorded(String sql, OperationType operation, String operator,
			@Nullable String remark, UUID bulk, Instant now) {
		return this.jdbc.sql(sql)
			.param("operation", operation.code())
			.param("operator", operator)
			.param("remark", remark)
			.param("bulk", bulk)
			.param("now", Timestamp.from(now));
	}

	private static Taken taken(ResultSet row, int index) throws SQLException {
		return new Taken(row.getObject("id", UUID.class), CouponType.valueOf(row.getString("type")),
				row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
				row.getObject("quota_id", UUID.class), row.getObject("customer_id", UUID.class), row.getInt("epoch"),
				Money.ofMinor(row.getLong("amount")));
	}

	/** A coupon that is to end. */
	record Due(UUID id, UUID quotaId, boolean locked) {
	}

}
