package io.partnerhub.contracts;

/**
 * The permission items a role may carry; the gateway puts those of the member into the
 * internal token. The role matrix of chapter 21 says which preset role carries which.
 */
public enum Permission {

	MANAGE_MEMBERS, MANAGE_CREDENTIALS, MANAGE_RESELLERS, DEVELOP_CUSTOMERS, VIEW_CUSTOMERS, REVEAL_PERSONAL_DATA,
	ASSIGN_CUSTOMERS, END_RELATIONS, VIEW_COUPONS, ISSUE_VOUCHERS, RECLAIM_VOUCHERS, PASS_QUOTA, REGISTER_OPPORTUNITIES,
	VIEW_OPPORTUNITIES, VIEW_BALANCE, APPROPRIATE, PAY_ORDERS, TOP_UP, WITHDRAW, MANAGE_INVOICES

}
