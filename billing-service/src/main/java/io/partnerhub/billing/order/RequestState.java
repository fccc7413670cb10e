package io.partnerhub.billing.order;

/**
 * What became of a request to pay on a customer's behalf (8.4): PENDING (待支付) until the
 * partner paid or rejected it, the customer paid himself or cancelled, or time or the
 * vendor ended it.
 */
public enum RequestState {

	PENDING, PAID, REJECTED, SELF_PAID, CANCELLED, EXPIRED, FAILED

}
