package io.partnerhub.billing.ledger;

import java.util.List;

import io.partnerhub.platform.money.Money;

/**
 * The balances of all accounts, kind by kind (I-13).
 *
 * @param total of all lines: 0.00, or something is wrong
 */
record TrialBalance(List<Line> lines, Money total, boolean balanced) {

	static TrialBalance of(List<Line> lines) {
		Money total = lines.stream().map(Line::balance).reduce(Money.zero(), Money::plus);
		return new TrialBalance(lines, total, total.isZero());
	}

	/** All accounts of one kind. */
	record Line(OwnerKind ownerKind, AccountType type, long accounts, Money balance) {
	}

}
