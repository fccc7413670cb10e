package io.partnerhub.coupon.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of this service.
 *
 * @param issue how many customers one command may name
 * @param reclaim how automatic reclaim is announced
 */
@ConfigurationProperties("partnerhub.coupon")
public record CouponProperties(@DefaultValue Issue issue, @DefaultValue Reclaim reclaim) {

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
	 */
	public record Reclaim(@DefaultValue("500") int vouchersPerEvent) {
	}

}
