package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;

/**
 * Consumption of a receiver, or a refund of it, as the vendor reports it.
 *
 * @param reference names the fact for good
 * @param taxRate in percent
 */
record InvoiceableFact(String reference, Realm issuer, UUID receiverId, BigDecimal taxRate, Kind kind, Money amount,
		Instant at) {

	/** What it adds to the amount. */
	Money change() {
		return (this.kind == Kind.CONSUMED) ? this.amount : Money.zero().minus(this.amount);
	}

	boolean sameAs(InvoiceableFact other) {
		return this.issuer.equals(other.issuer) && this.receiverId.equals(other.receiverId)
				&& this.taxRate.compareTo(other.taxRate) == 0 && this.kind == other.kind
				&& this.amount.equals(other.amount);
	}

	/** What happened. */
	enum Kind {

		CONSUMED, REFUNDED

	}

}
