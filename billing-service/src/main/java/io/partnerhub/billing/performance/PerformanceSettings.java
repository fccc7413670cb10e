package io.partnerhub.billing.performance;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of performance sheets.
 *
 * @param closingDay day of the following month, UTC+8, from which on a month is settled;
 * 5, 1–28 (inferred)
 * @param closeEvery how often it is looked whether a month can be settled; 1 hour
 */
@ConfigurationProperties("partnerhub.performance")
record PerformanceSettings(@DefaultValue("5") int closingDay, @DefaultValue("1h") Duration closeEvery) {

	PerformanceSettings {
		if (closingDay < 1 || closingDay > 28) {
			throw new IllegalArgumentException("partnerhub.performance.closing-day is 1 to 28");
		}
	}

}
