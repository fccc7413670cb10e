package io.partnerhub.billing.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import io.partnerhub.billing.ledger.VendorTime;

/** When bills are generated and when they must be paid (BIL-01). */
final class BillRules {

	private BillRules() {
	}

	/** The day it is for the vendor. */
	static LocalDate today(Instant now) {
		return now.atZone(VendorTime.ZONE).toLocalDate();
	}

	/** The month whose bills are due to be generated: the last one, from the day on. */
	static Optional<YearMonth> due(Instant now, int issueDay) {
		LocalDate today = today(now);
		return (today.getDayOfMonth() >= issueDay) ? Optional.of(YearMonth.from(today).minusMonths(1))
				: Optional.empty();
	}

	/** Whether the month's bill came or must have come; the last month may still wait. */
	static boolean isOver(int cycle, Instant now) {
		return cycle < code(YearMonth.from(today(now)).minusMonths(1));
	}

	/** As it stands in rows: 202603. */
	static int code(YearMonth month) {
		return month.getYear() * 100 + month.getMonthValue();
	}

}
