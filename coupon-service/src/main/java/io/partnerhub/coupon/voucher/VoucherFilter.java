package io.partnerhub.coupon.voucher;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a list of issued vouchers can be narrowed by; an absent filter does not narrow,
 * time bounds are exclusive.
 */
record VoucherFilter(@Nullable UUID voucherId, @Nullable UUID customerId, @Nullable UUID quotaId,
		Voucher.@Nullable State state, boolean resaleOnly, @Nullable Instant createdAfter,
		@Nullable Instant createdBefore, @Nullable Instant effectiveAfter, @Nullable Instant effectiveBefore,
		@Nullable Instant expiresAfter, @Nullable Instant expiresBefore) {

	static final String CONDITION = """
			v.owner_partner_id = :owner
			  and (:id::uuid is null or v.id = :id)
			  and (:customer::uuid is null or v.customer_id = :customer)
			  and (:quota::uuid is null or v.quota_id = :quota)
			  and (not :resaleOnly or v.association_type = 'RESALE')
			  and (:state::text is null
			       or case when v.reclaimed_at is not null then 'RECLAIMED'
			               when v.expires_at <= :now then 'EXPIRED'
			               when v.balance_minor = 0 then 'USED'
			               when v.effective_at > :now then 'INACTIVE'
			               else 'AVAILABLE' end = :state)
			  and (:createdAfter::timestamptz is null or v.created_at > :createdAfter)
			  and (:createdBefore::timestamptz is null or v.created_at < :createdBefore)
			  and (:effectiveAfter::timestamptz is null or v.effective_at > :effectiveAfter)
			  and (:effectiveBefore::timestamptz is null or v.effective_at < :effectiveBefore)
			  and (:expiresAfter::timestamptz is null or v.expires_at > :expiresAfter)
			  and (:expiresBefore::timestamptz is null or v.expires_at < :expiresBefore)
			""";

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID owner, Instant now) {
		return statement.param("owner", owner)
			.param("id", this.voucherId)
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
			.param("expiresBefore", time(this.expiresBefore));
	}

	private static @Nullable Timestamp time(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
