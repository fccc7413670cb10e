package io.partnerhub.coupon.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor-compatible record list can be narrowed by; an absent filter does not
 * narrow.
 */
record RecordFilter(UUID owner, CouponType couponType, @Nullable List<Integer> types, @Nullable UUID quotaId,
		@Nullable List<UUID> voucherIds, @Nullable UUID customerId, @Nullable Instant after, @Nullable Instant before,
		@Nullable Boolean succeeded) {

	/** What few rows have is written out, so that their partial index is found. */
	Conditions conditions() {
		Conditions conditions = new Conditions().and("r.owner_partner_id = :owner", "owner", this.owner)
			.and("r.coupon_type = :couponType", "couponType", this.couponType)
			.and("r.quota_id = :quota", "quota", this.quotaId)
			.and("r.coupon_id = any(:vouchers)", "vouchers",
					(this.voucherIds != null) ? this.voucherIds.toArray(UUID[]::new) : null)
			.and("r.customer_id = :customer", "customer", this.customerId)
			.and("r.at > :begin", "begin", this.after)
			.and("r.at < :end", "end", this.before);
		if (this.types != null) {
			conditions.and(this.types.stream()
				.map(String::valueOf)
				.collect(Collectors.joining(", ", "r.operation_type in (", ")")));
		}
		if (this.succeeded != null) {
			conditions.and(this.succeeded ? "r.succeeded" : "not r.succeeded");
		}
		return conditions;
	}

}
