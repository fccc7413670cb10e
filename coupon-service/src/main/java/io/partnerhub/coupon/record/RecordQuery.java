package io.partnerhub.coupon.record;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import org.jspecify.annotations.Nullable;

/**
 * What the operation log is narrowed by (6.9, CSH-11); an absent filter does not narrow.
 * Names match by their beginning and from three characters on anywhere, whatever their
 * case.
 *
 * @param from operated at this time or later
 * @param to operated before this
 * @param customerName of the customer
 * @param accountName login name of the customer
 * @param operationType 1–9 (6.3)
 * @param succeeded false for attempts that were refused
 * @param operator login, access key or {@code system}, exactly
 */
public record RecordQuery(CouponType type, @Nullable Instant from, @Nullable Instant to, @Nullable String customerName,
		@Nullable String accountName, @Nullable UUID customerId, @Nullable UUID quotaId, @Nullable UUID couponId,
		@Nullable Integer operationType, @Nullable Boolean succeeded, @Nullable String operator) {

	boolean byName() {
		return this.customerName != null || this.accountName != null;
	}

}
