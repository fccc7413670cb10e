package io.partnerhub.billing.incentive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** From the application over the invoices to the payment. */
@BillingTest
class PayingOutTests {

	private final Given given;

	private final Announced announced;

	private final MovableClock clock;

	private final Books books;

	private final JdbcClient jdbc;

	private final PayoutDeadlines deadlines;

	private final IncentiveExpiry expiry;

	private final Earnings earnings;

	private final PayoutDesk desk;

	private Partner partner;

	PayingOutTests(HubClient client, Given given, Uploads uploads, Announced announced, MovableClock clock, Books books,
			JdbcClient jdbc, PayoutDeadlines deadlines, IncentiveExpiry expiry) {
		this.given = given;
		this.announced = announced;
		this.clock = clock;
		this.books = books;
		this.jdbc = jdbc;
		this.deadlines = deadlines;
		this.expiry = expiry;
		this.earnings = new Earnings(client);
		this.desk = new PayoutDesk(client, uploads);
		this.partner = given.distributor();
	}

	@BeforeEach
	void aCertifiedPartner() {
		this.clock.reset();
		this.partner = this.given.distributor();
		this.earnings.facts(this.partner, Map.of("businessInfoCertified", true, "taxRate", "3.00"));
		this.announced.next();
	}

	@AfterEach
	void backToTheStart() {
		this.clock.reset();
	}

	@Test
	@Tag("INC-02")
	@Tag("INC-03")
	void goesFromTheApplicationOverTheInvoicesToTheRechargeAccount() {
		String incentive = this.earnings.confirmed(this.partner, "1060.00").getFirst();
		String payout = this.desk.apply(this.partner, "ACCOUNT", incentive).expect(201).text("/id");
		assertThat(state(payout)).isEqualTo("PROCESSING");
		HubClient.Answer accepted = this.desk.decide(payout, "acceptance").expect(200);
		assertThat(accepted.text("/state") + " " + accepted.text("/invoiceBy")).isEqualTo("TO_INVOICE 2026-03-31");
		String order = accepted.text("/paymentOrderId");
		this.desk.invoice(this.partner, order, "1030.00", "3.00").expect(200);
		assertThat(state(payout)).isEqualTo("INVOICE_REVIEW");
		this.desk.decideOrder(order, "approval", Map.of()).expect(200);
		assertThat(state(payout)).isEqualTo("PAYMENT_REVIEW");
		assertThat(this.desk.get(this.partner, payout).text("/expectedBy")).isEqualTo("2026-03-03");
		assertThat(this.desk.decide(payout, "payment").expect(200).text("/state")).isEqualTo("DONE");
		this.desk.decide(payout, "payment").refused(409, "PAYOUT_STATE");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("1030.00");
		assertThat(this.earnings.state(this.partner, incentive)).isEqualTo("PAID");
		assertThat(this.announced.next(IncentivePaid.class)).containsExactly(new IncentivePaid(this.partner.tenant(),
				this.partner.id(), UUID.fromString(payout), Mode.ACCOUNT, Money.of("1030.00").amount()));
		this.books.balance();
	}

	@Test
	@Tag("INC-03")
	void paysByBankWithoutTouchingTheAccount() {
		String incentive = this.earnings.confirmed(this.partner, "106.00").getFirst();
		String payout = this.desk.paid(this.partner, "BANK_TRANSFER", "103.00", incentive);
		assertThat(state(payout)).isEqualTo("DONE");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("0.00");
		assertThat(this.announced.next(IncentivePaid.class)).singleElement()
			.returns(Mode.BANK_TRANSFER, IncentivePaid::mode);
	}

