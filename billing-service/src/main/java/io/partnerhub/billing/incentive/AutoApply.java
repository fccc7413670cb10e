package io.partnerhub.billing.incentive;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;

/**
 * Whether what a partner confirmed is applied for by itself, and in which mode (INC-06);
 * also the mode of what is paid without being asked for, unless another is told.
 *
 * @param version 0 while the partner has set nothing
 */
record AutoApply(Realm realm, boolean enabled, Mode mode, int version) {

	static AutoApply none(Realm realm) {
		return new AutoApply(realm, false, Mode.ACCOUNT, 0);
	}

}
