package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One of many vouchers that are wanted from one quota, each with terms of its own
 * (VOU-02).
 *
 * @param number where it stands among them, from 1
 * @param serviceTypes only for these; empty: as the quota
 * @param productIds only for these; empty: as the quota
 * @param effectiveAt absent: as the quota
 * @param expiresAt absent: as the quota
 * @param remark for the issuer's record only (VOU-09)
 */
public record VoucherRow(int number, UUID customerId, Money faceValue, Money minimumOrder, Set<String> serviceTypes,
		Set<String> productIds, @Nullable Instant effectiveAt, @Nullable Instant expiresAt, @Nullable String remark) {

	IssueOrder order(UUID quotaId) {
		return new IssueOrder(quotaId, List.of(this.customerId), List.of(), this.faceValue, this.minimumOrder,
				this.serviceTypes, this.productIds, this.effectiveAt, this.expiresAt, this.remark);
	}

}
