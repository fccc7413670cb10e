package io.partnerhub.coupon.settings;

import java.time.Duration;
import java.util.Set;

import io.partnerhub.contracts.PartnerType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of this service.
 *
 * @param issue how many customers one command may name
 * @param reclaim how automatic reclaim is announced
 * @param expiry how coupons expire
 * @param whitelist how large white-lists may be
 * @param shown how long customers see what is over
 */
@Validated
@ConfigurationProperties("partnerhub.coupon")
public record CouponProperties(@DefaultValue @Valid Issue issue, @DefaultValue @Valid Reclaim reclaim,
		@DefaultValue @Valid Expiry expiry, @DefaultValue @Valid Whitelist whitelist,
		@DefaultValue @Valid Shown shown) {

	/**
	 * VOU-03.
	 *
	 * @param customersPerCommand front ends; 1–100, 10
	 * @param customersPerOpenApiCall integrators; 1–1,000, 100
	 * @param excludedPartnerTypes who may not issue vouchers at all (VOU-11); nobody
	 */
	public record Issue(@DefaultValue("10") @Min(1) @Max(100) int customersPerCommand,
			@DefaultValue("100") @Min(1) @Max(1000) int customersPerOpenApiCall,
			@DefaultValue Set<PartnerType> excludedPartnerTypes) {
	}

	/**
	 * REC-06.
	 *
	 * @param vouchersPerEvent 1–500, 500
	 * @param couponsPerStep how many one transaction takes back, several events at most;
	 * 1–10,000, 2,000
	 * @param restWhenBusy how long the next step waits while requests are answered, in
	 * durations of the last step; 0–10, 2
	 */
	public record Reclaim(@DefaultValue("500") @Min(1) @Max(500) int vouchersPerEvent,
			@DefaultValue("2000") @Min(1) @Max(10_000) int couponsPerStep,
			@DefaultValue("0.25") @DecimalMin("0") @DecimalMax("10") double restWhenBusy) {
	}

	/**
	 * REC-07, VOU-13.
	 *
	 * @param couponsPerWindow how many expire in one window of the job, a minute;
	 * 1–1,000,000, 5,000
	 * @param noticeDays how many days before its expiry the customer is told; 1–365, 7
	 */
	public record Expiry(@DefaultValue("5000") @Min(1) @Max(1_000_000) int couponsPerWindow,
			@DefaultValue("7") @Min(1) @Max(365) int noticeDays) {
	}

	/**
	 * VOU-08.
	 *
	 * @param rowsPerCommand in JSON; 1–10,000, 1,000
	 * @param rowsPerFile in CSV; 1–100,000, 20,000
	 * @param reportedRows how many wrong rows are told; 1–10,000, 1,000
	 */
	public record Whitelist(@DefaultValue("1000") @Min(1) @Max(10_000) int rowsPerCommand,
			@DefaultValue("20000") @Min(1) @Max(100_000) int rowsPerFile,
			@DefaultValue("1000") @Min(1) @Max(10_000) int reportedRows) {
	}

	/**
	 *
	 *
	 * @param expiredOnOpenApi how long ago coupons expired that a customer's own key
	 * still finds; 365 days
	 * @param expiredToCustomers how long ago coupons expired that a customer's lists
	 * still show; 183 days
	 * @param expiredToPartners how long ago coupons expired that a partner's lists show
	 * unless it asks for older ones; 730 days
	 */
	public record Shown(@DefaultValue("365d") Duration expiredOnOpenApi,
			@DefaultValue("183d") Duration expiredToCustomers, @DefaultValue("730d") Duration expiredToPartners) {
	}

}
