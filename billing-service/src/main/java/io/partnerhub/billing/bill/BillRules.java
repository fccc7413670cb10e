package io.partnerhub.billing.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import io.partnerhub.billing.ledger.VendorTime;

/** When bills are generated and when they must be paid (BIL-01). */
final class BillRules {

	private BillRules() {
	}

	/** The day it is for the vendor. */
	static LocalDate today(Instant now) {
		return now.atZone(VendorTime.ZONE).toLocalDate();
	}

	/** The newest month whose bills must be there: the last one, from the day on. */
	static YearMonth due(Instant now, int issueDay) {
		LocalDate today = today(now);
		return YearMonth.from(today).minusMonths((today.getDayOfMonth() >= issueDay) ? 1 : 2);
	}

	/** The month from which on a partner is billed that settles monthly from now on. */
	static YearMonth first(Instant now) {
		return YearMonth.from(today(now)).minusMonths(1);
	}

	/** The months to bill in one run, the oldest first; the next run goes on. */
	static List<YearMonth> months(YearMonth oldest, YearMonth due, int atOnce) {
		return Stream.iterate(oldest, (month) -> !month.isAfter(due), (month) -> month.plusMonths(1))
			.limit(atOnce)
			.toList();
	}

	/** Whether the month's bill came or must have come; the last month may still wait. */
	static boolean isOver(int cycle, Instant now) {
		return cycle < code(first(now));
	}

	/** As it stands in rows: 202603. */
	static int code(YearMonth month) {
		return month.getYear() * 100 + month.getMonthValue();
	}

	static YearMonth month(int code) {
		return YearMonth.of(code / 100, code % 100);
	}

}
