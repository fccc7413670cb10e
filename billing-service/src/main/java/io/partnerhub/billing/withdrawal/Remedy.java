package io.partnerhub.billing.withdrawal;

import java.util.ArrayList;
import java.util.List;

import io.partnerhub.platform.money.Money;

/**
 * What would raise a withdrawable amount, and where to see to it (WDR-17).
 *
 * @param action COVER_ARREARS, OFFSET_OWED_INVOICES or WAIT_FOR_POSTING
 * @param amount by how much
 * @param where path that lists what to see to
 */
record Remedy(String action, Money amount, String where) {

	static List<Remedy> of(Withdrawable amount) {
		List<Remedy> remedies = new ArrayList<>();
		add(remedies, "COVER_ARREARS", amount.arrears(), "/api/v1/customers?availableQuota=ARREARS");
		add(remedies, "OFFSET_OWED_INVOICES", amount.owedInvoices(), "/api/v1/owed-invoices");
		add(remedies, "WAIT_FOR_POSTING", amount.unposted(), "/api/v1/withdrawable-amount");
		return remedies;
	}

	private static void add(List<Remedy> remedies, String action, Money amount, String where) {
		if (amount.isPositive()) {
			remedies.add(new Remedy(action, amount, where));
		}
	}

}
