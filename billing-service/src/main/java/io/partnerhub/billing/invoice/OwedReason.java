package io.partnerhub.billing.invoice;

/**
 * What an owed invoice arises from (INVO-01): money withdrawn or refunded that was
 * invoiced on receipt (到款开票), a refund of an order that was invoiced, or an incentive of
 * the resale model credited to the account.
 */
enum OwedReason {

	RECEIPT_WITHDRAWN, ORDER_REFUND, INCENTIVE_CREDITED

}
