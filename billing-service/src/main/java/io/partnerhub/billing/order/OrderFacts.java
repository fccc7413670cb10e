package io.partnerhub.billing.order;

import java.time.Instant;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor says about an order (8.3).
 *
 * @param sourceType 1 customer, 2 agent, 3 contract, 4 distributor, 5–8 the vendor itself
 * @param official at list prices
 * @param amount after discounts, before coupons and cards; below 0.00 where something is
 * given back
 * @param payBefore until when it can be paid (ORD-13)
 * @param effectiveBy when what was ordered is to take effect; not payable after it
 * (ORD-12)
 * @param creator who placed it
 * @param baseOrder number of the order that an unsubscription or change is about
 * @param hardware whether goods are sent, which shortens the time for payment (ORD-13)
 * @param failure why the vendor cannot provide it at present (ORD-12)
 */
public record OrderFacts(OrderType type, int sourceType, String serviceTypeCode, @Nullable String serviceTypeName,
		Money official, Money amount, Instant createdAt, Instant payBefore, @Nullable Instant effectiveBy,
		@Nullable String contractId, @Nullable String creator, @Nullable String region, @Nullable String baseOrder,
		boolean hardware, @Nullable OrderFailure failure) {

	/** Why the vendor cannot provide it at that time, if it cannot (ORD-12). */
	public @Nullable OrderFailure failureAt(Instant now) {
		return isOverdue(now) ? OrderFailure.EFFECTIVE_TIME_PASSED : this.failure;
	}

	/** Whether it should have taken effect already. */
	public boolean isOverdue(Instant now) {
		return this.effectiveBy != null && now.isAfter(this.effectiveBy);
	}
}
