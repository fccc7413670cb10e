package io.partnerhub.billing.refund;

/**
 * Why an order is refunded, in whole or in part; coupons come back by that (USE-07).
 */
enum RefundCause {

	/** Unsubscribed within the 5-day no-reason rule. */
	NO_REASON("NO_REASON"),
	/** Unsubscribed otherwise. */
	UNSUBSCRIPTION("UNSUBSCRIPTION"),
	/** Changed to something smaller. */
	DOWNGRADE("UNSUBSCRIPTION"),
	/** Paid but never provided. */
	REVERSAL("REVERSAL");

	private final String ofCoupons;

	RefundCause(String ofCoupons) {
		this.ofCoupons = ofCoupons;
	}

	/** The cause in the words of coupon-service. */
	String ofCoupons() {
		return this.ofCoupons;
	}

	boolean isUnsubscription() {
		return this == NO_REASON || this == UNSUBSCRIPTION;
	}

}
