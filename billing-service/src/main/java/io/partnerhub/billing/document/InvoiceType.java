package io.partnerhub.billing.document;

/**
 * A general invoice (普通发票) or a special VAT invoice (增值税专用发票), from which the receiver
 * deducts tax and which is therefore made out to companies only (INVO-07).
 */
public enum InvoiceType {

	GENERAL, SPECIAL_VAT

}
