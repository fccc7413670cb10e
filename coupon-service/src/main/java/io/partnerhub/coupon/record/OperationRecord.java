package io.partnerhub.coupon.record;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to a coupon, or tried to (操作记录). The remark is for the issuer's eyes only
 * (VOU-09, X-13).
 *
 * @param couponId absent where the vendor-compatible face refused one of the issuer's
 * customers a voucher
 * @param amount face value on issue, also where it failed; what was taken back on reclaim
 * @param operator login, access key, or {@code system} for what happened by itself
 */
public record OperationRecord(UUID id, CouponType couponType, UUID partnerId, UUID ownerPartnerId, OperationType type,
		UUID quotaId, @Nullable UUID couponId, UUID customerId, int epoch, Money amount, boolean succeeded,
		String operator, @Nullable String remark, Instant at) {
}
