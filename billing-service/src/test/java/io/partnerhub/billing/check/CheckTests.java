package io.partnerhub.billing.check;

import io.partnerhub.platform.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckTests {

	@ParameterizedTest
	@CsvSource({ "-1, true", "-1234500, true", "0, false", "1, false" })
	@Tag("DIS-05")
	void failsAnAccountBelowZero(long minor, boolean failed) {
		Money balance = Money.ofMinor(minor);
		Check check = Check.arrears(balance);

		assertThat(check.code()).isEqualTo("IS_DEBT");
		assertThat(check.failed()).isEqualTo(failed);
		assertThat(check.detail()).contains(failed ? "appropriate the amount first" : "not counted yet");
		assertThat(check.facts()).containsEntry("balance", balance).containsEntry("arrearsKnownFrom", "account");
	}

	@ParameterizedTest
	@CsvSource({ "1, true", "1234500, true", "0, false" })
	@Tag("ASC-04")
	void failsWhoOwesAnything(long minor, boolean failed) {
		Check check = Check.arrears(Money.ofMinor(minor), Money.zero());

		assertThat(check.code()).isEqualTo("IS_DEBT");
		assertThat(check.failed()).isEqualTo(failed);
		assertThat(check.facts()).containsEntry("arrears", Money.ofMinor(minor))
			.containsEntry("arrearsWithPartner", Money.zero());
	}

	@Test
	@Tag("ASC-04")
	void passesCreditSayingThatNoneIsKept() {
		Check check = Check.credit();

		assertThat(check.code()).isEqualTo("IS_CREDIT_ACCOUNT");
		assertThat(check.failed()).isFalse();
		assertThat(check.detail()).contains("No credit of the customer's own");
	}

}
