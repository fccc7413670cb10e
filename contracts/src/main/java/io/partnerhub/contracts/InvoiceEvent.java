package io.partnerhub.contracts;

import java.util.UUID;

/**
 * What billing-service announces about invoices (发票) and about what was invoiced and is
 * no longer covered (欠票). The key is the partner, so that what is owed and what offsets
 * it stay in order. Tax rates are percent with two digits behind the point.
 */
public sealed interface InvoiceEvent extends Event {

	UUID ownerPartnerId();

	@Override
	default UUID key() {
		return ownerPartnerId();
	}

	/**
	 * An amount invoiced earlier is no longer covered (INVO-01).
	 *
	 * @param signingEntity the vendor's company under which it is owed (INVO-04)
	 */
	record OwedInvoiceRecorded(UUID partnerId, UUID ownerPartnerId, UUID owedInvoiceId, String invoiceNumber,
			String reason, Amount amount, String taxRate, String signingEntity) implements InvoiceEvent {
	}

	/**
	 * An owed invoice was offset in part or in whole (冲抵欠票, INVO-03).
	 *
	 * @param open what is still owed of it
	 */
	record OwedInvoiceOffset(UUID partnerId, UUID ownerPartnerId, UUID owedInvoiceId, String invoiceNumber, Means means,
			Amount amount, Amount open) implements InvoiceEvent {
	}

	/**
	 * An invoice was issued (INVO-05).
	 *
	 * @param ownerPartnerId the partner who received it from the vendor, or issued it
	 * @param receiverId the partner, reseller or customer it is made out to
	 */
	record InvoiceIssued(UUID partnerId, UUID ownerPartnerId, UUID invoiceId, String invoiceNumber, Party issuer,
			Party receiver, UUID receiverId, Amount amount, String taxRate) implements InvoiceEvent {
	}

	/** An issued invoice was returned (退票) and counts no more. */
	record InvoiceReturned(UUID partnerId, UUID ownerPartnerId, UUID invoiceId, String invoiceNumber, Party issuer,
			Party receiver, UUID receiverId, Amount amount, String taxRate) implements InvoiceEvent {
	}

	/** How an owed invoice was offset. */
	enum Means {

		INVOICE_RETURNED, INVOICEABLE_AMOUNT

	}

	/** Who issues an invoice, and who receives it. */
	enum Party {

		VENDOR, PARTNER, RESELLER, CUSTOMER

	}

}
