package io.partnerhub.coupon.coupon;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a list of issued coupons can be narrowed by; an absent filter does not narrow,
 * time bounds are exclusive. {@code orderId} is an order they were used for. Resale only
 * concerns vouchers: cash coupons may be given without a link.
 */
public record CouponFilter(@Nullable CouponType type, @Nullable UUID couponId, @Nullable UUID customerId,
		@Nullable UUID quotaId, Coupon.@Nullable State state, boolean resaleOnly, @Nullable Instant createdAfter,
		@Nullable Instant createdBefore, @Nullable Instant effectiveAfter, @Nullable Instant effectiveBefore,
		@Nullable Instant expiresAfter, @Nullable Instant expiresBefore, @Nullable String orderId) {

	static final String CONDITION = """
			c.owner_partner_id = :owner
			  and (:type::text is null or c.type = :type)
			  and (:id::uuid is null or c.id = :id)
			  and (:customer::uuid is null or c.customer_id = :customer)
			  and (:quota::uuid is null or c.quota_id = :quota)
			  and (not :resaleOnly or c.association_type = 'RESALE' or c.type = 'CASH_COUPON')
			  and (:state::text is null
			       or case when c.reclaimed_at is not null then 'RECLAIMED'
			               when c.expired_at is not null or c.expires_at <= :now then 'EXPIRED'
			               when c.balance_minor = 0 then 'USED'
			               when c.effective_at > :now then 'INACTIVE'
			               else 'AVAILABLE' end = :state)
			  and (:createdAfter::timestamptz is null or c.created_at > :createdAfter)
			  and (:createdBefore::timestamptz is null or c.created_at < :createdBefore)
			  and (:effectiveAfter::timestamptz is null or c.effective_at > :effectiveAfter)
			  and (:effectiveBefore::timestamptz is null or c.effective_at < :effectiveBefore)
			  and (:expiresAfter::timestamptz is null or c.expires_at > :expiresAfter)
			  and (:expiresBefore::timestamptz is null or c.expires_at < :expiresBefore)
			  and (:order::text is null
			       or c.id in (select r.coupon_id from redemption r where lower(r.order_id) = lower(:order)))
			""";

	/** For coupons of any order. */
	public CouponFilter(@Nullable CouponType type, @Nullable UUID couponId, @Nullable UUID customerId,
			@Nullable UUID quotaId, Coupon.@Nullable State state, boolean resaleOnly, @Nullable Instant createdAfter,
			@Nullable Instant createdBefore, @Nullable Instant effectiveAfter, @Nullable Instant effectiveBefore,
			@Nullable Instant expiresAfter, @Nullable Instant expiresBefore) {
		this(type, couponId, customerId, quotaId, state, resaleOnly, createdAfter, createdBefore, effectiveAfter,
				effectiveBefore, expiresAfter, expiresBefore, null);
	}

	/**
	 * The same, of coupons that were used for an order; upper and lower case are alike.
	 */
	public CouponFilter usedFor(@Nullable String order) {
		return new CouponFilter(this.type, this.couponId, this.customerId, this.quotaId, this.state, this.resaleOnly,
				this.createdAfter, this.createdBefore, this.effectiveAfter, this.effectiveBefore, this.expiresAfter,
				this.expiresBefore, order);
	}

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID owner, Instant now) {
		return statement.param("owner", owner)
			.param("type", (this.type != null) ? this.type.name() : null)
			.param("id", this.couponId)
			.param("customer", this.customerId)
			.param("quota", this.quotaId)
			.param("resaleOnly", this.resaleOnly)
			.param("state", (this.state != null) ? this.state.name() : null)
			.param("now", Timestamp.from(now))
			.param("createdAfter", time(this.createdAfter))
			.param("createdBefore", time(this.createdBefore))
			.param("effectiveAfter", time(this.effectiveAfter))
			.param("effectiveBefore", time(this.effectiveBefore))
			.param("expiresAfter", time(this.expiresAfter))
			.param("expiresBefore", time(this.expiresBefore))
			.param("order", this.orderId);
	}

	private static @Nullable Timestamp time(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
