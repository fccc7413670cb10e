package io.partnerhub.coupon.record;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the vendor-compatible record list can be narrowed by; an absent filter does not
 * narrow.
 */
record RecordFilter(UUID owner, CouponType couponType, @Nullable List<Integer> types, @Nullable UUID quotaId,
		@Nullable List<UUID> voucherIds, @Nullable UUID customerId, @Nullable Instant after, @Nullable Instant before,
		@Nullable Boolean succeeded) {

	static final String CONDITION = """
			r.owner_partner_id = :owner
			  and r.coupon_type = :couponType
			  and (:types::int[] is null or r.operation_type = any(:types))
			  and (:quota::uuid is null or r.quota_id = :quota)
			  and (:vouchers::uuid[] is null or r.coupon_id = any(:vouchers))
			  and (:customer::uuid is null or r.customer_id = :customer)
			  and (:begin::timestamptz is null or r.at > :begin)
			  and (:end::timestamptz is null or r.at < :end)
			  and (:succeeded::boolean is null or r.succeeded = :succeeded)
			""";

	JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
		return statement.param("owner", this.owner)
			.param("couponType", this.couponType.name())
			.param("types", (this.types != null) ? this.types.toArray(Integer[]::new) : null)
			.param("quota", this.quotaId)
			.param("vouchers", (this.voucherIds != null) ? this.voucherIds.toArray(UUID[]::new) : null)
			.param("customer", this.customerId)
			.param("begin", (this.after != null) ? Timestamp.from(this.after) : null)
			.param("end", (this.before != null) ? Timestamp.from(this.before) : null)
			.param("succeeded", this.succeeded);
	}

}
