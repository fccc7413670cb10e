package io.partnerhub.billing.order;

/** Who or what cancelled an unpaid order. */
public enum Canceller {

	CUSTOMER, TIMEOUT, VENDOR

}
