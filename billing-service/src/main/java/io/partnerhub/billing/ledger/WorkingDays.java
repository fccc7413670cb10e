package io.partnerhub.billing.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The vendor's working days, by which it promises when money arrives and reviews end
 * (WDR-11, 8.6, INVO-09, INC-02): Monday to Friday, but no holiday.
 *
 * @param holidays dates that are no working days; none
 */
@ConfigurationProperties("partnerhub.working-days")
public record WorkingDays(@DefaultValue Set<LocalDate> holidays) {

	public boolean contains(LocalDate day) {
		return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !this.holidays.contains(day);
	}

	/** So many working days later. */
	public LocalDate plus(LocalDate day, int count) {
		LocalDate reached = day;
		for (int left = count; left > 0;) {
			reached = reached.plusDays(1);
			left -= contains(reached) ? 1 : 0;
		}
		return reached;
	}

}
