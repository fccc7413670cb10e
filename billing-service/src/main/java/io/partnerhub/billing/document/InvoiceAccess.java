package io.partnerhub.billing.document;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;

/**
 * Who deals with a partner's invoices: those who see the whole partner, with the
 * permission item to change anything.
 */
public final class InvoiceAccess {

	private InvoiceAccess() {
	}

	public static void requireViewing(Caller caller) {
		caller.requireWhole(Permission.VIEW_BALANCE);
	}

	public static void requireManaging(Caller caller) {
		caller.requireWhole(Permission.MANAGE_INVOICES);
	}

}
