package io.partnerhub.coupon.record;

/** What was done to a coupon (6.3), with the code of the vendor's open API. */
public enum OperationType {

	ISSUE(1), MANUAL_RECLAIM(2), RECLAIM_ON_UNBIND(3), RECLAIM_ON_EXPIRY(4), RECLAIM_ON_UNSUBSCRIPTION(5),
	RECLAIM_ON_REFUND_REVERSAL(6), RECLAIM_ON_ASSOCIATION(7), RECLAIM_ON_SWITCH(8), RECLAIM_ON_TRANSFER(9);

	private final int code;

	OperationType(int code) {
		this.code = code;
	}

	public int code() {
		return this.code;
	}

	public static OperationType of(int code) {
		for (OperationType type : values()) {
			if (type.code == code) {
				return type;
			}
		}
		throw new IllegalArgumentException("operation type " + code);
	}

}
