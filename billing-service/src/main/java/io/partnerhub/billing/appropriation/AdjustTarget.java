package io.partnerhub.billing.appropriation;

/** Whose account a partner adjusts: a resale customer's or a reseller's (9.3). */
enum AdjustTarget {

	CUSTOMER, RESELLER

}
