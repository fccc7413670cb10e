package io.partnerhub.billing.payonbehalf;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How payments of orders are looked after.
 *
 * @param lostAfter when a payment with coupons that stands still is brought to its end;
 * longer than a caller waits
 * @param recoverEvery how often such payments are looked for, at least 1 s
 * @param expireEvery how often orders are looked for whose time is over, at least 1 s
 * (ORD-13)
 * @param perRun payments or orders in one run, 1–500
 * @param rejectedAtOnce orders in one batch, 1–500 (ORD-11)
 */
@Validated
@ConfigurationProperties("partnerhub.pay-on-behalf")
record PaySettings(@DefaultValue("30s") Duration lostAfter, @DefaultValue("5s") Duration recoverEvery,
		@DefaultValue("10s") Duration expireEvery, @DefaultValue("100") @Min(1) @Max(500) int perRun,
		@DefaultValue("100") @Min(1) @Max(500) int rejectedAtOnce) {
}
