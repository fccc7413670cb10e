package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the vendor-compatible quota list can be narrowed by; an absent filter does not
 * narrow, time bounds are exclusive. {@code now} decides which quotas count as expired.
 */
record QuotaFilter(UUID owner, @Nullable List<UUID> ids, @Nullable List<Quota.State> states,
		@Nullable Instant createdAfter, @Nullable Instant createdBefore, @Nullable Instant effectiveAfter,
		@Nullable Instant effectiveBefore, @Nullable Instant expiresAfter, @Nullable Instant expiresBefore,
		Instant now) {

	static final String CONDITION = """
			owner_partner_id = :owner
			  and (:ids::uuid[] is null or id = any(:ids))
			  and (:states::text[] is null
			       or case when state = 'NORMAL' and expires_at <= :now then 'INVALID' else state end = any(:states))
			  and (:createdAfter::timestamptz is null or created_at > :createdAfter)
			  and (:createdBefore::timestamptz is null or created_at < :createdBefore)
			  and (:effectiveAfter::timestamptz is null or effective_at > :effectiveAfter)
			  and (:effectiveBefore::timestamptz is null or effective_at < :effectiveBefore)
			  and (:expiresAfter::timestamptz is null or expires_at > :expiresAfter)
			  and (:expiresBefore::timestamptz is null or expires_at < :expiresBefore)
			""";

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
		return statement.param("owner", this.owner)
			.param("ids", (this.ids != null) ? this.ids.toArray(UUID[]::new) : null)
			.param("states", (this.states != null) ? this.states.stream().map(Enum::name).toArray(String[]::new) : null)
			.param("createdAfter", time(this.createdAfter))
			.param("createdBefore", time(this.createdBefore))
			.param("effectiveAfter", time(this.effectiveAfter))
			.param("effectiveBefore", time(this.effectiveBefore))
			.param("expiresAfter", time(this.expiresAfter))
			.param("expiresBefore", time(this.expiresBefore))
			.param("now", Timestamp.from(this.now));
	}

	private static @Nullable Timestamp time(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
