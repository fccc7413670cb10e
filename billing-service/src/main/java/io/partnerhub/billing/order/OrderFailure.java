package io.partnerhub.billing.order;

/** Why the vendor cannot provide what was ordered (ORD-12). */
public enum OrderFailure {

	CLOUD_QUOTA_INSUFFICIENT, CAPACITY_INSUFFICIENT, SPECIFICATION_CHANGED, EFFECTIVE_TIME_PASSED;

	/** Whether the customer must order again; else it can be paid once that is mended. */
	public boolean isFinal() {
		return this != CLOUD_QUOTA_INSUFFICIENT;
	}

}
