package io.partnerhub.billing.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The days of a statement in the vendor's time (UTC+8): at most one year, the last one
 * unless told.
 */
@Component
class ChangePeriods {

	private final Clock clock;

	ChangePeriods(Clock clock) {
		this.clock = clock;
	}

	Period of(@Nullable String begin, @Nullable String end) {
		LocalDate last = (end != null) ? date("trade_time_end", end)
				: this.clock.instant().atOffset(VendorTime.ZONE).toLocalDate();
		LocalDate first = (begin != null) ? date("trade_time_begin", begin) : last.minusYears(1);
		if (first.isAfter(last)) {
			throw Problem.invalid("/trade_time_begin", "OUT_OF_RANGE", "The period ends before it begins.");
		}
		if (first.isBefore(last.minusYears(1))) {
			throw Problem.badRequest("ACCOUNT_SPAN_TOO_LONG", "A period has at most one year.");
		}
		return new Period(first.atStartOfDay().toInstant(VendorTime.ZONE),
				last.plusDays(1).atStartOfDay().toInstant(VendorTime.ZONE));
	}

	private static LocalDate date(String field, String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			throw Problem.invalid("/" + field, "WRONG_VALUE", "A date looks like 2026-03-01.");
		}
	}

	/** From the first moment, up to before the second. */
	record Period(Instant from, Instant to) {
	}

}
