package io.partnerhub.billing.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts, and in which month. */
class PerformanceRulesTests {

	@ParameterizedTest
	@Tag("PER-01")
	@Tag("PER-05")
	@CsvSource({ "CLOUD,10.00,2.00,12.00", "CLOUD,-10.00,0,-10.00", "MARKETPLACE,10.00,2.00,0",
			"STORED_VALUE_CARD,10.00,0,0", "TAX,10.00,0,0" })
	void countsCashAndStoredValueCardsForTheVendorsOwnServices(Goods goods, BigDecimal cash, BigDecimal card,
			BigDecimal performance) {
		assertThat(PerformanceRules.amount(goods, cash, card)).isEqualByComparingTo(performance);
	}

	@Test
	@Tag("PER-03")
	void countsARefundInTheMonthOfTheRefund() {
		YearMonth february = YearMonth.of(2026, 2);
		Instant march = Instant.parse("2026-02-28T16:00:00Z");
		assertThat(PerformanceRules.period(true, february, march)).isEqualTo(YearMonth.of(2026, 3));
		assertThat(PerformanceRules.period(false, february, march)).isEqualTo(february);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-04T15:59:59Z,2026-01", "2026-03-04T16:00:00Z,2026-02", "2026-03-31T16:00:00Z,2026-02" })
	void settlesAMonthFromTheClosingDayOn(Instant now, YearMonth last) {
		assertThat(PerformanceRules.settled(now, 5)).isEqualTo(last);
	}

}
