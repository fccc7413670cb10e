package io.partnerhub.billing.withdrawal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When money arrives at the latest (WDR-11): the way back takes one working day, a bank
 * transfer up to seven; what is asked for on the last working days of a month, when
 * finance is closed, takes longer.
 */
record PayoutCalendar(WithdrawalSettings settings) {

	LocalDate expectedBy(WithdrawalType type, LocalDate submitted) {
		int days = (type == WithdrawalType.ORIGINAL) ? this.settings.originalWorkingDays()
				: this.settings.bankWorkingDays();
		return plusWorkingDays(submitted, isClosed(submitted) ? days + this.settings.closingDelay() : days);
	}

	/** Whether no more working days follow in the month than finance is closed for. */
	private boolean isClosed(LocalDate day) {
		long left = day.datesUntil(YearMonth.from(day).atEndOfMonth().plusDays(1)).filter(this::isWorkingDay).count();
		return left <= this.settings.closingDays();
	}

	private LocalDate plusWorkingDays(LocalDate day, int count) {
		LocalDate reached = day;
		for (int left = count; left > 0;) {
			reached = reached.plusDays(1);
			left -= isWorkingDay(reached) ? 1 : 0;
		}
		return reached;
	}

	private boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
				&& !this.settings.holidays().contains(day);
	}

}
