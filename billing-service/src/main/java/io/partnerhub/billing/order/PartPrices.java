package io.partnerhub.billing.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for each part of a combined order (ORD-14), in money and coupons
 * together: its amount, less what the discount chosen at payment took off its lines. A
 * part is never refunded above that (I-25).
 */
final class PartPrices {

	private PartPrices() {
	}

	/**
	 * By the part's id.
	 * @param discount the one that lowered the price; one that is fixed is in the amounts
	 */
	static Map<UUID, Money> of(List<Order> parts, List<OrderLine> lines, @Nullable OrderDiscount discount) {
		Function<Order, Money> price = (part) -> part.facts().amount().minus(off(part, lines, discount));
		return parts.stream().collect(Collectors.toMap(Order::id, price.andThen(PartPrices::orNothing)));
	}

	private static Money off(Order part, List<OrderLine> lines, @Nullable OrderDiscount discount) {
		return (discount == null || discount.isFixed()) ? Money.zero()
				: lines.stream()
					.filter((line) -> part.number().equals(line.subOrder()))
					.map((line) -> discount.off(line.number()))
					.reduce(Money.zero(), Money::plus);
	}

	/** For a part that gives something back nothing was paid. */
	private static Money orNothing(Money amount) {
		return amount.isPositive() ? amount : Money.zero();
	}

}
