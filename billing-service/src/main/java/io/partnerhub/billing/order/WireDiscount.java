package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** DiscountInfoV3 of the vendor: one discount of an order, line by line. */
@JsonNaming(SnakeCaseStrategy.class)
record WireDiscount(String discountId, @Nullable String discountValue, int discountType, List<OfOrder> orders) {

	static WireDiscount of(OrderDiscount discount, String order) {
		List<OfLine> lines = discount.lines()
			.entrySet()
			.stream()
			.map((line) -> new OfLine(List.of(line.getKey()), discount.mode(), line.getValue().decimal(),
					discount.ratio()))
			.toList();
		return new WireDiscount(discount.id(), discount.value(), discount.type(), List.of(new OfOrder(order, lines)));
	}

	/** The answer of ListOrderDiscounts. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Answer(List<WireDiscount> discounts) {
	}

	/** OrderV3 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record OfOrder(String orderId, List<OfLine> orderLineItems) {
	}

	/** OrderLineItemV3 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record OfLine(List<String> orderLineItemIds, int discountMode, BigDecimal discountAmount,
			@Nullable BigDecimal discountRatio) {
	}

}
