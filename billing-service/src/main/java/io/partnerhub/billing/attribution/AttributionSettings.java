package io.partnerhub.billing.attribution;

import io.partnerhub.billing.attribution.AttributionRules.PerformanceStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of attribution; a change of it holds for assignments heard from then on.
 *
 * @param performanceStarts AT_ONCE, or NEXT_DAY as the vendor's manual has it (ASG-08,
 * PER-04); AT_ONCE
 */
@ConfigurationProperties("partnerhub.attribution")
record AttributionSettings(@DefaultValue("AT_ONCE") PerformanceStart performanceStarts) {
}
