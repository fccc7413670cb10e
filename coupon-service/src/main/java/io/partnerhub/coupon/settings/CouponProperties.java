package io.partnerhub.coupon.settings;

import java.time.Duration;
import java.util.Set;

import io.partnerhub.contracts.PartnerType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of this service.
 *
 * @param issue how many customers one command may name
 * @param reclaim how automatic reclaim is announced
 * @param expiry how coupons expire
 * @param whitelist how large white-lists may be
 * @param shown how long customers see what is over
 */
@ConfigurationProperties("partnerhub.coupon")
public record CouponProperties(@DefaultValue Issue issue, @DefaultValue Reclaim reclaim, @DefaultValue Expiry expiry,
		@DefaultValue Whitelist whitelist, @DefaultValue Shown shown) {

	/**
	 * VOU-03.
	 *
	 * @param customersPerCommand front ends; 10
	 * @param customersPerOpenApiCall integrators; 100
	 * @param excludedPartnerTypes who may not issue vouchers at all (VOU-11); nobody
	 */
	public record Issue(@DefaultValue("10") int customersPerCommand, @DefaultValue("100") int customersPerOpenApiCall,
			@DefaultValue Set<PartnerType> excludedPartnerTypes) {
	}

	/**
	 * REC-06.
	 *
	 * @param vouchersPerEvent 1–500
	 * @param couponsPerStep how many one transaction takes back, several events at most;
	 * 2,000
	 * @param restWhenBusy how long the next step waits while requests are answered, in
	 * durations of the last step; 0–10, 2
	 */
	public record Reclaim(@DefaultValue("500") int vouchersPerEvent, @DefaultValue("2000") int couponsPerStep,
			@DefaultValue("2") double restWhenBusy) {
	}

	/**
	 * REC-07, VOU-13.
	 *
	 * @param couponsPerWindow how many expire in one window of the job, a minute; 5,000
	 * @param noticeDays how many days before its expiry the customer is told; 7
	 */
	public record Expiry(@DefaultValue("5000") int couponsPerWindow, @DefaultValue("7") int noticeDays) {
	}

	/**
	 * VOU-08.
	 *
	 * @param rowsPerCommand in JSON; 1,000
	 * @param rowsPerFile in CSV; 20,000
	 * @param reportedRows how many wrong rows are told; 1,000
	 */
	public record Whitelist(@DefaultValue("1000") int rowsPerCommand, @DefaultValue("20000") int rowsPerFile,
			@DefaultValue("1000") int reportedRows) {
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
