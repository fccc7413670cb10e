package io.partnerhub.coupon.coupon;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * What a list of issued coupons can be narrowed by; an absent filter does not narrow,
 * time bounds are exclusive. {@code orderId} is an order they were used for. Resale only
 * concerns vouchers: cash coupons may be given without a link.
 */
public record CouponFilter(@Nullable CouponType type, @Nullable UUID couponId, @Nullable UUID customerId,
		@Nullable UUID quotaId, Coupon.@Nullable State state, boolean resaleOnly, @Nullable Instant createdAfter,
		@Nullable Instant createdBefore, @Nullable Instant effectiveAfter, @Nullable Instant effectiveBefore,
		@Nullable Instant expiresAfter, @Nullable Instant expiresBefore, @Nullable String orderId) {

	private static final String LIVE = "c.balance_minor > 0 and c.reclaimed_at is null and c.expired_at is null";

	/** For coupons of any order. */
	public CouponFilter(@Nullable CouponType type, @Nullable UUID couponId, @Nullable UUID customerId,
			@Nullable UUID quotaId, Coupon.@Nullable State state, boolean resaleOnly, @Nullable Instant createdAfter,
			@Nullable Instant createdBefore, @Nullable Instant effectiveAfter, @Nullable Instant effectiveBefore,
			@Nullable Instant expiresAfter, @Nullable Instant expiresBefore) {
		this(type, couponId, customerId, quotaId, state, resaleOnly, createdAfter, createdBefore, effectiveAfter,
				effectiveBefore, expiresAfter, expiresBefore, null);
	}

	/** All coupons of a type that a front end shows. */
	public static CouponFilter listed(CouponType type, @Nullable UUID customerId, @Nullable UUID quotaId,
			Coupon.@Nullable State state) {
		return new CouponFilter(type, null, customerId, quotaId, state, false, null, null, null, null, null, null);
	}

	/** without those that expired at this time or earlier. */
	public CouponFilter expiringAfter(Instant time) {
		Instant after = (this.expiresAfter != null && this.expiresAfter.isAfter(time)) ? this.expiresAfter : time;
		return new CouponFilter(this.type, this.couponId, this.customerId, this.quotaId, this.state, this.resaleOnly,
				this.createdAfter, this.createdBefore, this.effectiveAfter, this.effectiveBefore, after,
				this.expiresBefore, this.orderId);
	}

	/** only those that expired earlier. */
	public CouponFilter expiredBefore(Instant time) {
		return new CouponFilter(this.type, this.couponId, this.customerId, this.quotaId, this.state, this.resaleOnly,
				this.createdAfter, this.createdBefore, this.effectiveAfter, this.effectiveBefore, this.expiresAfter,
				time, this.orderId);
	}

	/**
	 * The same, of coupons that were used for an order; upper and lower case are alike.
	 */
	public CouponFilter usedFor(@Nullable String order) {
		return new CouponFilter(this.type, this.couponId, this.customerId, this.quotaId, this.state, this.resaleOnly,
				this.createdAfter, this.createdBefore, this.effectiveAfter, this.effectiveBefore, this.expiresAfter,
				this.expiresBefore, order);
	}

	/**
	 * Lists that together hold what is asked for, each in one index newest first: what
	 * has expired is partly ended already, partly about to be.
	 */
	List<Conditions> parts(UUID owner, Instant now) {
		if (this.state == Coupon.State.EXPIRED) {
			return List.of(conditions(owner).and("c.reclaimed_at is null and c.expired_at is not null"),
					conditions(owner).and("c.reclaimed_at is null and c.expired_at is null and c.expires_at <= :now",
							"now", now));
		}
		return List
			.of((this.state != null) ? conditions(owner).and(inState(this.state), "now", now) : conditions(owner));
	}

	private Conditions conditions(UUID owner) {
		Conditions conditions = new Conditions().and("c.owner_partner_id = :owner", "owner", owner)
			.and("c.type = :type", "type", this.type)
			.and("c.id = :id", "id", this.couponId)
			.and("c.customer_id = :customer", "customer", this.customerId)
			.and("c.quota_id = :quota", "quota", this.quotaId)
			.and("c.created_at > :createdAfter", "createdAfter", this.createdAfter)
			.and("c.created_at < :createdBefore", "createdBefore", this.createdBefore)
			.and("c.effective_at > :effectiveAfter", "effectiveAfter", this.effectiveAfter)
			.and("c.effective_at < :effectiveBefore", "effectiveBefore", this.effectiveBefore)
			.and("c.expires_at > :expiresAfter", "expiresAfter", this.expiresAfter)
			.and("c.expires_at < :expiresBefore", "expiresBefore", this.expiresBefore);
		if (this.orderId != null) {
			conditions.and("c.id in (select r.coupon_id from redemption r where lower(r.order_id) = lower(:order))",
					"order", this.orderId);
		}
		if (this.resaleOnly) {
			conditions.and("(c.association_type = 'RESALE' or c.type = 'CASH_COUPON')");
		}
		return conditions;
	}

	/** By columns and time, as {@link Coupon#stateAt} tells it. */
	private static String inState(Coupon.State state) {
		return switch (state) {
			case RECLAIMED -> "c.reclaimed_at is not null";
			case EXPIRED -> throw new IllegalArgumentException("in two parts");
			case USED ->
				"c.balance_minor = 0 and c.reclaimed_at is null and c.expired_at is null and c.expires_at > :now";
			case INACTIVE -> LIVE + " and c.expires_at > :now and c.effective_at > :now";
			case AVAILABLE -> LIVE + " and c.expires_at > :now and c.effective_at <= :now";
		};
	}

}
