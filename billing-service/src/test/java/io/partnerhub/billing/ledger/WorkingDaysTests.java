package io.partnerhub.billing.ledger;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor works from Monday to Friday, but on no holiday. */
class WorkingDaysTests {

	@ParameterizedTest
	@Tag("WDR-11")
	@CsvSource({ "2026-04-29, 0, 2026-04-29", "2026-04-29, 1, 2026-04-30", "2026-04-29, 2, 2026-05-04",
			"2026-05-02, 1, 2026-05-04", "2026-05-01, 1, 2026-05-04", "2026-04-30, 6, 2026-05-11" })
	void countsNeitherWeekendsNorHolidays(LocalDate day, int count, LocalDate reached) {
		assertThat(new WorkingDays(Set.of(LocalDate.parse("2026-05-01"))).plus(day, count)).isEqualTo(reached);
	}

}
