package io.partnerhub.contracts;

/**
 * The preset roles of a partner's people (ORG-09). Account managers (客户经理) see their own
 * customers, supervisors (客户经理主管) those of their team; everybody else sees the whole
 * partner (ORG-05).
 */
public enum Role {

	SYSTEM_ADMIN, CUSTOMER_OPERATOR, FINANCE_OPERATOR, ACCOUNT_MANAGER, ACCOUNT_MANAGER_SUPERVISOR

}
