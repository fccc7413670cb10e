package io.partnerhub.coupon.limit;

/** How what is ordered is charged for (计费模式). */
public enum BillingMode {

	SUBSCRIPTION, PAY_PER_USE, ONE_TIME

}
