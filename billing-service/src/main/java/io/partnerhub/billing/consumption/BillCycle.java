package io.partnerhub.billing.consumption;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;

import com.fasterxml.jackson.annotation.JsonValue;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.platform.problem.Problem;

/** A month of the vendor's billing, {@code YYYY-MM} in UTC+8. */
public record BillCycle(YearMonth month) {

	/**
	 * Reads a cycle as callers write it.
	 * @throws IllegalArgumentException if it is none
	 */
	public static BillCycle parse(String text) {
		try {
			if (text.length() == 7 && text.charAt(0) == '2') {
				return new BillCycle(YearMonth.parse(text));
			}
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("there is no such month", ex);
		}
		throw new IllegalArgumentException("a billing cycle looks like 2026-03");
	}

	/** The cycle of a code such as 202603. */
	public static BillCycle of(int code) {
		return new BillCycle(YearMonth.of(code / 100, code % 100));
	}

	/** The cycle a time lies in. */
	public static BillCycle at(Instant time) {
		return new BillCycle(YearMonth.from(time.atZone(VendorTime.ZONE)));
	}

	/** As it stands in rows: 202603. */
	public int code() {
		return this.month.getYear() * 100 + this.month.getMonthValue();
	}

	public BillCycle plusMonths(int months) {
		return new BillCycle(this.month.plusMonths(months));
	}

	boolean isAfter(BillCycle other) {
		return this.month.isAfter(other.month);
	}

	/**
	 * Refuses what is not among the last months that can be looked at, nor the present
	 * one (CON-01).
	 */
	public BillCycle within(int months, Clock clock) {
		BillCycle present = at(clock.instant());
		BillCycle oldest = present.plusMonths(-months);
		if (this.month.isAfter(present.month()) || this.month.isBefore(oldest.month())) {
			throw Problem.badRequest("CYCLE_OUT_OF_RANGE", "Consumption can be looked at for " + months + " months.")
				.with("from", oldest)
				.with("to", present);
		}
		return this;
	}

	@Override
	@JsonValue
	public String toString() {
		return this.month.toString();
	}

}
