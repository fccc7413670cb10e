package io.partnerhub.billing.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The clock by which the vendor counts days and months: UTC+8. */
public final class VendorTime {

	public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

	private VendorTime() {
	}

	/** So many working days later, Monday to Friday. */
	public static LocalDate plusWorkingDays(LocalDate day, int count) {
		LocalDate reached = day;
		for (int left = count; left > 0;) {
			reached = reached.plusDays(1);
			left -= (reached.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) ? 1 : 0;
		}
		return reached;
	}

}
