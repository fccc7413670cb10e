package io.partnerhub.billing.withdrawal;

import java.time.LocalDate;
import java.time.YearMonth;

import io.partnerhub.billing.ledger.WorkingDays;

/**
 * When money arrives at the latest (WDR-11): the way back takes one working day, a bank
 * transfer up to seven; what is asked for on the last working days of a month, when
 * finance is closed, takes longer.
 */
record PayoutCalendar(WithdrawalSettings settings, WorkingDays workingDays) {

	LocalDate expectedBy(WithdrawalType type, LocalDate submitted) {
		int days = (type == WithdrawalType.ORIGINAL) ? this.settings.originalWorkingDays()
				: this.settings.bankWorkingDays();
		return this.workingDays.plus(submitted, isClosed(submitted) ? days + this.settings.closingDelay() : days);
	}

	/** Whether no more working days follow in the month than finance is closed for. */
	private boolean isClosed(LocalDate day) {
		long left = day.datesUntil(YearMonth.from(day).atEndOfMonth().plusDays(1))
			.filter(this.workingDays::contains)
			.count();
		return left <= this.settings.closingDays();
	}

}
