package io.partnerhub.coupon.redemption;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * A refund of a paid order gives amounts back to its coupons.
 *
 * @param requestId names the refund; a repeat gets the same answer
 */
record ReturnOrder(String requestId, ReturnCause cause, Map<UUID, Money> amounts) {
}
