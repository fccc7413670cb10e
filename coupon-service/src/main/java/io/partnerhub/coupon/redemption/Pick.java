package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.UUID;

/**
 * What a customer picked for an order (USE-01).
 *
 * @param requestId names the attempt
 * @param discountIds discounts that its prices contain already; they only count
 */
record Pick(String requestId, PayableOrder order, List<UUID> couponIds, List<String> discountIds) {
}
