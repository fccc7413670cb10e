package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a pay-out comes to, and what can be paid how. */
class PayoutRulesTests {

	private static final YearMonth SINCE = YearMonth.of(2023, 10);

	@ParameterizedTest
	@CsvSource({ "1060.00, 6.00, 6.00, 1060.00", "1060.00, 6.00, 3.00, 1030.00", "1130.00, 13.00, 6.00, 1060.00",
			"100.00, 6.00, 1.00, 95.28", "0.50, 0.00, 1.00, 0.50", "1.50, 0.00, 1.00, 1.52", "0.01, 13.00, 0.00, 0.01",
			"99999999999.00, 6.00, 3.00, 97169811319.78" })
	@Tag("INC-08")
	void invoicesTheAmountAtThePartnersRateRoundedHalfToEven(String total, String product, String own, String payable) {
		assertThat(PayoutRules.payable(List.of(share(total, product)), new BigDecimal(own)))
			.isEqualTo(Money.of(payable));
	}

	@Test
	@Tag("INC-08")
	void roundsOnceAndNotShareByShare() {
		List<PayoutShare> shares = Stream.of("0.33", "0.33", "0.33").map((amount) -> share(amount, "0.00")).toList();
		assertThat(PayoutRules.payable(shares, new BigDecimal("1.00"))).isEqualTo(Money.of("1.00"));
	}

	@Test
	@Tag("INC-08")
	void isExactOverSeveralProductTaxRates() {
		List<PayoutShare> shares = List.of(share("106.00", "6.00"), share("113.00", "13.00"), share("-10.30", "3.00"));
		assertThat(PayoutRules.payable(shares, new BigDecimal("0.00"))).isEqualTo(Money.of("190.00"));
	}

	@ParameterizedTest
	@CsvSource({ "RESALE, 2023-10, true", "RESALE, 2023-09, false", "ADVISORY, 2026-02, false" })
	@Tag("INC-04")
	void paysResaleIncentivesSinceThatMonthByThemselves(AssociationType model, String period, boolean automatic) {
		assertThat(PayoutRules.isAutomatic(incentive("1.00", "6.00", model, period, null), SINCE)).isEqualTo(automatic);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	@Tag("INC-04")
	void transfersNoResaleIncentiveToABank(Mode mode) {
		Incentive incentive = incentive("1.00", "6.00", AssociationType.RESALE, "2023-10", null);
		if (mode == Mode.BANK_TRANSFER) {
			refused("PAYOUT_MODE_NOT_ALLOWED", () -> PayoutRules.requireMode(incentive, mode, SINCE));
		}
		else {
			PayoutRules.requireMode(incentive, mode, SINCE);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	@Tag("INC-03")
	void keepsTheModeThatWasChosen(Mode mode) {
		Incentive incentive = incentive("1.00", "6.00", AssociationType.ADVISORY, "2026-02", Mode.ACCOUNT);
		if (mode == Mode.ACCOUNT) {
			PayoutRules.requireMode(incentive, mode, SINCE);
		}
		else {
			refused("PAYOUT_MODE_FIXED", () -> PayoutRules.requireMode(incentive, mode, SINCE));
		}
	}

	private static void refused(String code, Runnable attempt) {
		assertThatExceptionOfType(Problem.class).isThrownBy(attempt::run)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

	private static PayoutShare share(String amount, String rate) {
		return PayoutShare.all(incentive(amount, rate, AssociationType.ADVISORY, "2026-02", null));
	}

	private static Incentive incentive(String amount, String rate, AssociationType model, String period, Mode mode) {
		return new Incentive(Ids.next(), "JL-1", new Realm(Ids.next(), Ids.next()), period, model, State.PAYING, 1,
				Money.of(amount), Money.zero(), Money.zero(), Money.zero(), new BigDecimal(rate), mode, null, null,
				null, null, MovableClock.START);
	}

}
