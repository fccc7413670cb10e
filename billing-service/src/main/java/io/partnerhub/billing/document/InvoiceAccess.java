package io.partnerhub.billing.document;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/**
 * Who deals with a partner's invoices: those who see the whole partner, with the
 * permission item to change anything.
 */
public final class InvoiceAccess {

	private InvoiceAccess() {
	}

	public static void requireViewing(Caller caller) {
		require(caller, Permission.VIEW_BALANCE);
	}

	public static void requireManaging(Caller caller) {
		require(caller, Permission.MANAGE_INVOICES);
	}

	private static void require(Caller caller, Permission permission) {
		caller.require(Caller.Kind.PARTNER).require(permission);
		if (caller.scope() != DataScope.ALL) {
			throw Problem.forbidden("ACCESS_DENIED", "You see only a part of the partner, not its invoices.");
		}
	}

}
