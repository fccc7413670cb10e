package io.partnerhub.billing.refund;

/**
 * Who gets the money of a refund (8.6): the customer into his account, at the vendor or
 * here; whoever paid, the way he paid (原路退回); or the partner into its paying account.
 */
enum Destination {

	CUSTOMER_ACCOUNT, ORIGINAL_ROUTE, PARTNER_ACCOUNT

}
