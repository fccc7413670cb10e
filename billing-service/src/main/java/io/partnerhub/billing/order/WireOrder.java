package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.util.List;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.web.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * CustomerOrderV2 and V3 of the vendor, and their sub-orders; V3 alone tells who placed
 * it and until when it can be paid. Vouchers and cash coupons are not told apart: what
 * coupons paid stands under vouchers.
 */
@JsonNaming(SnakeCaseStrategy.class)
record WireOrder(String orderId, String customerId, String serviceTypeCode, @Nullable String serviceTypeName,
		int sourceType, int status, int orderType, BigDecimal amountAfterDiscount, BigDecimal officialAmount,
		int measureId, @Nullable String createTime, @Nullable String paymentTime, String currency,
		@Nullable String contractId, AmountInfo amountInfo, @Nullable List<Object> enterpriseProjects,
		@Nullable List<WireOrder> subOrderInfos, @Nullable AgentPayInfo agentPayInfo, @Nullable String userName,
		@Nullable String pendingPaymentEndTime) {

	private static final int YUAN = 1;

	/** As lists show it. */
	static WireOrder v2(Listed listed) {
		List<WireOrder> parts = listed.parts().stream().map((part) -> of(part, null, null, false)).toList();
		return of(listed.order(), parts.isEmpty() ? null : parts, AgentPayInfo.of(listed.order()), false);
	}

	/** As details show it. */
	static WireOrder v3(Listed listed) {
		List<WireOrder> parts = listed.parts().stream().map((part) -> of(part, null, null, true)).toList();
		return of(listed.order(), parts.isEmpty() ? null : parts, null, true);
	}

	private static WireOrder of(Order order, @Nullable List<WireOrder> parts, @Nullable AgentPayInfo agent,
			boolean full) {
		OrderFacts facts = order.facts();
		Paid paid = order.paid();
		return new WireOrder(order.number(), order.customerId().toString(), facts.serviceTypeCode(),
				facts.serviceTypeName(), facts.sourceType(), order.status().code(), facts.type().code(),
				facts.amount().decimal(), facts.official().decimal(), YUAN, Wire.time(facts.createdAt()),
				(paid != null) ? Wire.time(paid.at()) : null, Money.CNY.getCurrencyCode(), facts.contractId(),
				AmountInfo.of(paid), full ? null : List.of(), parts, agent, full ? facts.creator() : null,
				full ? Wire.time(facts.payBefore()) : null);
	}

	/** AmountInfomationV2 of the vendor; known once it is paid. */
	@JsonNaming(SnakeCaseStrategy.class)
	record AmountInfo(List<Object> discounts, BigDecimal flexipurchaseCouponAmount, BigDecimal couponAmount,
			BigDecimal storedCardAmount) {

		static AmountInfo of(@Nullable Paid paid) {
			return new AmountInfo(List.of(), BigDecimal.ZERO,
					(paid != null) ? paid.coupons().decimal() : BigDecimal.ZERO, BigDecimal.ZERO);
		}

	}

	/** AgentPayInfoV2 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record AgentPayInfo(String payingAgentId, boolean isAgentPay) {

		static @Nullable AgentPayInfo of(Order order) {
			boolean agent = order.paid() != null && order.paid().by() == Paid.By.PARTNER;
			return agent ? new AgentPayInfo(order.realm().ownerPartnerId().toString(), true) : null;
		}

	}

	/** OrderLineItemEntityV2 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Item(String orderLineItemId, String serviceTypeCode, @Nullable String serviceTypeName, String productId,
			@Nullable String productSpecDesc, @Nullable Integer periodType, @Nullable Integer periodNum,
			@Nullable String effectiveTime, @Nullable String expireTime, int subscriptionNum,
			BigDecimal amountAfterDiscount, BigDecimal officialAmount, String currency,
			@Nullable String commercialResource, String orderId) {

		static Item of(OrderLine line, Order order) {
			return new Item(line.number(), line.serviceTypeCode(), line.serviceTypeName(), line.productId(),
					line.productSpec(), line.periodType(), line.periodNum(), Wire.time(line.effectiveAt()),
					Wire.time(line.expiresAt()), line.quantity(), line.amount().decimal(), line.official().decimal(),
					Money.CNY.getCurrencyCode(), line.resourceType(),
					(line.subOrder() != null) ? line.subOrder() : order.number());
		}

	}

}
