package io.partnerhub.billing.ledger;

/**
 * What an account is for (9.1): CASH (余额) can be spent and appropriated, CLEARING is the
 * other side of money that enters the hub.
 */
public enum AccountType {

	CASH(1), CLEARING(0);

	private final int code;

	AccountType(int code) {
		this.code = code;
	}

	/** The number of the vendor's open API; clearing accounts never appear there. */
	public int code() {
		return this.code;
	}

}
