package io.partnerhub.billing.withdrawal;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What may be withdrawn, without a database. */
@Tag("WDR-16")
class WithdrawableTests {

	@Test
	void followsTheWorkedExample() {
		Money arrears = Money.of("500.00").plus(Money.of("0.01"));
		assertThat(withdrawable("10000.00", "1200.00", "300.00", arrears.decimal().toPlainString()).amount())
			.isEqualTo(Money.of("7999.99"));
	}

	@ParameterizedTest
	@Tag("WDR-17")
	@Tag("I-19")
	@Tag("I-23")
	@CsvSource({ "100.00, 0.00, 0.00, 0.00, 100.00, 0.00, false", "0.01, 0.00, 0.00, 0.00, 0.01, 0.00, false",
			"100.00, 40.00, 30.00, 30.00, 0.00, 0.00, true", "100.00, 40.00, 30.00, 29.99, 0.01, 0.00, false",
			"100.00, 40.00, 30.00, 30.01, 0.00, 0.01, true", "0.00, 0.00, 0.00, 0.00, 0.00, 0.00, true",
			"5.00, 900.00, 0.00, 0.00, 0.00, 895.00, true" })
	void isNeverBelowZeroAndBlocksOnlyThere(String cash, String owed, String unposted, String arrears, String amount,
			String shortfall, boolean blocks) {
		Withdrawable withdrawable = withdrawable(cash, owed, unposted, arrears);
		assertThat(withdrawable.amount()).isEqualTo(Money.of(amount));
		assertThat(withdrawable.shortfall()).isEqualTo(Money.of(shortfall));
		assertThat(withdrawable.blocks()).isEqualTo(blocks);
	}

	@Test
	void coversNoCentMore() {
		Withdrawable withdrawable = withdrawable("10000.00", "1200.00", "300.00", "500.01");
		assertThatCode(() -> withdrawable.requireCovers(Money.of("7999.99"))).doesNotThrowAnyException();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> withdrawable.requireCovers(Money.of("8000.00")))
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo("WITHDRAW_AMOUNT_EXCEEDED");
				assertThat(problem.facts()).containsEntry("withdrawable", Money.of("7999.99"))
					.containsEntry("breakdown", withdrawable);
			});
	}

	@ParameterizedTest
	@Tag("WDR-14")
	@CsvSource({ "0.00, 0.00, true", "0.01, 0.01, true", "0.00, 0.01, false", "99.99, 100.00, false" })
	void keepsWhatIsHeldWhileTheRestCoversTheDeductions(String cash, String arrears, boolean covers) {
		assertThat(withdrawable(cash, "0.00", "0.00", arrears).stillCoversWhatIsHeld()).isEqualTo(covers);
	}

	private static Withdrawable withdrawable(String cash, String owed, String unposted, String arrears) {
		return new Withdrawable(Money.of(cash), Money.of(owed), Money.of(unposted), Money.of(arrears));
	}

}
