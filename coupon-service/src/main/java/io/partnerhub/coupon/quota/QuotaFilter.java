package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lists of quotas can be narrowed by; only what is wanted stands in the query, so
 * that each has a plan of its own. Time bounds are exclusive. {@code now} decides which
 * quotas count as expired.
 */
public record QuotaFilter(CouponType type, @Nullable List<UUID> ids, @Nullable List<Quota.State> states,
		@Nullable Instant createdAfter, @Nullable Instant createdBefore, @Nullable Instant effectiveAfter,
		@Nullable Instant effectiveBefore, @Nullable Instant expiresAfter, @Nullable Instant expiresBefore,
		Instant now) {

	private static final String STATE = """
			case when state <> 'RECLAIMED' and expires_at <= :now then 'INVALID' else state end = any(:states)
			""";

	public static QuotaFilter by(CouponType type, Quota.@Nullable State state, @Nullable Instant expiresAfter,
			@Nullable Instant expiresBefore, Instant now) {
		return new QuotaFilter(type, null, (state != null) ? List.of(state) : null, null, null, null, null,
				expiresAfter, expiresBefore, now);
	}

	String condition() {
		return Stream
			.of("and type = :type", when(this.ids, "id = any(:ids)"), when(this.states, STATE),
					when(this.createdAfter, "created_at > :createdAfter"),
					when(this.createdBefore, "created_at < :createdBefore"),
					when(this.effectiveAfter, "effective_at > :effectiveAfter"),
					when(this.effectiveBefore, "effective_at < :effectiveBefore"),
					when(this.expiresAfter, "expires_at > :expiresAfter"),
					when(this.expiresBefore, "expires_at < :expiresBefore"))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
		return statement.param("type", this.type.name())
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

	private static String when(@Nullable Object wanted, String condition) {
		return (wanted != null) ? "and " + condition : "";
	}

	private static @Nullable Timestamp time(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
