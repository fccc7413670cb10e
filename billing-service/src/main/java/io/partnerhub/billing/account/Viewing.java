package io.partnerhub.billing.account;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;

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
		caller.requireWhole(Permission.VIEW_BALANCE);
	}

}
