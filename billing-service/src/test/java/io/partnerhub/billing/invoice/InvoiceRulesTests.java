package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.billing.invoice.BilledOrder.Kind;
import io.partnerhub.billing.invoice.BilledOrder.Seller;
import io.partnerhub.billing.invoice.Invoice.Medium;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class InvoiceRulesTests {

	private static final WorkingDays DAYS = new WorkingDays(Set.of());

	private static final InvoiceSettings SETTINGS = new InvoiceSettings(3, new BigDecimal("10.00"),
			new BigDecimal("100.00"), 1, 3, 3);

	private static final Realm REALM = new Realm(Ids.next(), Ids.next());

	@Test
	@Tag("INVO-06")
	void waitForTheFourthOfTheMonth() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> InvoiceRules.requireDay(LocalDate.of(2026, 3, 3), SETTINGS.afterDay()))
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo("INVOICE_TOO_EARLY");
				assertThat(problem.facts().get("nextAllowedAt")).hasToString("2026-03-03T16:00:00Z");
			});
		assertThatNoException()
			.isThrownBy(() -> InvoiceRules.requireDay(LocalDate.of(2026, 3, 4), SETTINGS.afterDay()));
	}

	@Test
	@Tag("INVO-06")
	void allowNoArrearsAndNothingNegative() {
		assertThatNoException()
			.isThrownBy(() -> InvoiceRules.requireNoArrears(Money.zero(), Money.of("5.00"), Money.of("5.00")));
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> InvoiceRules.requireNoArrears(Money.of("0.01"), Money.of("5.00"), Money.zero()))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("INVOICE_ARREARS"));
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> InvoiceRules.requireNoArrears(Money.zero(), Money.of("5.00"), Money.of("5.01")))
			.satisfies((problem) -> assertThat(problem.facts()).containsEntry("invoiceable", Money.of("-0.01")));
	}

	@Test
	@Tag("INVO-07")
	void mergeOrdersOfOneKindAndSplitTheOthers() {
		Map<Kind, List<BilledOrder>> split = InvoiceRules.split(List.of(order("6.00", "A", Seller.VENDOR),
				order("13.00", "A", Seller.VENDOR), order("6.00", "A", Seller.VENDOR),
				order("6.00", "B", Seller.VENDOR), order("6.00", "A", Seller.MARKETPLACE)));
		assertThat(split).hasSize(4);
		assertThat(InvoiceRules.sum(split.get(kind("6.00", "A", Seller.VENDOR)))).isEqualTo(Money.of("200.00"));
	}

	@ParameterizedTest
	@Tag("INVO-08")
	@CsvSource({ "PAPER,VENDOR,9.99,true", "PAPER,VENDOR,10.00,false", "PAPER,MARKETPLACE,99.99,true",
			"PAPER,MARKETPLACE,100.00,false", "ELECTRONIC,VENDOR,1.00,false" })
	void letTheReceiverPayTheCourierOfSmallPaperInvoices(Medium medium, Seller seller, String amount, boolean pays) {
		assertThat(InvoiceRules.receiverPays(medium, seller, Money.of(amount), SETTINGS)).isEqualTo(pays);
	}

	@Test
	@Tag("INVO-08")
	void takeTheCourierLimitsFromTheSettings() {
		InvoiceSettings other = new InvoiceSettings(3, new BigDecimal("50.00"), new BigDecimal("100.00"), 1, 3, 3);
		assertThat(InvoiceRules.receiverPays(Medium.PAPER, Seller.VENDOR, Money.of("49.99"), other)).isTrue();
	}

	@Test
	@Tag("INVO-09")
	void tellWhenTheNextStepIsToBeExpected() {
		LocalDate friday = LocalDate.of(2026, 3, 6);
		assertThat(InvoiceRules.expectedBy(InvoiceState.UNDER_REVIEW, Medium.PAPER, friday, SETTINGS, DAYS))
			.isEqualTo("2026-03-09");
		assertThat(InvoiceRules.expectedBy(InvoiceState.ISSUING, Medium.PAPER, friday, SETTINGS, DAYS))
			.isEqualTo("2026-03-09");
		assertThat(InvoiceRules.expectedBy(InvoiceState.ISSUING, Medium.ELECTRONIC, friday, SETTINGS, DAYS))
			.isEqualTo(friday);
		assertThat(InvoiceRules.expectedBy(InvoiceState.REVOKING, Medium.PAPER, friday, SETTINGS, DAYS))
			.isEqualTo("2026-03-09");
		assertThat(InvoiceRules.expectedBy(InvoiceState.ISSUED, Medium.PAPER, friday, SETTINGS, DAYS)).isNull();
	}

	@Test
	@Tag("INVO-09")
	void expectNoReviewOnAHoliday() {
		LocalDate friday = LocalDate.of(2026, 3, 6);
		WorkingDays days = new WorkingDays(Set.of(LocalDate.of(2026, 3, 9)));
		assertThat(InvoiceRules.expectedBy(InvoiceState.UNDER_REVIEW, Medium.PAPER, friday, SETTINGS, days))
			.isEqualTo("2026-03-10");
	}

	@Test
	@Tag("INVO-03")
	void takeOffsetsBackFromTheLatestOn() {
		Offset latest = new Offset(Ids.next(), Ids.next(), "FP-2", true, Money.of("30.00"));
		Offset first = new Offset(Ids.next(), Ids.next(), "FP-1", true, Money.of("30.00"));
		assertThat(InvoiceRules.takenBack(List.of(latest, first), Money.of("40.00")))
			.containsExactly(Map.entry(latest, Money.of("30.00")), Map.entry(first, Money.of("10.00")));
		assertThat(InvoiceRules.takenBack(List.of(latest, first), Money.of("30.00"))).containsOnlyKeys(latest);
		assertThat(InvoiceRules.takenBack(List.of(latest), Money.zero())).isEmpty();
	}

	private static BilledOrder order(String rate, String entity, Seller seller) {
		return new BilledOrder(Ids.next(), REALM, "CS1", kind(rate, entity, seller), Money.of("100.00"), Money.zero(),
				Money.zero(), null, MovableClock.START);
	}

	private static Kind kind(String rate, String entity, Seller seller) {
		return new Kind(seller, entity, new BigDecimal(rate));
	}

}
