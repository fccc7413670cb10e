package io.partnerhub.contracts;

import java.util.List;

/**
 * One Kafka topic per owning service and one for the vendor, twelve partitions each.
 */
public final class Topics {

	public static final String CUSTOMER = "customer.events";

	public static final String COUPON = "coupon.events";

	public static final String OPPORTUNITY = "opportunity.events";

	public static final String BILLING = "billing.events";

	public static final String PROGRAM = "program.events";

	/** What the vendor's own systems report. */
	public static final String VENDOR = "vendor.events";

	public static final int PARTITIONS = 12;

	public static final List<String> ALL = List.of(CUSTOMER, COUPON, OPPORTUNITY, BILLING, PROGRAM, VENDOR);

	private Topics() {
	}

}
