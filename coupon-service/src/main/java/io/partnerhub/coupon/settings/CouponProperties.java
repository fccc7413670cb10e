package io.partnerhub.coupon.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of this service.
 *
 * @param issue how many customers one command may name
 * @param reclaim how automatic reclaim is announced
 * @param expiry how coupons expire
 */
@ConfigurationProperties("partnerhub.coupon")
public record CouponProperties(@DefaultValue Issue issue, @DefaultValue Reclaim reclaim, @DefaultValue Expiry expiry) {

	/**
	 * VOU-03.
	 *
	 * @param customersPerCommand front ends; 10
	 * @param customersPerOpenApiCall integrators; 100
	 */
	public record Issue(@DefaultValue("10") int customersPerCommand, @DefaultValue("100") int customersPerOpenApiCall) {
	}

	/**
	 * REC-06.
	 *
	 * @param vouchersPerEvent 1–500
	 * @param couponsPerStep how many one transaction takes back, several events at most;
	 * 2,000
	 */
	public record Reclaim(@DefaultValue("500") int vouchersPerEvent, @DefaultValue("2000") int couponsPerStep) {
	}

	/**
	 * REC-07, VOU-13.
	 *
	 * @param couponsPerWindow how many expire in one window of the job, a minute; 5,000
	 * @param noticeDays how many days before its expiry the customer is told; 7
	 */
	public record Expiry(@DefaultValue("5000") int couponsPerWindow, @DefaultValue("7") int noticeDays) {
	}

}
