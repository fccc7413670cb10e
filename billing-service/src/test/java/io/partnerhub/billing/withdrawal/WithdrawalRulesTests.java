package io.partnerhub.billing.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.payee.Payee;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Holders, partners, states and days, without a database. */
class WithdrawalRulesTests {

	@ParameterizedTest
	@Tag("WDR-08")
	@CsvSource({ "ALIPAY, 李雷, true", "ALIPAY, 云岭科技有限公司, false", "WECHAT, 李雷, true", "WECHAT, ' 李雷 ', true",
			"TRADE_MODEL_CONVERSION, 云岭科技有限公司, true", "TRADE_MODEL_CONVERSION, 李雷, false", "REBATE, 云岭科技有限公司, true",
			"REBATE, 云岭科技, false", "BANK_TRANSFER, 云岭科技有限公司, true", "UNIONPAY, 李雷, false" })
	void sendsMoneyToItsOwnerOnly(Channel channel, String holder, boolean allowed) {
		BankAccount account = new BankAccount("招商银行", "深圳分行", holder, "6225880112345678");
		var check = assertThatCode(() -> HolderRules.requireHolder(account, Terms.flow(channel, "2026-02-01T00:00:00Z"),
				Terms.payee(Terms.FIRST_ENTITY)));
		if (allowed) {
			check.doesNotThrowAnyException();
		}
		else {
			check.isInstanceOfSatisfying(Problem.class,
					(problem) -> assertThat(problem.code()).isEqualTo("BANK_HOLDER_MISMATCH"));
		}
	}

	@Test
	@Tag("WDR-02")
	@Tag("WDR-03")
	void paysVerifiedPartnersWhoseContractAllowsIt() {
		assertThatCode(() -> WithdrawalRules.requirePayable(Terms.payee(Terms.FIRST_ENTITY)))
			.doesNotThrowAnyException();
		refuses("WITHDRAW_NOT_VERIFIED", new Payee(Terms.REALM, Terms.COMPANY, false, true, Terms.FIRST_ENTITY));
		refuses("WITHDRAW_CONTRACT_WITHOUT_REFUND",
				new Payee(Terms.REALM, Terms.COMPANY, true, false, Terms.FIRST_ENTITY));
	}

	@Test
	@Tag("I-22")
	void knowsNoOtherWayThanForward() {
		List<String> edges = Stream.of(WithdrawalState.values())
			.flatMap((from) -> Stream.of(WithdrawalState.values()).filter(from::mayBecome).map((to) -> from + " " + to))
			.toList();
		assertThat(edges).containsExactlyInAnyOrder("SUBMITTED APPROVED", "SUBMITTED REJECTED", "SUBMITTED CANCELLED",
				"SUBMITTED FAILED", "APPROVED PROCESSING", "PROCESSING SUCCEEDED", "PROCESSING FAILED",
				"REJECTED DELETED");
	}

	@ParameterizedTest
	@Tag("WDR-11")
	@CsvSource({ "ORIGINAL, 2026-03-10, 2026-03-11", "ORIGINAL, 2026-03-13, 2026-03-16",
			"BANK_CARD, 2026-03-10, 2026-03-19", "REBATE, 2026-03-10, 2026-03-19", "ORIGINAL, 2026-03-26, 2026-03-27",
			"ORIGINAL, 2026-03-27, 2026-04-01", "ORIGINAL, 2026-03-31, 2026-04-03", "BANK_CARD, 2026-03-27, 2026-04-09",
			"ORIGINAL, 2026-04-30, 2026-05-06" })
	void tellsTheDayByWorkingDaysAndTheEndOfTheMonth(WithdrawalType type, LocalDate submitted, LocalDate expected) {
		PayoutCalendar calendar = new PayoutCalendar(Terms.settings(),
				new WorkingDays(Set.of(LocalDate.parse("2026-05-01"))));
		assertThat(calendar.expectedBy(type, submitted)).isEqualTo(expected);
	}

	@Test
	@Tag("X-02")
	void showsAnAccountByItsLastDigitsOnly() {
		BankAccount account = new BankAccount("招商银行", "深圳分行", "云岭科技有限公司", "6225880112345678");
		assertThat(account.masked()).isEqualTo(new BankAccount("招商银行", "深圳分行", "云***", "****5678"));
		assertThat(new BankAccount(null, null, "李雷", "1234567").masked().accountNo()).isEqualTo("****");
		assertThat(account.toString()).isEqualTo("***");
	}

	private static void refuses(String code, Payee payee) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> WithdrawalRules.requirePayable(payee))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

}
