package io.partnerhub.program.incentivepolicy;

import java.util.UUID;

/**
 * What sales of a service type earn from a month on, until a later policy takes its place
 * (INC-11).
 *
 * @param from first month, YYYY-MM, UTC+8
 * @param discountAllowed whether a discount that the partner grants applies
 * @param marketplace sold on the marketplace: gives a price difference, no incentive and
 * no performance (INC-12)
 */
record IncentivePolicy(UUID id, String serviceType, String from, Kind kind, boolean discountAllowed,
		boolean marketplace) {

	/** Whether the other says the same from the same month on. */
	boolean sameAs(IncentivePolicy other) {
		return this.kind == other.kind && this.discountAllowed == other.discountAllowed
				&& this.marketplace == other.marketplace;
	}

	/** Whether a sale counts as performance, and whether it earns an incentive. */
	enum Kind {

		ORDINARY("0", true, true), SPECIAL("1", true, true), NO_REVENUE_NO_REBATE("2", false, false),
		REVENUE_NO_REBATE("13", true, false);

		private final String code;

		private final boolean performance;

		private final boolean rebate;

		Kind(String code, boolean performance, boolean rebate) {
			this.code = code;
			this.performance = performance;
			this.rebate = rebate;
		}

		/** The number of the vendor's open API. */
		String code() {
			return this.code;
		}

		boolean countsAsPerformance() {
			return this.performance;
		}

		boolean earnsRebate() {
			return this.rebate;
		}

	}

}
