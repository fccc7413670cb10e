package io.partnerhub.billing.ledger;

/** Who holds an account: a partner, a customer, or the vendor for the world outside. */
public enum OwnerKind {

	PARTNER, CUSTOMER, VENDOR

}
