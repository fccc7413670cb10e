package io.partnerhub.billing.account;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/**
 * Who may see a partner's money: its balance everybody in it (ORG-11), its movements and
 * those of its customers only who sees the whole partner (ORG-09).
 */
final class Viewing {

	private Viewing() {
	}

	static void requireBalance(Caller caller) {
		caller.require(Caller.Kind.PARTNER).require(Permission.VIEW_BALANCE);
	}

	static void requireWholePartner(Caller caller) {
		requireBalance(caller);
		if (caller.scope() != DataScope.ALL) {
			throw Problem.forbidden("ACCESS_DENIED", "This shows the money of the whole partner.");
		}
	}

}
