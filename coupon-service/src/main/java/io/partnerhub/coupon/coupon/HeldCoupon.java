package io.partnerhub.coupon.coupon;

import io.partnerhub.platform.money.Money;

/**
 * A coupon with what orders hold of it.
 *
 * @param openOrders how many orders that are not paid yet hold a part of it (USE-05)
 * @param ending whether it goes back as soon as no payment of it runs (REC-06)
 */
public record HeldCoupon(Coupon coupon, int openOrders, boolean ending) {

	/** What is left of it for another order. */
	public Money free() {
		return this.coupon.balance().minus(this.coupon.locked());
	}

}
