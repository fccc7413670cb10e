package io.partnerhub.coupon.redemption;

/** Why a coupon of a paid order gets nothing back by a refund (USE-07). */
enum ReturnRefusal {

	/** The order was not paid with it. */
	COUPON_NOT_FOUND,
	/** A voucher, and the order was unsubscribed outside the no-reason rule. */
	VOUCHER_NOT_RETURNED,
	/** The order did not use that much of it, or has given back some. */
	RETURN_EXCEEDS_USED

}
