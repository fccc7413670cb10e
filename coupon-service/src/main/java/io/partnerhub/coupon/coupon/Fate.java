package io.partnerhub.coupon.coupon;

/**
 * What becomes of an amount that a refund gives back to a coupon: the customer can use it
 * again, it went to the quota (REC-06), or it is void as the coupon expired (USE-07).
 */
public enum Fate {

	USABLE, RECLAIMED, EXPIRED

}
