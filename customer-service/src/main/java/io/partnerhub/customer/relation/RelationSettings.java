package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a side may ask (DIS-03), how long an answer may take (DIS-07) and a
 * settlement may wait.
 *
 * @param maxRequests starts per pair and side within the window, 1–100
 * @param window calendar period in UTC
 * @param answerWithin time for the answer, 1 minute to 366 days
 * @param stuckAfter how long a step may wait before the operators are told, 1 second to
 * 30 days
 */
@Validated
@ConfigurationProperties("partnerhub.disassociations")
record RelationSettings(@DefaultValue("1") @Min(1) @Max(100) int maxRequests, @DefaultValue("P3M") Period window,
		@DefaultValue("30d") @NotNull Duration answerWithin, @DefaultValue("15m") @NotNull Duration stuckAfter) {

	Instant windowAfter(Instant start) {
		return start.atZone(ZoneOffset.UTC).plus(this.window).toInstant();
	}

	@AssertTrue(message = "window is a positive period of time")
	boolean isWindowPositive() {
		return windowAfter(Instant.EPOCH).isAfter(Instant.EPOCH);
	}

	@AssertTrue(message = "answer-within is 1 minute to 366 days")
	boolean isAnswerWithinLimits() {
		return within(this.answerWithin, Duration.ofMinutes(1), Duration.ofDays(366));
	}

	@AssertTrue(message = "stuck-after is 1 second to 30 days")
	boolean isStuckAfterWithinLimits() {
		return within(this.stuckAfter, Duration.ofSeconds(1), Duration.ofDays(30));
	}

	private static boolean within(Duration value, Duration least, Duration most) {
		return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
	}

}
