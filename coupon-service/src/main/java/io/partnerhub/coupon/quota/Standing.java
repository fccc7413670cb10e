package io.partnerhub.coupon.quota;

import io.partnerhub.platform.money.Money;

/**
 * A quota and where all its parts lie (I-01).
 *
 * @param version counts what the vendor changed
 */
public record Standing(Quota quota, Buckets buckets, int version) {

	/**
	 * What is not available any more.
	 *
	 * @param delegated with resellers
	 * @param live in coupons that customers hold
	 * @param used by orders
	 * @param expired with the quota or with coupons
	 * @param writtenOff came back from coupons when the quota was over (REC-03)
	 * @param withdrawn taken back by whoever granted it
	 */
	public record Buckets(Money delegated, Money live, Money used, Money expired, Money writtenOff, Money withdrawn) {
	}

}
