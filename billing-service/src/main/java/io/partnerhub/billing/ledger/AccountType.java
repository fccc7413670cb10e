package io.partnerhub.billing.ledger;

/**
 * What an account is for (9.1): CASH (余额) can be spent, appropriated and withdrawn,
 * CREDIT (信用) is a line the vendor grants, BONUS (奖励金) and DEPOSIT (保证金) cannot be
 * withdrawn, HELD is cash an open withdrawal keeps, CLEARING the other side of money that
 * enters or leaves the hub.
 */
public enum AccountType {

	CASH(1), CREDIT(2), BONUS(5), DEPOSIT(7), HELD(0), CLEARING(0);

	private final int code;

	AccountType(int code) {
		this.code = code;
	}

	/** The number of the vendor's open API; 0 for accounts that never appear there. */
	public int code() {
		return this.code;
	}

}
