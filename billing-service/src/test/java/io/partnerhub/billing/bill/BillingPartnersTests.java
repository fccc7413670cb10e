package io.partnerhub.billing.bill;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.ConsumptionEvent.BillIssued;
import io.partnerhub.contracts.ConsumptionEvent.BillOverdue;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Bills of partners that settle month by month. */
@BillingTest
class BillingPartnersTests {

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Bills bills;

	private final TransactionTemplate transaction;

	private final Announced announced;

	private final MovableClock clock;

	BillingPartnersTests(HubClient client, Given given, Books books, Bills bills,
			PlatformTransactionManager transactions, Announced announced, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.bills = bills;
		this.transaction = new TransactionTemplate(transactions);
		this.announced = announced;
		this.clock = clock;
	}

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	@Tag("BIL-01")
	void billsTheMonthBeforeOnTheFifth() {
		Partner monthly = monthly("100.00");
		Partner prepaid = this.given.distributor();
		charged(monthly, "2026-03", "80.00");
		charged(monthly, "2026-03", "-5.00");
		charged(prepaid, "2026-03", "7.00");
		run("2026-04-04T15:59:59Z");
		assertThat(bills(monthly)).as("what it charged before it settled so").containsExactly("2026-02 PAID 0.00 0.00");
		this.announced.next();
		run("2026-04-04T16:00:00Z");
		run("2026-04-06T00:00:00Z");
		assertThat(this.announced.next(BillIssued.class))
			.filteredOn((bill) -> bill.ownerPartnerId().equals(monthly.id()))
			.extracting((bill) -> bill.cycle() + " " + bill.amount().amount() + " " + bill.dueDate())
			.containsExactly("2026-03 75.00 2026-04-20");
		assertThat(bill(monthly).text("/state") + bill(monthly).text("/amount/amount")).isEqualTo("ISSUED75.00");
		assertThat(bill(prepaid).text("/id")).as("who prepays gets none").isEmpty();
	}

