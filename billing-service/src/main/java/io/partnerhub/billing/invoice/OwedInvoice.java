package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.Means;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceOffset;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceRecorded;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount invoiced earlier that is no longer covered (欠票, INVO-01). What offsets cover
 * of it again is never more than it is.
 *
 * @param reason UPPER_SNAKE word for what it arose from
 * @param orderNumber the refunded order, if there was one
 * @param taxRate in percent
 * @param signingEntity the vendor's company under which it is owed (INVO-04)
 */
public record OwedInvoice(UUID id, Realm realm, String invoiceNumber, String reason, @Nullable String orderNumber,
		BigDecimal taxRate, String signingEntity, Money amount, Money offset, Instant at) {

	public OwedInvoice {
		if (!amount.isPositive() || offset.minor() < 0 || offset.compareTo(amount) > 0) {
			throw new IllegalArgumentException("an owed invoice is offset by no more than its amount");
		}
	}

	/** Whether it was told in the same words. */
	boolean sameAs(OwedInvoice other) {
		return this.realm.equals(other.realm) && this.invoiceNumber.equals(other.invoiceNumber)
				&& this.reason.equals(other.reason) && Objects.equals(this.orderNumber, other.orderNumber)
				&& this.taxRate.compareTo(other.taxRate) == 0 && this.signingEntity.equals(other.signingEntity)
				&& this.amount.equals(other.amount);
	}

	/** What is still owed. */
	public Money open() {
		return this.amount.minus(this.offset);
	}

	OwedInvoiceRecorded recorded() {
		return new OwedInvoiceRecorded(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.invoiceNumber,
				this.reason, this.amount.amount(), InvoiceWords.percent(this.taxRate), this.signingEntity);
	}

	OwedInvoiceOffset offset(Means means, Money amount) {
		return new OwedInvoiceOffset(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.invoiceNumber,
				means, amount.amount(), open().minus(amount).amount());
	}

}
