package io.partnerhub.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WireTests {

	@Test
	void writesTimesInUtcSeconds() {
		assertThat(Wire.time(Instant.parse("2026-03-01T08:00:00.999Z"))).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(Wire.time(null)).isNull();
	}

	@Test
	void readsTimes() {
		assertThat(Wire.instant("from", "2028-02-29T23:59:59Z")).isEqualTo("2028-02-29T23:59:59Z");
		assertThat(Wire.instant("from", null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-31T00:00:00Z", "2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
			"2026-03-01T24:00:00Z", "2026-03-01T08:00:60Z", "2026-03-01 08:00:00", "2026-03-01T08:00:00+08:00",
			"2026-03-01T08:00:00.5Z", "2026-03-01", "" })
	void refusesTimesThatDoNotExistOrLookDifferent(String text) {
		refuses(() -> Wire.instant("from", text), "/from", "WRONG_VALUE");
	}

	@Test
	void readsAmountsThatMove() {
		assertThat(Wire.positive("amount", new BigDecimal("12.3"))).isEqualTo(Money.of(new BigDecimal("12.30")));
		refuses(() -> Wire.positive("amount", null), "/amount", "REQUIRED");
		refuses(() -> Wire.positive("amount", BigDecimal.ZERO), "/amount", "OUT_OF_RANGE");
		refuses(() -> Wire.positive("amount", new BigDecimal("-1")), "/amount", "OUT_OF_RANGE");
		refuses(() -> Wire.positive("amount", new BigDecimal("0.001")), "/amount", "WRONG_VALUE");
		refuses(() -> Wire.positive("amount", new BigDecimal("1e400")), "/amount", "WRONG_VALUE");
	}

	@Test
	void readsIdsAndFindsNothingForWhatIsNone() {
		UUID id = Ids.next();
		assertThat(Wire.id(id.toString())).isEqualTo(id);
		assertThat(Wire.id("7")).isEqualTo(new UUID(0, 0));
		assertThat(Wire.id("")).isNull();
		assertThat(Wire.id(null)).isNull();
	}

	@Test
	void readsWholeNumbers() {
		assertThat(Wire.number("limit", "10")).isEqualTo(10);
		assertThat(Wire.number("limit", "")).isNull();
		assertThat(Wire.number("limit", null)).isNull();
		refuses(() -> Wire.number("limit", "1.5"), "/limit", "WRONG_TYPE");
		refuses(() -> Wire.number("limit", "99999999999"), "/limit", "WRONG_TYPE");
	}

	private static void refuses(ThrowingCallable reading, String pointer, String code) {
		assertThatExceptionOfType(Problem.class).isThrownBy(reading).satisfies((problem) -> {
			assertThat(problem.errors()).singleElement()
				.extracting(Problem.FieldError::pointer, Problem.FieldError::code)
				.containsExactly(pointer, code);
		});
	}

}