	@Test
	@Tag("BIL-01")
	void isPaidFromCashOnceOrByTransfer() {
		Partner partner = monthly("100.00");
		charged(partner, "2026-03", "80.00");
		run("2026-04-05T00:00:00Z");
		String id = bill(partner).text("/id");
		Map<String, Object> transfer = Map.of("reference", Ids.next(), "amount", Given.money("30.00"));
		HubClient.As vendor = this.client.as(Given.VENDOR);
		vendor.post("/api/v1/vendor/bills/" + id + "/transfers", transfer).expect(200);
		vendor.post("/api/v1/vendor/bills/" + id + "/transfers", transfer).expect(200);
		vendor
			.post("/api/v1/vendor/bills/" + id + "/transfers",
					Map.of("reference", Ids.next(), "amount", Given.money("50.01")))
			.refused(409, "BILL_PAYMENT_TOO_LARGE");
		HubClient.As admin = this.client.as(partner.admin());
		assertThat(admin.post("/api/v1/bills/" + id + "/payment", Map.of()).expect(200).text("/state"))
			.isEqualTo("PAID");
		admin.post("/api/v1/bills/" + id + "/payment", Map.of()).refused(409, "BILL_PAID");
		assertThat(this.books.partnerHas(partner)).isEqualTo("50.00");
		this.client.as(this.given.distributor().admin()).get("/api/v1/bills/" + id).refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("BIL-01")
	void tellsWhatIsOverdue() {
		Partner partner = monthly("0.01");
		charged(partner, "2026-03", "80.00");
		run("2026-04-05T00:00:00Z");
		this.announced.next();
		run("2026-04-20T15:59:59Z");
		assertThat(this.announced.next(BillOverdue.class)).isEmpty();
		run("2026-04-20T16:00:00Z");
		assertThat(this.announced.next(BillOverdue.class))
			.filteredOn((bill) -> bill.ownerPartnerId().equals(partner.id()))
			.extracting((bill) -> bill.open().amount())
			.containsExactly("80.00");
		this.client.as(partner.admin())
			.post("/api/v1/bills/" + bill(partner).text("/id") + "/payment", Map.of())
			.refused(409, "ADJUST_BALANCE_INSUFFICIENT");
	}

	@Test
	void countsAChargeOnceAndNoneBehindItsBill() {
		Partner partner = monthly("1.00");
		Map<String, Object> charge = charge(partner, "2026-03", "80.00");
		HubClient.As vendor = this.client.as(Given.VENDOR);
		vendor.post("/api/v1/vendor/partner-charges", charge).expect(204);
		vendor.post("/api/v1/vendor/partner-charges", charge).expect(204);
		run("2026-04-05T00:00:00Z");
		assertThat(bill(partner).text("/amount/amount")).isEqualTo("80.00");
		HubClient.As later = this.client.as(Given.VENDOR);
		later.post("/api/v1/vendor/partner-charges", charge).expect(204);
		later.post("/api/v1/vendor/partner-charges", charge(partner, "2026-03", "1.00")).refused(409, "BILL_ISSUED");
	}

	@Test
	@Tag("BIL-01")
	void lessensTheNextBillByWhatCreditsExceedTheCharges() {
		Partner partner = monthly("1.00");
		charged(partner, "2026-03", "80.00");
		charged(partner, "2026-03", "-100.00");
		charged(partner, "2026-04", "50.00");
		charged(partner, "2026-05", "-70.00");
		charged(partner, "2026-06", "45.00");
		for (String day : List.of("2026-04-05", "2026-05-05", "2026-06-05", "2026-07-05")) {
			run(day + "T00:00:00Z");
		}
		assertThat(bills(partner)).containsExactly("2026-06 PAID 0.00 -25.00", "2026-05 PAID 0.00 -70.00",
				"2026-04 OVERDUE 30.00 0.00", "2026-03 PAID 0.00 -20.00", "2026-02 PAID 0.00 0.00");
	}

	@Test
	@Tag("BIL-01")
	void makesUpForTheMonthsInWhichNobodyBilled() {
		Partner partner = monthly("1.00");
		run("2026-03-05T00:00:00Z");
		charged(partner, "2026-03", "-20.00");
		charged(partner, "2026-04", "50.00");
		charged(partner, "2026-05", "7.00");
		run("2026-06-03T00:00:00Z");
		assertThat(bills(partner)).as("in their order, the last month in its time")
			.containsExactly("2026-04 ISSUED 30.00 0.00", "2026-03 PAID 0.00 -20.00", "2026-02 PAID 0.00 0.00");
		assertThat(bill(partner).text("/dueDate")).isEqualTo("2026-06-18");
		run("2026-06-05T00:00:00Z");
		assertThat(bills(partner)).first().isEqualTo("2026-05 ISSUED 7.00 0.00");
	}

	@Test
	@Tag("BIL-01")
	void billsNoMonthInWhichThePartnerPrepaid() {
		Partner partner = monthly("1.00");
		run("2026-03-05T00:00:00Z");
		settles(partner, false);
		this.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
		settles(partner, true);
		settles(partner, true);
		run("2026-07-05T00:00:00Z");
		assertThat(bills(partner)).containsExactly("2026-06 PAID 0.00 0.00", "2026-05 PAID 0.00 0.00",
				"2026-02 PAID 0.00 0.00");
	}

	@Test
	@Tag("BIL-01")
	void takesNoChargeThatNoBillWouldHold() {
		Partner partner = monthly("1.00");
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/partner-charges", charge(partner, "2026-01", "1.00"))
			.refused(409, "BILL_ISSUED");
		charged(partner, "2026-02", "1.00");
	}

	@Test
	@Tag("BIL-02")
	void isNothingForAccountManagers() {
		Partner partner = this.given.distributor();
		this.client.as(partner.accountManager()).get("/api/v1/bills").refused(403, "ACCESS_DENIED");
		this.client.as(partner.supervisor()).get("/api/v1/bills").refused(403, "ACCESS_DENIED");
		this.client.as(partner.financeOperator()).get("/api/v1/bills").expect(200);
	}

	private Partner monthly(String cash) {
		Partner partner = this.given.distributorWith(cash);
		settles(partner, true);
		return partner;
	}

	private void settles(Partner partner, boolean monthly) {
		this.client.as(Given.VENDOR)
			.put("/api/v1/vendor/billing-terms/" + partner.id(), Map.of("monthly", monthly))
			.expect(204);
	}

	private void charged(Partner partner, String cycle, String amount) {
		this.client.as(Given.VENDOR).post("/api/v1/vendor/partner-charges", charge(partner, cycle, amount)).expect(204);
	}

	private static Map<String, Object> charge(Partner partner, String cycle, String amount) {
		return Map.of("reference", Ids.next(), "partnerId", partner.id(), "cycle", cycle, "description", "support",
				"amount", Given.money(amount));
	}

	/** Month, state, amount and what is carried on, newest first. */
	private List<String> bills(Partner partner) {
		return this.client.as(partner.admin())
			.get("/api/v1/bills")
			.json()
			.at("/items")
			.valueStream()
			.map((bill) -> bill.at("/cycle").asString() + " " + bill.at("/state").asString() + " "
					+ bill.at("/amount/amount").asString() + " " + bill.at("/carried/amount").asString())
			.toList();
	}

	private HubClient.Answer bill(Partner partner) {
		HubClient.As admin = this.client.as(partner.admin());
		String id = admin.get("/api/v1/bills").expect(200).text("/items/0/id");
		return admin.get("/api/v1/bills" + (id.isEmpty() ? "" : "/" + id));
	}

	private void run(String now) {
		this.clock.set(Instant.parse(now));
		this.transaction.executeWithoutResult((status) -> this.bills.run());
	}

}
