package io.partnerhub.coupon.limit;

import java.util.Set;

import io.partnerhub.platform.money.Money;

/** What a coupon may be limited to: never to more than its quota is (VOU-05). */
public final class LimitRules {

	private LimitRules() {
	}

	/**
	 * Whether services and products wanted for a coupon lie inside those of its quota.
	 */
	public static boolean inside(Limits quota, Set<String> services, Set<String> products) {
		return inside(quota.serviceTypes(), quota.excludedServiceTypes(), services)
				&& inside(quota.productIds(), quota.excludedProductIds(), products);
	}

	/**
	 * Whether a coupon's smallest order lies between the smallest and largest of its
	 * quota.
	 */
	public static boolean inside(Limits quota, Money minimumOrder) {
		return (quota.minimumOrder() == null || minimumOrder.compareTo(quota.minimumOrder()) >= 0)
				&& (quota.maximumOrder() == null || minimumOrder.compareTo(quota.maximumOrder()) <= 0);
	}

	private static boolean inside(Set<String> included, Set<String> excluded, Set<String> wanted) {
		return (included.isEmpty() || included.containsAll(wanted)) && wanted.stream().noneMatch(excluded::contains);
	}

}
