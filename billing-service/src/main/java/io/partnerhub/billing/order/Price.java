package io.partnerhub.billing.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an order came to, as integrators are told it: the discounts that stand in its
 * price, and how much of its coupons are cash coupons. A discount that could still be
 * chosen takes nothing off.
 *
 * @param cashCoupons what cash coupons paid of it
 */
record Price(Money cashCoupons, List<Off> discounts) {

	static final Price PLAIN = new Price(Money.zero(), List.of());

	/** What remains of an order's amount. */
	Money of(Order order) {
		return order.facts().amount().minus(chosen(on(order).discounts));
	}

	/** What remains of a line's amount. */
	Money of(OrderLine line) {
		return line.amount().minus(chosen(on(line).discounts));
	}

	/** The same of one part of a combined order. */
	Price on(Order order) {
		return order.isPart()
				? new Price(Money.zero(), this.discounts.stream().filter((off) -> off.isOn(order.number())).toList())
				: this;
	}

	/** The same of one line. */
	Price on(OrderLine line) {
		return new Price(Money.zero(),
				this.discounts.stream().filter((off) -> off.line().equals(line.number())).toList());
	}

	/** What each kind of discount took off. */
	Map<Integer, Money> byType() {
		Map<Integer, Money> sums = new LinkedHashMap<>();
		this.discounts.forEach((off) -> sums.merge(off.type(), off.amount(), Money::plus));
		return sums;
	}

	/** Those that are fixed are in the amount already (ORD-17). */
	private static Money chosen(List<Off> discounts) {
		return discounts.stream().filter((off) -> !off.fixed()).map(Off::amount).reduce(Money.zero(), Money::plus);
	}

	/**
	 * What a discount takes off a line.
	 *
	 * @param part number of the order within a combined one
	 * @param fixed whether it is in the amounts already
	 */
	record Off(String line, @Nullable String part, int type, boolean fixed, Money amount) {

		private boolean isOn(String order) {
			return order.equals(this.part);
		}

	}

}
