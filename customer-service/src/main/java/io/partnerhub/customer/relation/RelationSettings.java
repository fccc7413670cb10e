package io.partnerhub.customer.relation;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a side may ask (DIS-03).
 *
 * @param maxRequests starts per pair and side within the window, 1–100
 * @param window calendar period in UTC
 */
@Validated
@ConfigurationProperties("partnerhub.disassociations")
record RelationSettings(@DefaultValue("1") @Min(1) @Max(100) int maxRequests, @DefaultValue("P3M") Period window) {

	Instant windowAfter(Instant start) {
		return start.atZone(ZoneOffset.UTC).plus(this.window).toInstant();
	}

}
