package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.util.List;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.web.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** OrderLineItemEntityV2 of the vendor: one thing ordered. */
@JsonNaming(SnakeCaseStrategy.class)
record WireItem(String orderLineItemId, String serviceTypeCode, @Nullable String serviceTypeName, String productId,
		@Nullable String productSpecDesc, @Nullable Integer periodType, @Nullable Integer periodNum,
		@Nullable String effectiveTime, @Nullable String expireTime, int subscriptionNum,
		BigDecimal amountAfterDiscount, BigDecimal officialAmount, WireAmounts amountInfo, String currency,
		String productOwnerService, @Nullable String commercialResource, Product baseProductInfo, String orderId) {

	static WireItem of(OrderLine line, List<OrderLine> all, Order order, WireOrder.Context context) {
		Price price = context.price();
		WireAmounts amounts = (all.size() == 1 && !order.isPart()) ? WireAmounts.of(price, order.paid())
				: WireAmounts.ofLine(price.on(line));
		return new WireItem(line.number(), line.serviceTypeCode(),
				context.name(line.serviceTypeCode(), line.serviceTypeName()), line.productId(), line.productSpec(),
				line.periodType(), line.periodNum(), Wire.time(line.effectiveAt()), Wire.time(line.expiresAt()),
				line.quantity(), price.of(line).decimal(), line.official().decimal(), amounts,
				Money.CNY.getCurrencyCode(), line.serviceTypeCode(), line.resourceType(), Product.of(line),
				(line.subOrder() != null) ? line.subOrder() : order.number());
	}

	/** ProductObject of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Product(String productId, @Nullable String productSpecDesc, String productOwnerService,
			@Nullable String commercialResource) {

		static Product of(OrderLine line) {
			return new Product(line.productId(), line.productSpec(), line.serviceTypeCode(), line.resourceType());
		}

	}

}
