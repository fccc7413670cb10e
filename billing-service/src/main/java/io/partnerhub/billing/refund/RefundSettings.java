package io.partnerhub.billing.refund;

import java.time.Duration;
import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of refunds.
 *
 * @param approvalAbove minor units; larger unsubscriptions wait for an approval (ORD-16)
 * @param approveWithin how long they wait (ORD-16)
 * @param settlement at once, or by the month where partners settle so (8.6)
 * @param balanceWorkingDays until money is in an account (8.6)
 * @param originalRouteWorkingDays until it is back the way it came (8.6)
 * @param zone of days and months
 * @param runEvery how often due refunds and coupons are looked for, at least 1 s
 * @param perRun refunds and coupons of one run, 1–500
 * @param couponsAgainAfter until coupon-service is asked again
 */
@Validated
@ConfigurationProperties("partnerhub.refunds")
record RefundSettings(@DefaultValue("5000000") @Min(0) long approvalAbove, @DefaultValue("24h") Duration approveWithin,
		@DefaultValue("IMMEDIATE") Settlement settlement, @DefaultValue("1") @Min(0) @Max(60) int balanceWorkingDays,
		@DefaultValue("7") @Min(0) @Max(60) int originalRouteWorkingDays, @DefaultValue("Asia/Shanghai") ZoneId zone,
		@DefaultValue("2s") Duration runEvery, @DefaultValue("50") @Min(1) @Max(500) int perRun,
		@DefaultValue("30s") Duration couponsAgainAfter) {
}