	@Test
	@Tag("INC-03")
	void keepsTheModeOfAnIncentive() {
		String incentive = this.earnings.confirmed(this.partner, "100.00").getFirst();
		this.desk.applyPart(this.partner, "ACCOUNT", incentive, "40.00").expect(201);
		assertThat(this.desk.apply(this.partner, "BANK_TRANSFER", incentive)
			.refused(409, "PAYOUT_MODE_FIXED")
			.text("/mode")).isEqualTo("ACCOUNT");
		this.desk.apply(this.partner, "ACCOUNT", incentive).expect(201);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc
			.sql("update incentive set mode = 'QUOTA', version = version + 1 where id = '" + incentive + "'")
			.update());
	}

	@Test
	@Tag("INC-07")
	void paysSeveralTogetherAndPartOfOne() {
		List<String> both = this.earnings.confirmed(this.partner, "106.00", "212.00");
		String payout = this.desk.paid(this.partner, "ACCOUNT", "309.00", both.toArray(String[]::new));
		assertThat(this.desk.get(this.partner, payout).json().at("/shares")).hasSize(2);
		String third = this.earnings.confirmed(this.partner, "106.00").getFirst();
		String part = this.desk.applyPart(this.partner, "ACCOUNT", third, "53.00").expect(201).text("/id");
		String order = this.desk.decide(part, "acceptance").text("/paymentOrderId");
		this.desk.invoice(this.partner, order, "103.00", "3.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		this.desk.invoice(this.partner, order, "51.50", "3.00").expect(200);
		this.desk.decideOrder(order, "approval", Map.of());
		this.desk.decide(part, "payment").expect(200);
		assertThat(this.earnings.get(this.partner, third).text("/left/amount")).isEqualTo("53.00");
		assertThat(this.earnings.state(this.partner, third)).isEqualTo("PAYING");
		this.desk.applyPart(this.partner, "ACCOUNT", third, "53.01").refused(409, "PAYOUT_AMOUNT_EXCEEDED");
		this.desk.paid(this.partner, "ACCOUNT", "51.50", third);
		assertThat(this.earnings.state(this.partner, third)).isEqualTo("PAID");
	}

	@Test
	@Tag("INC-07")
	void coversOnePaymentOrderWithManyInvoicesAndUsesEachOnce() {
		List<String> two = this.earnings.confirmed(this.partner, "106.00", "106.00");
		String first = this.desk.accepted(this.partner, "ACCOUNT", two.getFirst());
		String second = this.desk.accepted(this.partner, "ACCOUNT", two.getLast());
		Map<String, Object> half = this.desk.invoiceOf(this.partner, "51.50", "3.00");
		Map<String, Object> rest = this.desk.invoiceOf(this.partner, "51.50", "3.00");
		this.desk.submit(this.partner, first, half, rest).expect(200);
		this.desk.submit(this.partner, second, half, rest).refused(409, "INVOICE_FILE_NOT_USABLE");
	}

	@Test
	@Tag("INC-09")
	void setsOffWhatIsToBeTakenBack() {
		String less = this.earnings.billed(this.partner, "-53.00");
		List<String> more = this.earnings.confirmed(this.partner, "50.00", "56.00");
		this.desk.apply(this.partner, "ACCOUNT", more.getFirst()).refused(409, "PAYOUT_NOT_POSITIVE");
		String payout = this.desk.paid(this.partner, "ACCOUNT", "51.50", more.toArray(String[]::new));
		assertThat(this.desk.get(this.partner, payout).text("/total/amount")).isEqualTo("53.00");
		assertThat(this.earnings.state(this.partner, less)).isEqualTo("PAID");
		this.desk.apply(this.partner, "ACCOUNT", less).refused(409, "INCENTIVE_STATE");
	}

	@Test
	@Tag("INC-02")
	void canBeAppliedForAgainOnceRejected() {
		String incentive = this.earnings.confirmed(this.partner, "106.00").getFirst();
		String payout = this.desk.apply(this.partner, "ACCOUNT", incentive).expect(201).text("/id");
		this.desk.apply(this.partner, "ACCOUNT", incentive).refused(409, "PAYOUT_AMOUNT_EXCEEDED");
		this.desk.reject(payout).expect(200);
		String again = this.desk.apply(this.partner, "ACCOUNT", incentive).expect(201).text("/id");
		String order = this.desk.decide(again, "acceptance").text("/paymentOrderId");
		this.desk.invoice(this.partner, order, "103.00", "3.00").expect(200);
		assertThat(this.desk.reject(again).expect(200).text("/reason")).isEqualTo("wrong title");
		this.desk.reject(again).refused(409, "PAYOUT_STATE");
		this.desk.invoice(this.partner, order, "103.00", "3.00").refused(409, "INVOICE_STATE");
		this.desk.paid(this.partner, "ACCOUNT", "103.00", incentive);
	}

	@Test
	@Tag("INC-02")
	void waitsForInvoicesUntilADayAndAsLongAgainIfTheyAreRefused() {
		String incentive = this.earnings.confirmed(this.partner, "106.00").getFirst();
		String order = this.desk.accepted(this.partner, "ACCOUNT", incentive);
		this.clock.set(Instant.parse("2026-03-31T15:59:59Z"));
		this.desk.invoice(this.partner, order, "103.00", "3.00").expect(200);
		this.desk.decideOrder(order, "refusal", Map.of("reason", "not legible")).expect(200);
		this.clock.set(Instant.parse("2026-04-30T15:59:59Z"));
		this.deadlines.run();
		this.clock.set(Instant.parse("2026-04-30T16:00:00Z"));
		this.desk.invoice(this.partner, order, "103.00", "3.00").refused(409, "PAYOUT_INVOICE_LATE");
		this.deadlines.run();
		assertThat(this.desk.list(this.partner).text("/items/0/state")).isEqualTo("REJECTED");
		this.desk.apply(this.partner, "ACCOUNT", incentive).expect(201);
	}

	@Test
	@Tag("INC-10")
	void voidsOnlyWhatWasNotAppliedForInTime() {
		String incentive = this.earnings.confirmed(this.partner, "106.00").getFirst();
		String payout = this.desk.applyPart(this.partner, "ACCOUNT", incentive, "53.00").expect(201).text("/id");
		this.clock.advance(Duration.ofDays(400));
		this.desk.apply(this.partner, "ACCOUNT", incentive).refused(409, "INCENTIVE_EXPIRED");
		this.expiry.expire();
		assertThat(this.earnings.get(this.partner, incentive).text("/lapsed/amount")).isEqualTo("53.00");
		this.desk.finish(this.partner, payout, "51.50");
		assertThat(this.earnings.state(this.partner, incentive)).isEqualTo("PAID");
	}

	@Test
	void paysNobodyWhoIsNotCertified() {
		Partner other = this.given.distributor();
		String incentive = this.earnings.confirmed(other, "106.00").getFirst();
		this.desk.apply(other, "ACCOUNT", incentive).refused(409, "BUSINESS_INFO_NOT_CERTIFIED");
		this.earnings.facts(other, Map.of("businessInfoCertified", false, "taxRate", "3.00"));
		this.desk.apply(other, "ACCOUNT", incentive).refused(409, "BUSINESS_INFO_NOT_CERTIFIED");
		this.earnings.certified(other);
		this.desk.apply(other, "ACCOUNT", incentive).expect(201);
	}

	@Test
	void refusesWhatIsNotTheirsOrNotConfirmed() {
		String open = this.earnings.billed(this.partner, "10.00");
		this.desk.apply(this.partner, "ACCOUNT", open).refused(409, "INCENTIVE_STATE");
		this.desk.apply(this.partner, "ACCOUNT", Ids.next().toString()).refused(404, "NOT_FOUND");
		Partner other = this.earnings.certified(this.given.distributor());
		this.desk.apply(other, "ACCOUNT", open).refused(404, "NOT_FOUND");
		this.desk.apply(this.partner, "ACCOUNT").refused(400, "INVALID_REQUEST");
		this.desk.apply(this.partner, "ACCOUNT", open, open).refused(400, "INVALID_REQUEST");
		this.desk.applyPart(this.partner, "ACCOUNT", open, "0.00").refused(400, "INVALID_REQUEST");
		this.desk.apply(this.partner, "CASH", open).refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("INC-07")
	void neverAppliesForMoreThanThereIsInTheDatabase() {
		String incentive = this.earnings.confirmed(this.partner, "10.00").getFirst();
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc
				.sql("update incentive set applied_minor = 1001, version = version + 1 where id = '" + incentive + "'")
				.update())
			.withMessageContaining("incentive_not_exceeded");
	}

	private String state(String payout) {
		return this.desk.get(this.partner, payout).text("/state");
	}

}
