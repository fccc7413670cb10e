package io.partnerhub.coupon.redemption;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders use coupons.
 *
 * @param couponsPerPayment coupons one payment takes (USE-01)
 * @param discountsPerPayment discounts one payment takes (USE-01)
 * @param reservedFor how long an unpaid order holds its coupons (USE-05)
 * @param couponsOffered most coupons of a customer that are looked at for an order
 * @param expiredAtOnce reservations given up in one window
 */
@Validated
@ConfigurationProperties("partnerhub.redemption")
record RedemptionSettings(@DefaultValue("3") @Min(1) @Max(20) int couponsPerPayment,
		@DefaultValue("1") @Min(0) @Max(20) int discountsPerPayment, @DefaultValue("24h") Duration reservedFor,
		@DefaultValue("500") @Min(1) @Max(5000) int couponsOffered,
		@DefaultValue("200") @Min(1) @Max(1000) int expiredAtOnce) {
}
