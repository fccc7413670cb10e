package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants issued: one voucher of the same face value to each customer
 * (VOU-02).
 *
 * @param strangers ids that no customer of the hub has; only the vendor-compatible face,
 * where ids are any text, names such
 * @param serviceTypes only for these, at most 10; empty: as the quota
 * @param productIds only for these, at most 10; empty: as the quota
 * @param effectiveAt absent: as the quota
 * @param expiresAt absent: as the quota
 * @param remark for the issuer's record only (VOU-09)
 */
public record IssueOrder(UUID quotaId, List<UUID> customerIds, List<String> strangers, Money faceValue,
		Money minimumOrder, Set<String> serviceTypes, Set<String> productIds, @Nullable Instant effectiveAt,
		@Nullable Instant expiresAt, @Nullable String remark) {
}
