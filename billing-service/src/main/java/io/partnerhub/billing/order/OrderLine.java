package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing ordered (订单资源明细).
 *
 * @param number within its order
 * @param subOrder number of the sub-order it is in, for combined orders
 * @param periodType 0 day, 1 week, 2 month, 3 year, 4 hour, 5 once
 * @param amount after discounts
 * @param strictlySelected whether the vendor counts it as strictly selected (严选)
 * @param marketplace whether somebody else sells it on the vendor's marketplace
 */
public record OrderLine(UUID id, String number, @Nullable String subOrder, String serviceTypeCode,
		@Nullable String serviceTypeName, String productId, @Nullable String productSpec, @Nullable String resourceType,
		@Nullable Integer periodType, @Nullable Integer periodNum, int quantity, Money official, Money amount,
		@Nullable Instant effectiveAt, @Nullable Instant expiresAt, boolean strictlySelected, boolean marketplace) {
}
