package io.partnerhub.coupon.coupon;

import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * An amount of a coupon that is held for an order until that is paid or given up
 * (USE-05).
 *
 * @param paying whether a payment of the order runs: then nothing may void it (REC-06)
 */
public record CouponLock(UUID couponId, String orderId, Money amount, boolean paying) {
}
