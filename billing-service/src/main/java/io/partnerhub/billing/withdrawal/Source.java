package io.partnerhub.billing.withdrawal;

import java.util.ArrayList;
import java.util.List;

import io.partnerhub.billing.topup.Flow;
import io.partnerhub.platform.money.Money;

/** What a withdrawal takes from one top-up; it stays traceable to it for ever. */
record Source(Flow flow, Money amount) {

	/**
	 * Takes an amount from flows in their order, which is newest first (WDR-05), as far
	 * as they go.
	 */
	static List<Source> take(Money amount, List<Flow> newestFirst) {
		List<Source> sources = new ArrayList<>();
		Money rest = amount;
		for (Flow flow : newestFirst) {
			if (!rest.isPositive()) {
				break;
			}
			Money part = (flow.left().compareTo(rest) < 0) ? flow.left() : rest;
			sources.add(new Source(flow, part));
			rest = rest.minus(part);
		}
		return sources;
	}

	static Money sum(List<Source> sources) {
		return sources.stream().map(Source::amount).reduce(Money.zero(), Money::plus);
	}

}
