package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a distributor narrows the quotas of its resellers by; only what is wanted stands
 * in the query. {@code now} decides which quotas count as expired.
 */
public record ResellerQuotaFilter(@Nullable UUID id, @Nullable UUID resellerId, @Nullable UUID parentQuotaId,
		Quota.@Nullable State state, Instant now) {

	String condition() {
		return when(this.id, "and id = :id\n") + when(this.resellerId, "and owner_partner_id = :reseller\n")
				+ when(this.parentQuotaId, "and parent_quota_id = :parent\n") + when(this.state, """
						and case when state <> 'RECLAIMED' and expires_at <= :now then 'INVALID' else state end = :state
						""");
	}

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID distributor) {
		return statement.param("distributor", distributor)
			.param("id", this.id)
			.param("reseller", this.resellerId)
			.param("parent", this.parentQuotaId)
			.param("state", (this.state != null) ? this.state.name() : null)
			.param("now", Timestamp.from(this.now));
	}

	private static String when(@Nullable Object wanted, String condition) {
		return (wanted != null) ? condition : "";
	}

}
