package io.partnerhub.coupon.redemption;

/** Why a coupon cannot be used for an order (6.8). */
enum Refusal {

	/** It is not valid yet. */
	NOT_YET_VALID,
	/** Its validity is over. */
	EXPIRED,
	/** It went back to its issuer, or will: its link is over, or a payment still runs. */
	RECLAIMED,
	/** Nothing is left of it. */
	USED_UP,
	/** What is left is held for other orders (USE-05). */
	HELD_FOR_OTHER_ORDERS,
	/** It has paid, or is held for, as many orders as it may pay. */
	USAGE_TIMES_REACHED,
	/** The customer is frozen, or his partner's customers may not consume (VOU-12). */
	CUSTOMER_FROZEN,
	/** Its issuer is frozen (VOU-12). */
	ISSUER_FROZEN,
	/** It is for named customers only. */
	CUSTOMER_NOT_NAMED,
	/**
	 * It is invoiced to its user, who is a resale customer by now, or whom another
	 * signing entity contracts (CSH-06).
	 */
	INVOICE_RESTRICTION,
	/** It is invoiced to its user, of whom no signing entity is known (CSH-15). */
	SIGNING_ENTITY_UNKNOWN,
	/** The order pays what the customer owes (USE-06). */
	CLEARS_ARREARS,
	/** Not for orders of this type. */
	ORDER_TYPE,
	/** Not for what is charged like this. */
	BILLING_MODE,
	/** Not in this region. */
	REGION,
	/** Only for the customer's first order. */
	NOT_FIRST_ORDER,
	/** Not together with a discount. */
	DISCOUNTED,
	/** No product of the order with something to pay is within its limits. */
	NO_MATCHING_PRODUCT,
	/** The payable of matching products does not reach its minimum. */
	BELOW_MINIMUM,
	/** The payable of matching products exceeds its maximum. */
	ABOVE_MAXIMUM

}
