package io.partnerhub.coupon.redemption;

import java.util.Set;

import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.platform.money.Money;

/**
 * What a coupon can do for an order.
 *
 * @param usable most it can pay, used alone; 0.00 if it does not fit
 * @param refusals all reasons why it does not fit
 */
record Eligibility(HeldCoupon held, Money usable, Set<Refusal> refusals) {

	boolean fits() {
		return this.refusals.isEmpty();
	}

}
