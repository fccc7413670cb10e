package io.partnerhub.billing.consumption;

import io.partnerhub.platform.problem.Problem;

/** Reads billing cycles of parameters, which every look at consumption needs (CON-06). */
final class Cycles {

	private Cycles() {
	}

	static BillCycle read(String text) {
		return read("?cycle", text);
	}

	static BillCycle read(String pointer, String text) {
		try {
			return BillCycle.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw Problem.invalid(pointer, "WRONG_VALUE", "A billing cycle looks like 2026-03.");
		}
	}

}
