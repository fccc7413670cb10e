package io.partnerhub.billing.bill;

import java.time.Instant;
import java.time.YearMonth;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which months must have their bills. */
class BillRulesTests {

	@Test
	@Tag("BIL-01")
	void expectsTheLastMonthFromTheFifthOn() {
		assertThat(BillRules.due(Instant.parse("2026-04-04T15:59:59Z"), 5)).isEqualTo(YearMonth.of(2026, 2));
		assertThat(BillRules.due(Instant.parse("2026-04-04T16:00:00Z"), 5)).isEqualTo(YearMonth.of(2026, 3));
		assertThat(BillRules.due(Instant.parse("2026-01-31T16:00:00Z"), 5)).isEqualTo(YearMonth.of(2025, 12));
	}

	@Test
	@Tag("BIL-01")
	void makesUpForSoManyMonthsAtOnce() {
		YearMonth due = YearMonth.of(2027, 4);
		assertThat(BillRules.months(YearMonth.of(2026, 3), due, 12)).hasSize(12)
			.startsWith(YearMonth.of(2026, 3))
			.endsWith(YearMonth.of(2027, 2));
		assertThat(BillRules.months(YearMonth.of(2027, 3), due, 12)).containsExactly(due.minusMonths(1), due);
		assertThat(BillRules.months(due.plusMonths(1), due, 12)).isEmpty();
	}

}
