package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.billing.topup.Flow.Incentive;
import io.partnerhub.billing.topup.Flow.Restriction;
import io.partnerhub.billing.withdrawal.SourceRules.Refusal;
import io.partnerhub.platform.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.partnerhub.billing.withdrawal.Terms.FIRST_ENTITY;
import static io.partnerhub.billing.withdrawal.Terms.OTHER_ENTITY;
import static io.partnerhub.billing.withdrawal.WithdrawalType.BANK_CARD;
import static io.partnerhub.billing.withdrawal.WithdrawalType.ORIGINAL;
import static io.partnerhub.billing.withdrawal.WithdrawalType.REBATE;
import static org.assertj.core.api.Assertions.assertThat;

/** Which top-ups may be withdrawn which way, without a database. */
class SourceRulesTests {

	@ParameterizedTest
	@Tag("WDR-06")
	@CsvSource({ "ALIPAY, 2026-02-28", "WECHAT, 2026-02-28", "UNIONPAY, 2025-06-30", "HUAWEI_PAY, 2025-06-30",
			"HUAWEI_PAYMENT, 2025-09-30" })
	void takesMoneyBackUntilTheLastDayOfTheChannel(Channel channel, String lastDay) {
		Flow flow = Terms.flow(channel, "2025-03-31T10:00:00Z");
		String dayAfter = LocalDate.parse(lastDay).plusDays(1).toString();
		assertThat(Terms.rules(FIRST_ENTITY, lastDay).refusal(flow, ORIGINAL, false)).isEmpty();
		assertThat(Terms.rules(FIRST_ENTITY, dayAfter).refusal(flow, ORIGINAL, true))
			.contains(Refusal.ORIGINAL_ROUTE_EXPIRED);
	}

	@Test
	@Tag("WDR-06")
	void countsDaysInTheVendorsTimeZone() {
		Flow late = Terms.flow(Channel.ALIPAY, "2025-03-09T16:00:00Z");
		Flow early = Terms.flow(Channel.ALIPAY, "2025-03-09T15:59:59Z");
		SourceRules rules = Terms.rules(FIRST_ENTITY, "2026-02-10");
		assertThat(rules.refusal(late, ORIGINAL, false)).isEmpty();
		assertThat(rules.refusal(early, ORIGINAL, false)).contains(Refusal.ORIGINAL_ROUTE_EXPIRED);
	}

	@ParameterizedTest
	@Tag("WDR-06")
	@EnumSource(names = { "ONLINE_BANK", "BANK_TRANSFER" })
	void sendsBankMoneyBackHoweverOld(Channel channel) {
		assertThat(Terms.rules(FIRST_ENTITY, "2026-02-10")
			.refusal(Terms.flow(channel, "2016-01-01T00:00:00Z"), ORIGINAL, false)).isEmpty();
	}

	@ParameterizedTest
	@Tag("WDR-07")
	@CsvSource({ "ALIPAY, 2026-02-10, true", "ALIPAY, 2026-02-11, false", "UNIONPAY, 2025-06-10, true",
			"UNIONPAY, 2025-06-11, false", "WECHAT, 2026-02-11, false", "HUAWEI_PAY, 2026-02-11, true",
			"BANK_TRANSFER, 2026-02-11, true" })
	void takesAgedWalletMoneyToABankCardAtOtherCompaniesOnly(Channel channel, String today, boolean refusedThere) {
		Flow flow = Terms.flow(channel, "2025-03-10T00:00:00Z");
		assertThat(Terms.rules(OTHER_ENTITY, today).refusal(flow, BANK_CARD, false).isPresent())
			.isEqualTo(refusedThere);
		assertThat(Terms.rules(FIRST_ENTITY, today).refusal(flow, BANK_CARD, false))
			.contains(Refusal.ORIGINAL_ROUTE_NOT_DECLINED);
	}

