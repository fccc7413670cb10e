package io.partnerhub.billing.incentive;

import io.partnerhub.platform.money.Money;

/**
 * A line behind an incentive (明细): what consumption earned, what unsubscription or
 * downgrade took back, and what earns nothing and why (INC-09, INC-12).
 *
 * @param consumed the consumption it is about, negative where it was taken back
 * @param incentive what it earns
 * @param priceDifference what a sale of the marketplace gives instead
 */
record IncentiveLine(int position, Kind kind, String serviceType, Money consumed, Money incentive,
		Money priceDifference) {

	/** What a line is about; the last three earn no incentive. */
	enum Kind {

		CONSUMPTION, UNSUBSCRIPTION, DOWNGRADE, NON_INCENTIVE_PRODUCT, POSTED_NEXT_MONTH, MARKETPLACE;

		boolean takesBack() {
			return this == UNSUBSCRIPTION || this == DOWNGRADE;
		}

		boolean earnsNothing() {
			return this == NON_INCENTIVE_PRODUCT || this == POSTED_NEXT_MONTH || this == MARKETPLACE;
		}

	}

}
