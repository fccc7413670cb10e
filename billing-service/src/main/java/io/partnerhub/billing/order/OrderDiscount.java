package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount of an order.
 *
 * @param type 0 promotion, 1 contract, 2 business, 3 granted by the partner, 609 price
 * adjustment
 * @param value rate or amount off as a text
 * @param mode 0 rate, 1 fixed price, 2 amount off
 * @param ratio of what is paid still, for a rate
 * @param lines what it takes off each line, by the line's number
 */
public record OrderDiscount(String id, int type, @Nullable String value, int mode, @Nullable BigDecimal ratio,
		Map<String, Money> lines) {

	/** Those that exist. */
	public static final Set<Integer> TYPES = Set.of(0, 1, 2, 3, 609);

	private static final int GRANTED_BY_PARTNER = 3;

	private static final int PRICE_ADJUSTED = 609;

	/** Those in the prices already. */
	static final Set<Integer> FIXED = Set.of(GRANTED_BY_PARTNER, PRICE_ADJUSTED);

	/**
	 * Whether it is in the prices already and nobody who pays can change that (ORD-17).
	 */
	public boolean isFixed() {
		return FIXED.contains(this.type);
	}

	public Money amount() {
		return this.lines.values().stream().reduce(Money.zero(), Money::plus);
	}

	public Money off(String line) {
		return this.lines.getOrDefault(line, Money.zero());
	}

}
