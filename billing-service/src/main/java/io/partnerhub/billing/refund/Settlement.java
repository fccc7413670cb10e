package io.partnerhub.billing.refund;

/**
 * When refunds are settled: at once, by the matrix of 8.6; or, where partners settle by
 * the month (EU), at the end of the month and with the partner.
 */
enum Settlement {

	IMMEDIATE, MONTH_END

}
