package io.partnerhub.contracts;

/**
 * The two kinds of coupons a partner hands out from a quota: vouchers (代金券) and the cash
 * coupons (现金券) of government-subsidy partners.
 */
public enum CouponType {

	VOUCHER, CASH_COUPON

}
