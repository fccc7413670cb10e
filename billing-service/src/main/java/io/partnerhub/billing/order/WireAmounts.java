package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.util.List;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * AmountInfomationV2 of the vendor: which discounts are in the price, and what coupons
 * paid, known once it is paid. What coupons paid at the vendor counts as vouchers, as its
 * feed does not tell them apart.
 */
@JsonNaming(SnakeCaseStrategy.class)
record WireAmounts(List<Discount> discounts, @Nullable BigDecimal flexipurchaseCouponAmount,
		@Nullable BigDecimal couponAmount, @Nullable BigDecimal storedCardAmount) {

	static WireAmounts of(Price price, @Nullable Paid paid) {
		Money coupons = (paid != null) ? paid.coupons() : Money.zero();
		Money cashCoupons = (paid != null) ? price.cashCoupons() : Money.zero();
		return new WireAmounts(discounts(price), cashCoupons.decimal(), coupons.minus(cashCoupons).decimal(),
				BigDecimal.ZERO);
	}

	/** Of one line: how coupons paid for several is not told. */
	static WireAmounts ofLine(Price price) {
		return new WireAmounts(discounts(price), null, null, null);
	}

	private static List<Discount> discounts(Price price) {
		return price.byType()
			.entrySet()
			.stream()
			.map((each) -> new Discount(code(each.getKey()), each.getValue().decimal()))
			.toList();
	}

	/** A discount's type among the codes of this face, which has more of them. */
	private static String code(int type) {
		return switch (type) {
			case 0 -> "700";
			case 1 -> "600";
			case 2 -> "605";
			case 3 -> "607";
			default -> String.valueOf(type);
		};
	}

	/** DiscountItemV2 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Discount(String discountType, BigDecimal discountAmount) {
	}

}
