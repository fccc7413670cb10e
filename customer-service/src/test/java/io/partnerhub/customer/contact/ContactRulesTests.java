package io.partnerhub.customer.contact;

import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("PRE-08")
class ContactRulesTests {

	@ParameterizedTest
	@CsvSource({ "13800000000, +8613800000000", "138 0000-0000, +8613800000000", "+8613800000000, +8613800000000",
			"+14155550100, +14155550100" })
	void writesMobilesInOneWay(String given, String written) {
		assertThat(ContactRules.mobile(given)).isEqualTo(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12345", "23800000000", "+0861380000", "+86138000000000000", "phone" })
	void refusesWhatIsNoMobile(String given) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> ContactRules.mobile(given));
	}

	@Test
	void writesAddressesInLowerCase() {
		assertThat(ContactRules.email(" Li.Lei@Customer.EXAMPLE ")).isEqualTo("li.lei@customer.example");
		assertThat(ContactRules.mobile(null)).isNull();
	}

}
