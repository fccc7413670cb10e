package io.partnerhub.billing.attribution;

import java.time.Instant;

import io.partnerhub.billing.attribution.AttributionRules.PerformanceStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From when performance counts for who was assigned. */
class AttributionRulesTests {

	private static final Instant ASSIGNED = Instant.parse("2026-03-01T15:59:59Z");

	@Test
	@Tag("ASG-08")
	void beginsAtOnceUnlessThePolicySaysOtherwise() {
		assertThat(AttributionRules.performanceFrom(ASSIGNED, PerformanceStart.AT_ONCE)).isEqualTo(ASSIGNED);
	}

	@Test
	@Tag("PER-04")
	void beginsOnTheDayAfterInTheVendorsZone() {
		assertThat(AttributionRules.performanceFrom(ASSIGNED, PerformanceStart.NEXT_DAY))
			.hasToString("2026-03-01T16:00:00Z");
		assertThat(AttributionRules.performanceFrom(ASSIGNED.plusSeconds(1), PerformanceStart.NEXT_DAY))
			.hasToString("2026-03-02T16:00:00Z");
	}

}
