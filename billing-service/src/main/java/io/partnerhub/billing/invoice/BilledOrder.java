package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order of a partner that the vendor invoices, wholly and once (INVO-07).
 *
 * @param refunded of it, later
 * @param offset what of it takes the place of owed invoices (INVO-03)
 * @param invoiceId the invoice it is in, asked for or issued
 */
record BilledOrder(UUID id, Realm realm, String number, Kind kind, Money amount, Money refunded, Money offset,
		@Nullable UUID invoiceId, Instant at) {

	/** What is left to invoice, or what the invoice covers that it is in. */
	Money left() {
		return this.amount.minus(this.refunded).minus(this.offset);
	}

	boolean sameAs(BilledOrder other) {
		return this.kind.equals(other.kind) && this.amount.equals(other.amount);
	}

	/**
	 * What one invoice can hold: orders of one seller, contracted by one company, at one
	 * tax rate.
	 *
	 * @param signingEntity the vendor's company at the time of the order (INVO-04)
	 * @param taxRate in percent
	 */
	record Kind(Seller seller, String signingEntity, BigDecimal taxRate) {
	}

	/** Who sold: the vendor, or a seller of its marketplace. */
	enum Seller {

		VENDOR, MARKETPLACE

	}

}
