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

	private static final String UNSPENT = "c.balance_minor > 0 and c.expired_at is null and c.reclaimed_at is null";

	/**
	 * Past their time and not yet ended, which a job does minute by minute: the first of
	 * them to end are found before it comes, no more, so that a page never reads them
	 * all.
	 */
	private static final String PAST = UNSPENT + """
			 and c.id = any(array(select p.id
			                      from coupon p
			                      where p.owner_partner_id = :owner and p.balance_minor > 0
			                        and p.expired_at is null and p.reclaimed_at is null and p.expires_at <= :now
			                        %s
			                      order by p.expires_at
			                      limit 10000))
			""";

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
		if (this.state == null) {
			return List.of(conditions(owner));
		}
		return inState(this.state).stream().map((state) -> conditions(owner).and(state, "now", now)).toList();
	}

	/**
	 * What a list is sorted by: the same order, but a state's pages are found in its own
	 * index, those of a customer, a quota or an order among few coupons.
	 */
	String position() {
		boolean among = this.type == null || this.customerId != null || this.quotaId != null || this.orderId != null;
		return (this.state == null || among) ? "%s" : "uuid_send(%s)";
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
	private List<String> inState(Coupon.State state) {
		return switch (state) {
			case RECLAIMED -> List.of("c.reclaimed_at is not null");
			case EXPIRED -> List.of("c.expired_at is not null and c.reclaimed_at is null",
					PAST.formatted((this.type != null) ? "and p.type = :type" : ""));
			case USED -> List.of("c.balance_minor = 0 and c.expired_at is null and c.reclaimed_at is null");
			case INACTIVE -> List
				.of(UNSPENT + " and c.expires_at > :now and c.effective_at > :now and c.effective_at > c.created_at");
			case AVAILABLE -> List.of(UNSPENT + " and c.expires_at > :now and c.effective_at <= :now");
		};
	}

}
