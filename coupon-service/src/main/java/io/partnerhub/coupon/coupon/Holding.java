package io.partnerhub.coupon.coupon;

import java.util.UUID;

/** A customer and a quota whose coupons he has (VOU-05). */
public record Holding(UUID quotaId, UUID customerId) {
}
