package io.partnerhub.platform.money;

import java.math.BigDecimal;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTests {

	private final JsonMapper json = JsonMapper.builder().addModule(new MoneyJson()).build();

	@Test
	@Tag("X-07")
	void keepsBothDecimalsOnTheWire() {
		assertThat(this.json.writeValueAsString(Money.of("12.3")))
			.isEqualTo("{\"amount\":\"12.30\",\"currency\":\"CNY\"}");
		assertThat(this.json.readValue("{\"currency\":\"CNY\",\"amount\":\"12.30\"}", Money.class))
			.isEqualTo(Money.ofMinor(1230));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.234", "1e400", "1e2", "", "abc", "12345678901234567890", "0x10", "1,5", " 1" })
	@Tag("X-07")
	void refusesWhatIsNoAmount(String amount) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e400", "1e-400", "0.001", "1e2147483647" })
	@Tag("X-07")
	void refusesDecimalsOutsideItsRangeQuickly(String decimal) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(new BigDecimal(decimal)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.50", "{\"amount\":1.5,\"currency\":\"CNY\"}", "{\"amount\":\"1.50\"}",
			"{\"amount\":\"1.50\",\"currency\":\"USD\"}", "{\"amount\":\"1.505\",\"currency\":\"CNY\"}", "[]" })
	void refusesAnyOtherForm(String text) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.json.readValue(text, Money.class));
	}

	@Test
	@Tag("X-07")
	void calculatesInMinorUnits() {
		assertThat(Money.of("0.10").plus(Money.of("0.20"))).isEqualTo(Money.of("0.30"));
		assertThat(Money.of("33.33").times(3).minus(Money.of("99.99"))).isEqualTo(Money.zero());
		assertThat(Money.of("0.01").isPositive()).isTrue();
		assertThat(Money.zero().isPositive()).isFalse();
	}

}
