package io.partnerhub.coupon.coupon;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the coupons a customer has; what was reclaimed is gone for him (REC-03). */
@Repository
class ReceivedCouponStore {

	private final JdbcClient jdbc;

	private final CouponStore coupons;

	ReceivedCouponStore(JdbcClient jdbc, CouponStore coupons) {
		this.jdbc = jdbc;
		this.coupons = coupons;
	}

	List<Received> search(UUID customerId, Filter filter, int offset, int limit) {
		return bind("select " + CouponStore.COLUMNS + """
				       , c.last_order_id,
				       (select min(l.order_id) from coupon_lock l where l.coupon_id = c.id) as lock_order_id
				""", """
				order by c.id desc
				limit :limit offset :offset
				""", customerId, filter).param("limit", limit)
			.param("offset", offset)
			.query((row, index) -> new Received(this.coupons.coupon(row, index), row.getString("last_order_id"),
					row.getString("lock_order_id")))
			.list();
	}

	int count(UUID customerId, Filter filter) {
		return bind("select count(*)\n", "", customerId, filter).query((row, index) -> row.getInt(1)).single();
	}

	private JdbcClient.StatementSpec bind(String select, String end, UUID customerId, Filter filter) {
		return this.jdbc.sql(select + """
				from coupon c
				where c.customer_id = :customer and c.reclaimed_at is null and c.expires_at > :expiredSince
				  and (:id::uuid is null or c.id = :id)
				  and (:order::text is null or lower(c.last_order_id) = lower(:order)
				       or exists (select from coupon_lock l
				                  where l.coupon_id = c.id and lower(l.order_id) = lower(:order)))
				  and (:type::text is null or c.type = :type)
				  and (:source::uuid is null or c.owner_partner_id = :source)
				  and (:activeFrom::timestamptz is null or c.effective_at >= :activeFrom)
				  and (:activeTo::timestamptz is null or c.effective_at <= :activeTo)
				  and (:state::text is null
				       or case when c.expired_at is not null then 'EXPIRED'
				               when c.balance_minor = 0 then 'USED'
				               when c.expires_at <= :now then 'EXPIRED'
				               when c.effective_at > :now then 'INACTIVE'
				               else 'AVAILABLE' end = :state)
				""" + end)
			.param("customer", customerId)
			.param("expiredSince", Timestamp.from(filter.expiredSince()))
			.param("id", filter.couponId())
			.param("order", filter.orderId())
			.param("type", (filter.type() != null) ? filter.type().name() : null)
			.param("source", filter.source())
			.param("activeFrom", time(filter.activeFrom()))
			.param("activeTo", time(filter.activeTo()))
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("now", Timestamp.from(filter.now()));
	}

	private static @Nullable Timestamp time(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	/**
	 * What a customer's coupons can be narrowed by; an absent filter does not narrow.
	 *
	 * @param orderId an order that used or holds it, in any case of letters
	 * @param source the issuer
	 * @param activeFrom usable from this time on or later
	 * @param activeTo usable from this time on or earlier
	 * @param expiredSince those that expired earlier are hidden
	 */
	record Filter(@Nullable UUID couponId, @Nullable String orderId, @Nullable CouponType type,
			Coupon.@Nullable State state, @Nullable UUID source, @Nullable Instant activeFrom,
			@Nullable Instant activeTo, Instant expiredSince, Instant now) {
	}

	/**
	 * A coupon with the orders around it.
	 *
	 * @param lastOrderId the order it was last used for
	 * @param lockOrderId an order that holds a part of it
	 */
	record Received(Coupon coupon, @Nullable String lastOrderId, @Nullable String lockOrderId) {
	}

}
