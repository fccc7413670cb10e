package io.partnerhub.coupon.export;

import java.time.Instant;

import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ExportRulesTests {

	private static final Instant FROM = Instant.parse("2025-02-28T00:00:00Z");

	@Test
	@Tag("X-05")
	void allowsTwelveMonthsAndNoMore() {
		Instant yearLater = Instant.parse("2026-02-28T00:00:00Z");
		assertThatNoException().isThrownBy(() -> ExportRules.checkRange(FROM, yearLater, 12));
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> ExportRules.checkRange(FROM, yearLater.plusSeconds(1), 12))
			.returns("EXPORT_RANGE_TOO_LONG", Problem::code);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> ExportRules.checkRange(FROM, FROM, 12))
			.returns("INVALID_REQUEST", Problem::code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@sum", "\tx", "＝1" })
	void letsNoTextBeAFormula(String text) {
		assertThat(ExportRules.text(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@CsvSource({ "ask li.lei@acme.example, ask l***@a***.example",
			"call +86 138 1234 5678 now, call +86138****5678 now", "for 2026 Q1, for 2026 Q1", "AK0123, AK0123" })
	@Tag("X-03")
	void hidesAddressesAndNumbersInTexts(String text, String hidden) {
		assertThat(ExportRules.written(text)).isEqualTo(hidden);
	}

	@Test
	@Tag("X-03")
	void showsOneCharacterOfAName() {
		assertThat(ExportRules.name("云岭科技")).isEqualTo("云***");
		assertThat(ExportRules.name("=cmd")).isEqualTo("'=***");
		assertThat(ExportRules.name(null)).isEmpty();
	}

}
