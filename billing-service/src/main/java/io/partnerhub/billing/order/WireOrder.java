package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.web.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * CustomerOrderV2 and V3 of the vendor, and their sub-orders; V3 alone tells who placed
 * it and until when it can be paid.
 */
@JsonNaming(SnakeCaseStrategy.class)
record WireOrder(String orderId, String customerId, String serviceTypeCode, @Nullable String serviceTypeName,
		int sourceType, int status, int orderType, BigDecimal amountAfterDiscount, BigDecimal officialAmount,
		int measureId, @Nullable String createTime, @Nullable String paymentTime, String currency,
		@Nullable String contractId, WireAmounts amountInfo, @Nullable List<Object> enterpriseProjects,
		@Nullable List<WireOrder> subOrderInfos, @Nullable AgentPayInfo agentPayInfo, @Nullable String userName,
		@Nullable String pendingPaymentEndTime) {

	private static final int YUAN = 1;

	/** As lists show it. */
	static WireOrder v2(Listed listed, Context context) {
		return whole(listed, context, AgentPayInfo.of(listed.order()), false);
	}

	/** As details show it. */
	static WireOrder v3(Listed listed, Context context) {
		return whole(listed, context, null, true);
	}

	private static WireOrder whole(Listed listed, Context context, @Nullable AgentPayInfo agent, boolean full) {
		List<WireOrder> parts = listed.parts().stream().map((part) -> of(part, context, null, null, full)).toList();
		return of(listed.order(), context, parts.isEmpty() ? null : parts, agent, full);
	}

	private static WireOrder of(Order order, Context context, @Nullable List<WireOrder> parts,
			@Nullable AgentPayInfo agent, boolean full) {
		OrderFacts facts = order.facts();
		Paid paid = order.paid();
		return new WireOrder(order.number(), order.customerId().toString(), facts.serviceTypeCode(),
				context.name(facts.serviceTypeCode(), facts.serviceTypeName()), facts.sourceType(),
				order.status().code(), facts.type().code(), context.price().of(order).decimal(),
				facts.official().decimal(), YUAN, Wire.time(facts.createdAt()),
				(paid != null) ? Wire.time(paid.at()) : null, Money.CNY.getCurrencyCode(), facts.contractId(),
				WireAmounts.of(context.price().on(order), paid), full ? null : List.of(), parts, agent,
				full ? facts.creator() : null, full ? Wire.time(facts.payBefore()) : null);
	}

	/**
	 * What is known besides the order.
	 *
	 * @param names of service types in the language asked for; what has none there is
	 * called as the vendor's feed called it
	 */
	record Context(Price price, Map<String, String> names) {

		@Nullable String name(String code, @Nullable String told) {
			String name = this.names.get(code);
			return (name != null) ? name : told;
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

}
