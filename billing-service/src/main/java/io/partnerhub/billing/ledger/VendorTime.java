package io.partnerhub.billing.ledger;

import java.time.ZoneOffset;

/** The clock by which the vendor counts days and months: UTC+8. */
public final class VendorTime {

	public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

	private VendorTime() {
	}

}
