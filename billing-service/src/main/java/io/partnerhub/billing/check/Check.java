package io.partnerhub.billing.check;

import java.util.Map;

import io.partnerhub.platform.money.Money;

/**
 * One item of the account check (DIS-05, ASC-04). Whether a customer is in arrears is
 * read off the account billing keeps for the money appropriated to him; what he consumed
 * and has not paid is not known here before the feed of metered consumption tells it.
 *
 * @param code name of the item, as in the vendor's fail_check_items
 * @param failed whether it stands against ending the link
 * @param facts what a person needs to put it right
 */
record Check(String code, boolean failed, String detail, Map<String, Object> facts) {

	/** Below zero is what the customer owes. */
	static Check arrears(Money balance) {
		boolean failed = balance.minor() < 0;
		return new Check("IS_DEBT", failed,
				failed ? "The customer's account is below zero; appropriate the amount first."
						: "The customer's account is not below zero; metered consumption is not counted yet.",
				Map.of("balance", balance, "arrearsKnownFrom", "account"));
	}

	/** What he owes in the whole hub, and how much of it to the partner he turns to. */
	static Check arrears(Money owed, Money owedToPartner) {
		return new Check("IS_DEBT", owed.isPositive(),
				owed.isPositive() ? "The customer owes money; it must be paid first."
						: "No account of the customer is below zero; metered consumption is not counted yet.",
				Map.of("arrears", owed, "arrearsWithPartner", owedToPartner, "arrearsKnownFrom", "account"));
	}

	/** What the customer asked the partner to pay, and nobody has decided yet. */
	static Check openOrders(int open) {
		return new Check("PAY_ON_BEHALF_ORDERS", open > 0,
				(open > 0) ? "Orders wait for the partner's payment; pay or reject them, or cancel them, first."
						: "No order waits for the partner's payment.",
				Map.of("openOrders", open));
	}

	static Check credit() {
		return new Check("IS_CREDIT_ACCOUNT", false,
				"No credit of the customer's own is kept here; what a partner passed on is the partner's.",
				Map.of("creditUsed", Money.zero(), "creditKept", false));
	}

}
