package io.partnerhub.billing.withdrawal;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/**
 * What a partner may withdraw (可提现金额): cash less owed invoices, less what is not booked
 * yet, less the arrears of its customers, and never below zero (WDR-16, I-19). Held money
 * has left the cash.
 *
 * @param cash free cash: without what is designated for a purpose
 */
public record Withdrawable(Money cash, Money owedInvoices, Money unposted, Money arrears) {

	public Money amount() {
		return Money.ofMinor(Math.max(0, left().minor()));
	}

	/** What the deductions exceed the cash by. */
	public Money shortfall() {
		return Money.ofMinor(Math.max(0, -left().minor()));
	}

	/** Nothing may be withdrawn (WDR-17). */
	public boolean blocks() {
		return !left().isPositive();
	}

	/** Whether money held already would be accepted again (WDR-14). */
	boolean stillCoversWhatIsHeld() {
		return left().minor() >= 0;
	}

	void requireCovers(Money amount) {
		if (amount.compareTo(amount()) > 0) {
			throw exceeded("No more than the withdrawable amount can be withdrawn.");
		}
	}

	Problem exceeded(String detail) {
		return Problem.conflict("WITHDRAW_AMOUNT_EXCEEDED", detail)
			.with("withdrawable", amount())
			.with("breakdown", this)
			.with("shortfall", shortfall())
			.with("unblock", Remedy.of(this));
	}

	private Money left() {
		return this.cash.minus(this.owedInvoices).minus(this.unposted).minus(this.arrears);
	}

}
