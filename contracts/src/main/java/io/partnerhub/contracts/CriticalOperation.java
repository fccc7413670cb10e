package io.partnerhub.contracts;

/**
 * What a partner may have protected by a verification code, and what always is
 * WITHDRAW, CHANGE_BANK_DETAILS). A code is asked for and proven for exactly one
 * of them; END_RELATION covers starting and answering a disassociation or a model switch.
 */
public enum CriticalOperation {

	PAY_ON_BEHALF, ADJUST_CUSTOMER_ACCOUNT, ADJUST_RESELLER_ACCOUNT, ISSUE_VOUCHER, RECLAIM_VOUCHER, ISSUE_QUOTA,
	RECLAIM_QUOTA, ISSUE_CASH_COUPON, RECLAIM_CASH_COUPON, END_RELATION, CHANGE_PRICE, GRANT_OPERATION, WITHDRAW,
	CHANGE_BANK_DETAILS

}
