package io.partnerhub.billing.attribution;

import java.time.Instant;

import io.partnerhub.billing.ledger.VendorTime;

/**
 * From when a customer counts for his account manager: with his consumption from the
 * moment of the assignment (CON-03, ASG-08), with his performance from then or from the
 * day after, as the policy says (PER-04).
 */
final class AttributionRules {

	private AttributionRules() {
	}

	/** When performance begins to count for who was assigned at a time. */
	static Instant performanceFrom(Instant assignedAt, PerformanceStart start) {
		return switch (start) {
			case AT_ONCE -> assignedAt;
			case NEXT_DAY ->
				assignedAt.atZone(VendorTime.ZONE).toLocalDate().plusDays(1).atStartOfDay(VendorTime.ZONE).toInstant();
		};
	}

	/** The policies the vendor knows. */
	enum PerformanceStart {

		AT_ONCE, NEXT_DAY

	}

}
