package io.partnerhub.coupon.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of locks, always changed together with the coupon's sum of them; whoever calls
 * this has locked the coupons.
 */
@Repository
class CouponLockStore {

	private static final String HELD = "select " + CouponStore.COLUMNS + """
			       , c.ending, (select count(*) from coupon_lock l where l.coupon_id = c.id) as open_orders
			from coupon c
			""";

	private static final String MOVED = """
			returning
			""" + CouponStore.COLUMNS + ", c.ending, g.coupon_id, g.order_id, g.amount_minor, g.paying";

	private final JdbcClient jdbc;

	private final CouponStore coupons;

	CouponLockStore(JdbcClient jdbc, CouponStore coupons) {
		this.jdbc = jdbc;
		this.coupons = coupons;
	}

	/** Coupons of a customer that still hold something, the first to expire first. */
	List<HeldCoupon> ofCustomer(UUID customerId, int limit) {
		return this.jdbc.sql(HELD + """
				where c.customer_id = :customer and c.reclaimed_at is null and c.expired_at is null
				  and c.balance_minor > 0
				order by c.expires_at, c.id
				limit :limit
				""").param("customer", customerId).param("limit", limit).query(this::held).list();
	}

	/** Locks coupons of a customer in the order that all commands keep. */
	List<HeldCoupon> hold(UUID customerId, Collection<UUID> ids) {
		lock(ids);
		return this.jdbc.sql(HELD + "where c.id = any(:ids) and c.customer_id = :customer order by c.id")
			.param("ids", ids.toArray(UUID[]::new))
			.param("customer", customerId)
			.query(this::held)
			.list();
	}

	void lock(Collection<UUID> ids) {
		this.jdbc.sql("select id from coupon where id = any(:ids) order by id for update")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	List<CouponLock> ofOrders(Collection<String> orderIds) {
		return this.jdbc.sql("""
				select coupon_id, order_id, amount_minor, paying
				from coupon_lock
				where order_id = any(:orders)
				order by order_id, coupon_id
				""").param("orders", orderIds.toArray(String[]::new)).query((row, index) -> couponLock(row)).list();
	}

	List<CouponLock> ofCoupons(Collection<UUID> ids) {
		return this.jdbc.sql("""
				select coupon_id, order_id, amount_minor, paying
				from coupon_lock
				where coupon_id = any(:ids)
				order by coupon_id, locked_at, order_id
				""").param("ids", ids.toArray(UUID[]::new)).query((row, index) -> couponLock(row)).list();
	}

	List<CouponLock> ofCoupon(UUID id, int limit) {
		return this.jdbc.sql("""
				select coupon_id, order_id, amount_minor, paying
				from coupon_lock
				where coupon_id = :id
				order by locked_at, order_id
				limit :limit
				""").param("id", id).param("limit", limit).query((row, index) -> couponLock(row)).list();
	}

	List<UUID> quotasOf(Collection<UUID> ids) {
		return this.jdbc.sql("select distinct quota_id from coupon where id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("quota_id", UUID.class))
			.list();
	}

	void insert(String orderId, Map<Coupon, Money> amounts, Instant now) {
		this.jdbc.sql("""
				with held as (
				    update coupon c
				       set locked_minor = c.locked_minor + a.amount, version = c.version + 1
				      from unnest(:ids::uuid[], :amounts::bigint[]) as a (id, amount)
				     where c.id = a.id
				    returning c.id, c.partner_id, a.amount)
				insert into coupon_lock (coupon_id, order_id, partner_id, amount_minor, locked_at)
				select id, :order, partner_id, amount, :now from held
				""")
			.param("order", orderId)
			.param("ids", amounts.keySet().stream().map(Coupon::id).toArray(UUID[]::new))
			.param("amounts", amounts.values().stream().map(Money::minor).toArray(Long[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	void startPayment(String orderId) {
		this.jdbc.sql("update coupon_lock set paying = true where order_id = :order").param("order", orderId).update();
	}

	/** Gives up what the orders hold. */
	List<Freed> deleteOfOrders(Collection<String> orderIds) {
		return delete("order_id = any(:keys)", orderIds.toArray(String[]::new));
	}

	/** Gives up what unpaid orders hold of the coupons. */
	List<Freed> deleteUnpaid(Collection<UUID> ids) {
		return delete("coupon_id = any(:keys) and not paying", ids.toArray(UUID[]::new));
	}

	/** What an order holds is used. */
	List<Freed> settle(String orderId, Instant now) {
		return this.jdbc.sql("""
				with g as (
				    delete from coupon_lock
				    where order_id = :order
				    returning coupon_id, order_id, amount_minor, paying)
				update coupon c
				   set balance_minor = c.balance_minor - g.amount_minor, locked_minor = c.locked_minor - g.amount_minor,
				       used_minor = c.used_minor + g.amount_minor, used_times = c.used_times + 1, last_used_at = :now,
				       last_order_id = g.order_id, version = c.version + 1
				  from g
				 where c.id = g.coupon_id
				""" + MOVED).param("order", orderId).param("now", Timestamp.from(now)).query(this::freed).list();
	}

	/** Those of the coupons that wait for no payment any more to end. */
	List<Freed> ended(Collection<UUID> ids) {
		return this.jdbc.sql("select " + CouponStore.COLUMNS + """
				       , c.ending, c.id as coupon_id, '' as order_id, 0 as amount_minor, false as paying
				from coupon c
				where c.id = any(:ids) and c.ending is not null and c.balance_minor > 0
				  and not exists (select from coupon_lock l where l.coupon_id = c.id)
				order by c.id
				""").param("ids", ids.toArray(UUID[]::new)).query(this::freed).list();
	}

	private List<Freed> delete(String condition, Object keys) {
		return this.jdbc.sql("with gone as (delete from coupon_lock where " + condition + """
				    returning coupon_id, order_id, amount_minor, paying),
				total as (
				    select coupon_id, sum(amount_minor) as amount from gone group by coupon_id),
				freed as (
				    update coupon c
				       set locked_minor = c.locked_minor - t.amount, version = c.version + 1
				      from total t
				     where c.id = t.coupon_id
				    returning c.*)
				select
				""" + CouponStore.COLUMNS + """
				       , c.ending, g.coupon_id, g.order_id, g.amount_minor, g.paying
				from freed c join gone g on g.coupon_id = c.id
				order by c.customer_id, c.id, g.order_id
				""").param("keys", keys).query(this::freed).list();
	}

	private HeldCoupon held(ResultSet row, int index) throws SQLException {
		return new HeldCoupon(this.coupons.coupon(row, index), row.getInt("open_orders"),
				row.getObject("ending") != null);
	}

	private Freed freed(ResultSet row, int index) throws SQLException {
		return new Freed(this.coupons.coupon(row, index), row.getObject("ending", Integer.class), couponLock(row));
	}

	private static CouponLock couponLock(ResultSet row) throws SQLException {
		return new CouponLock(row.getObject("coupon_id", UUID.class), row.getString("order_id"),
				Money.ofMinor(row.getLong("amount_minor")), row.getBoolean("paying"));
	}

	/**
	 * A lock that is gone, and its coupon afterwards.
	 *
	 * @param ending code of the operation that waits for the coupon's last payment
	 */
	record Freed(Coupon coupon, @Nullable Integer ending, CouponLock lock) {
	}

}
