package io.partnerhub.billing.appropriation;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/**
 * Who may move a partner's money, and for whom: those who see the whole partner and carry
 * the permission item, for resale customers only (ADJ-01).
 */
final class AppropriationRules {

	private AppropriationRules() {
	}

	static void requireAdjusting(Caller caller, AdjustTarget target) {
		caller.requireWhole(Permission.APPROPRIATE);
		if (target == AdjustTarget.RESELLER && caller.partnerType() != PartnerType.DISTRIBUTOR) {
			throw Problem.forbidden("ACCESS_DENIED", "Only distributors have resellers.");
		}
	}

	/** What a verification code must have been asked for. */
	static CriticalOperation operation(AdjustTarget target) {
		return switch (target) {
			case CUSTOMER -> CriticalOperation.ADJUST_CUSTOMER_ACCOUNT;
			case RESELLER -> CriticalOperation.ADJUST_RESELLER_ACCOUNT;
		};
	}

	static void requireViewing(Caller caller) {
		caller.requireWhole(Permission.VIEW_BALANCE);
	}

	static void requireResale(KnownCustomer customer) {
		if (customer.associationType() != AssociationType.RESALE) {
			throw Problem.conflict("ADJUST_MODEL_NOT_RESALE",
					"Advisory customers pay the vendor; no money is appropriated to them or taken from them.");
		}
	}

}
