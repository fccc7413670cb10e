package io.partnerhub.coupon.delegation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the log of passed-on quota can be narrowed by (6.9); only what is wanted stands in
 * the query. Time bounds are exclusive.
 *
 * @param resellerName beginning, or from 3 characters any part of it
 */
record QuotaRecordFilter(@Nullable UUID resellerId, @Nullable UUID quotaId, @Nullable UUID parentQuotaId,
		QuotaRecord.@Nullable Type type, @Nullable String operator, @Nullable Instant after, @Nullable Instant before,
		@Nullable String resellerName) {

	private static final String NAMED = """
			owner_partner_id in (
			    select p.owner_partner_id
			    from known_partner p
			    where p.partner_id = :distributor
			      and (starts_with(lower(p.name), lower(:name))
			           or (length(:name) >= 3 and strpos(lower(p.name), lower(:name)) > 0)))
			""";

	String condition() {
		return Stream
			.of(when(this.resellerId, "owner_partner_id = :reseller"), when(this.quotaId, "quota_id = :quota"),
					when(this.parentQuotaId, "parent_quota_id = :parent"), when(this.type, "operation_type = :type"),
					when(this.operator, "operator = :operator"), when(this.after, "at > :begin"),
					when(this.before, "at < :end"), when(this.resellerName, NAMED))
			.collect(Collectors.joining());
	}

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID distributor) {
		return statement.param("distributor", distributor)
			.param("reseller", this.resellerId)
			.param("quota", this.quotaId)
			.param("parent", this.parentQuotaId)
			.param("type", (this.type != null) ? this.type.code() : null)
			.param("operator", this.operator)
			.param("begin", (this.after != null) ? Timestamp.from(this.after) : null)
			.param("name", this.resellerName)
			.param("end", (this.before != null) ? Timestamp.from(this.before) : null);
	}

	private static String when(@Nullable Object wanted, String condition) {
		return (wanted != null) ? "and " + condition + "\n" : "";
	}

}
