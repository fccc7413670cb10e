package io.partnerhub.billing.resale;

import java.math.BigDecimal;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;

/**
 * What an issuer may invoice to one receiver at one tax rate (INVO-12).
 *
 * @param issuer the partner
 * @param taxRate in percent
 * @param amount consumed less refunded
 * @param invoiced asked for or issued
 * @param excess invoiced, and refunded since: an invoice of it is to be returned or
 * corrected
 */
record Invoiceable(Realm issuer, Receiver receiver, BigDecimal taxRate, Money amount, Money invoiced, Money excess) {

	Invoiceable {
		if (invoiced.compareTo(amount.plus(excess)) > 0) {
			throw new IllegalArgumentException("invoiced more than there is to invoice");
		}
	}

	/** What is left to invoice. */
	Money left() {
		return Money.ofMinor(Math.max(0, this.amount.minor() - this.invoiced.minor()));
	}

}
