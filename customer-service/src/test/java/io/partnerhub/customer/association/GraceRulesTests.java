package io.partnerhub.customer.association;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GraceRulesTests {

	@ParameterizedTest
	@Tag("ASC-05")
	@CsvSource({ ",, 1", "0, 0, 1", ", 0, 1", "1, 0, 1", ", 15, 15", "15, 0, 15", "0, 2, 2" })
	void givesAResaleCustomerADayAtLeast(@Nullable Integer present, @Nullable Integer told, int raised) {
		assertThat(GraceRules.raised(present, told, GraceRules.RESALE_DAYS)).isEqualTo(raised);
	}

	@ParameterizedTest
	@Tag("DIS-09")
	@CsvSource({ ",, 7", "1, 6, 7", "1, 7, 7", "1, 8, 8", "30, 1, 30" })
	void givesALeavingCustomerSevenDaysAtLeast(@Nullable Integer present, @Nullable Integer told, int raised) {
		assertThat(GraceRules.raised(present, told, GraceRules.END_DAYS)).isEqualTo(raised);
	}

}