	@ParameterizedTest
	@Tag("WDR-07")
	@CsvSource({ FIRST_ENTITY, OTHER_ENTITY })
	void takesToABankCardWhatCannotGoBackOrWasNamedForIt(String entity) {
		SourceRules rules = Terms.rules(entity, "2025-03-11");
		Flow failed = Terms.flow(Channel.ALIPAY, Instant.parse("2025-03-10T00:00:00Z"), "9.00", "0.00", "0.00", null,
				null, true);
		assertThat(rules.refusal(failed, BANK_CARD, false)).isEmpty();
		assertThat(rules.refusal(conversion(), BANK_CARD, false)).isEmpty();
		assertThat(rules.refusal(Terms.flow(Channel.ALIPAY, "2025-03-10T00:00:00Z"), BANK_CARD, true)).isEmpty();
		assertThat(rules.refusal(conversion(), ORIGINAL, true)).contains(Refusal.NO_ORIGINAL_ROUTE);
	}

	@Test
	@Tag("WDR-09")
	void takesARebateOnceItsIncentiveIsIssuedInvoicedAndApproved() {
		SourceRules rules = Terms.rules(FIRST_ENTITY, "2026-03-01");
		assertThat(rules.refusal(rebate(Incentive.ISSUED), REBATE, true)).contains(Refusal.INCENTIVE_NOT_APPROVED);
		assertThat(rules.refusal(rebate(Incentive.INVOICED), REBATE, true)).contains(Refusal.INCENTIVE_NOT_APPROVED);
		assertThat(rules.refusal(rebate(Incentive.APPROVED), REBATE, false)).isEmpty();
		assertThat(rules.refusal(rebate(Incentive.APPROVED), ORIGINAL, true)).contains(Refusal.ONLY_AS_REBATE);
		assertThat(rules.refusal(rebate(Incentive.APPROVED), BANK_CARD, true)).contains(Refusal.ONLY_AS_REBATE);
		assertThat(rules.refusal(conversion(), REBATE, true)).contains(Refusal.NOT_A_REBATE);
	}

	@ParameterizedTest
	@Tag("WDR-02")
	@EnumSource
	void neverTakesMoneyThatCameWithAPresent(Restriction restriction) {
		Flow flow = Terms.flow(Channel.BANK_TRANSFER, Instant.parse("2026-02-01T00:00:00Z"), "9.00", "0.00", "0.00",
				restriction, null, true);
		for (WithdrawalType type : WithdrawalType.values()) {
			assertThat(Terms.rules(OTHER_ENTITY, "2026-03-01").refusal(flow, type, true))
				.contains(Refusal.of(restriction));
		}
	}

	@Test
	@Tag("WDR-04")
	void leavesWhatAnInvoiceCovers() {
		SourceRules rules = Terms.rules(FIRST_ENTITY, "2026-03-01");
		Flow part = left("100.00", "60.00", "39.99");
		assertThat(part.left()).isEqualTo(Money.of("0.01"));
		assertThat(rules.refusal(part, ORIGINAL, true)).isEmpty();
		assertThat(rules.refusal(left("100.00", "60.00", "40.00"), ORIGINAL, true)).contains(Refusal.INVOICED);
		assertThat(rules.refusal(left("100.00", "0.00", "100.00"), ORIGINAL, true)).contains(Refusal.NOTHING_LEFT);
	}

	@Test
	@Tag("WDR-05")
	void takesTheNewestFirstAndNoMoreThanIsLeft() {
		List<Flow> newestFirst = List.of(left("30.00", "0.00", "10.00"), left("50.00", "0.00", "0.00"),
				left("70.00", "0.00", "0.00"));
		assertThat(Source.take(Money.of("40.00"), newestFirst)).extracting((source) -> source.amount().minor())
			.containsExactly(2000L, 2000L);
		assertThat(Source.take(Money.of("140.00"), newestFirst)).extracting((source) -> source.amount().minor())
			.containsExactly(2000L, 5000L, 7000L);
		assertThat(Source.sum(Source.take(Money.of("140.01"), newestFirst))).isEqualTo(Money.of("140.00"));
	}

	private static Flow left(String amount, String invoiced, String taken) {
		return Terms.flow(Channel.BANK_TRANSFER, Instant.parse("2026-02-01T00:00:00Z"), amount, invoiced, taken, null,
				null, false);
	}

	private static Flow conversion() {
		return Terms.flow(Channel.TRADE_MODEL_CONVERSION, "2025-03-10T00:00:00Z");
	}

	private static Flow rebate(Incentive incentive) {
		return Terms.flow(Channel.REBATE, Instant.parse("2026-02-01T00:00:00Z"), "9.00", "0.00", "0.00", null,
				incentive, false);
	}

}
