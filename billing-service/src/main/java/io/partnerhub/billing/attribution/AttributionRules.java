package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.time.ZoneId;

/**
 * From when a customer counts for his account manager: with his consumption from the
 * moment of the assignment (CON-03, ASG-08), with his performance from then or from the
 * day after, as the policy says (PER-04).
 */
public final class AttributionRules {

	/** Days and months are the vendor's. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private AttributionRules() {
	}

	/** When performance begins to count for who was assigned at a time. */
	static Instant performanceFrom(Instant assignedAt, PerformanceStart start) {
		return switch (start) {
			case AT_ONCE -> assignedAt;
			case NEXT_DAY -> assignedAt.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
		};
	}

	/** The policies the vendor knows. */
	enum PerformanceStart {

		AT_ONCE, NEXT_DAY

	}

}
