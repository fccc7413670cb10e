package io.partnerhub.coupon.redemption;

import io.partnerhub.coupon.record.OperationType;

/** Why a paid order gives coupons back (USE-07). */
enum ReturnCause {

	/**
	 * Unsubscribed within the 5-day no-reason rule: voucher and cash coupons come back.
	 */
	NO_REASON(OperationType.RECLAIM_ON_UNSUBSCRIPTION),
	/** Unsubscribed otherwise: vouchers stay used, cash coupons come back in part. */
	UNSUBSCRIPTION(OperationType.RECLAIM_ON_UNSUBSCRIPTION),
	/** Paid but never provided: everything comes back. */
	REVERSAL(OperationType.RECLAIM_ON_REFUND_REVERSAL);

	private final OperationType operation;

	ReturnCause(OperationType operation) {
		this.operation = operation;
	}

	/** How it is recorded what does not come back to the customer. */
	OperationType operation() {
		return this.operation;
	}

}
