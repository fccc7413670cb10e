package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.SampleFiles;
import io.partnerhub.billing.Uploads;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent;
import io.partnerhub.contracts.InvoiceEvent.InvoiceIssued;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class RequestingInvoicesTests {

	private static final String INVOICES = "/api/v1/invoices";

	private static final Instant FOURTH = Instant.parse("2026-03-03T16:00:00Z");

	private final HubClient client;

	private final Given given;

	private final Announced announced;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Accounts accounts;

	private final TransactionTemplate transaction;

	private final Vendor vendor;

	private Partner partner;

	RequestingInvoicesTests(HubClient client, Given given, Uploads uploads, Announced announced, MovableClock clock,
			JdbcClient jdbc, Ledger ledger, Accounts accounts, TransactionTemplate transaction) {
		this.client = client;
		this.given = given;
		this.announced = announced;
		this.clock = clock;
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.accounts = accounts;
		this.transaction = transaction;
		this.vendor = new Vendor(client, uploads);
		this.partner = given.distributor();
	}

	@BeforeEach
	void onTheFourthOfMarch() {
		this.clock.set(FOURTH);
		this.partner = this.given.distributor();
		this.announced.next();
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-07")
	void mergesOrdersAndSplitsThemByTaxRate() {
		Answer invoices = this.vendor.request(this.partner, "ELECTRONIC",
				this.vendor.order(this.partner, "60.00", "6.00"), this.vendor.order(this.partner, "40.00", "6.00"),
				this.vendor.order(this.partner, "5.00", "13.00"));
		invoices.expect(201);
		assertThat(invoices.json().at("/items")).hasSize(2);
		assertThat(invoices.text("/items/0/amount/amount")).isEqualTo("100.00");
		assertThat(invoices.text("/items/1/amount/amount")).isEqualTo("5.00");
	}

	@Test
	@Tag("INVO-07")
	void putsAnOrderIntoOneInvoiceOnly() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		this.vendor.requested(this.partner, "ELECTRONIC", order);
		this.vendor.request(this.partner, "ELECTRONIC", order).refused(409, "INVOICE_ORDER_INVOICED");
		assertThat(admin().get("/api/v1/invoiceable-orders").json().at("/items")).isEmpty();
	}

	@Test
	@Tag("INVO-07")
	void makesSpecialVatInvoicesOutToCompaniesOnly() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		Map<String, Object> person = Map.of("orderIds", List.of(order), "type", "SPECIAL_VAT", "title",
				Map.of("kind", "PERSONAL", "name", "李雷", "taxpayerNumber", "91110000600037341L"));
		admin().post(INVOICES, person).refused(409, "INVOICE_TITLE_NOT_COMPANY");
		Map<String, Object> company = Map.of("orderIds", List.of(order), "type", "SPECIAL_VAT", "title",
				Map.of("kind", "COMPANY", "name", "华北科技", "taxpayerNumber", "91110000600037341L"));
		admin().post(INVOICES, company).expect(201);
	}

	@Test
	@Tag("INVO-06")
	void waitsUntilTheThirdIsOver() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		this.clock.set(FOURTH.minusSeconds(1));
		Answer early = this.vendor.request(this.partner, "ELECTRONIC", order).refused(409, "INVOICE_TOO_EARLY");
		assertThat(early.text("/nextAllowedAt")).isEqualTo(FOURTH.toString());
		this.clock.set(FOURTH);
		this.vendor.request(this.partner, "ELECTRONIC", order).expect(201);
	}

	@Test
	@Tag("INVO-06")
	void issuesNothingWithArrears() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		UUID customer = this.given.customerWith(this.given.toppedUp(this.partner, "10.00"), "1.00");
		owes(customer, "6.01");
		Answer refused = this.vendor.request(this.partner, "ELECTRONIC", order).refused(409, "INVOICE_ARREARS");
		assertThat(refused.text("/arrears/amount")).isEqualTo("5.01");
	}

	@Test
	@Tag("INVO-06")
	void issuesNothingWhileMoreIsOwedThanInvoiceable() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		this.vendor.owed(this.partner, Vendor.number(), "60.01", "6.00").expect(201);
		Answer refused = this.vendor.request(this.partner, "ELECTRONIC", order).refused(409, "INVOICE_ARREARS");
		assertThat(refused.text("/invoiceable/amount")).isEqualTo("-0.01");
	}

	@Test
	@Tag("INVO-08")
	void letsTheReceiverPayTheCourierOfASmallInvoice() {
		String small = this.vendor.requested(this.partner, "PAPER", this.vendor.order(this.partner, "9.99", "6.00"));
		String large = this.vendor.requested(this.partner, "PAPER", this.vendor.order(this.partner, "10.00", "6.00"));
		assertThat(admin().get(INVOICES + "/" + small).text("/receiverPays")).isEqualTo("true");
		assertThat(admin().get(INVOICES + "/" + large).text("/receiverPays")).isEqualTo("false");
	}

	@Test
	@Tag("INVO-09")
	void goesFromTheRequestOverReviewAndIssueToTheSignature() {
		String id = this.vendor.requested(this.partner, "PAPER", this.vendor.order(this.partner, "60.00", "6.00"));
		assertThat(admin().get(INVOICES + "/" + id).text("/expectedBy")).isEqualTo("2026-03-05");
		assertThat(this.vendor.act(id, "approval").expect(200).text("/expectedBy")).isEqualTo("2026-03-07");
		String number = Vendor.number();
		assertThat(this.vendor.issue(id, number, "60.00", "6.00").expect(200).text("/state")).isEqualTo("TO_SIGN");
		assertThat(admin().post(INVOICES + "/" + id + "/receipt", Map.of()).text("/state")).isEqualTo("ISSUED");
		InvoiceIssued issued = this.announced.next(InvoiceIssued.class).getFirst();
		assertThat(issued.invoiceNumber()).isEqualTo(number);
		assertThat(issued.issuer()).isEqualTo(InvoiceEvent.Party.VENDOR);
		assertThat(admin().download(INVOICES + "/" + id + "/file")).isEqualTo(SampleFiles.zip("OFD.xml"));
	}

	@Test
	@Tag("INVO-09")
	void comesBackToTheDraftsWithAReasonAndIsSubmittedAgain() {
		String id = this.vendor.requested(this.partner, "ELECTRONIC", this.vendor.order(this.partner, "60.00", "6.00"));
		assertThat(this.vendor.act(id, "rejection").expect(200).text("/state")).isEqualTo("DRAFT");
		assertThat(admin().get(INVOICES + "/" + id).text("/reason")).isEqualTo("not legible");
		assertThat(admin().post(INVOICES + "/" + id + "/submission", Map.of()).expect(200).text("/state"))
			.isEqualTo("UNDER_REVIEW");
	}

	@Test
	@Tag("INVO-09")
	void isRevokedAndItsOrdersAreFreeAgain() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		String id = this.vendor.requested(this.partner, "ELECTRONIC", order);
		assertThat(admin().post(INVOICES + "/" + id + "/revocation", Map.of()).text("/expectedBy"))
			.isEqualTo("2026-03-07");
		this.vendor.act(id, "revocation-approval").expect(200);
		this.vendor.requested(this.partner, "ELECTRONIC", order);
	}

	@Test
	@Tag("INVO-09")
	void isIssuedAllTheSameWhenTheRevocationIsRefused() {
		String id = this.vendor.requested(this.partner, "ELECTRONIC", this.vendor.order(this.partner, "60.00", "6.00"));
		this.vendor.act(id, "approval").expect(200);
		admin().post(INVOICES + "/" + id + "/revocation", Map.of()).expect(200);
		assertThat(this.vendor.act(id, "revocation-refusal").text("/state")).isEqualTo("ISSUING_REVOKE_FAILED");
		assertThat(this.vendor.issue(id, Vendor.number(), "60.00", "6.00").text("/state")).isEqualTo("ISSUED");
	}

	@Test
	@Tag("INVO-08")
	void reckonsTheCourierAnewWhenADraftIsSubmittedAgain() {
		String number = Ids.next().toString();
		String id = this.vendor.requested(this.partner, "PAPER",
				this.vendor.order(this.partner, number, "10.00", "6.00", Vendor.ENTITY));
		this.vendor.act(id, "rejection").expect(200);
		this.vendor.refund(this.partner, number, Ids.next().toString(), "0.01").expect(200);
		Answer again = admin().post(INVOICES + "/" + id + "/submission", Map.of()).expect(200);
		assertThat(again.text("/amount/amount")).isEqualTo("9.99");
		assertThat(again.text("/receiverPays")).isEqualTo("true");
	}

	@Test
	void isIssuedUnderANumberOfItsOwn() {
		String number = Vendor.number();
		this.vendor.issued(this.partner, number, "60.00", this.vendor.order(this.partner, "60.00", "6.00"));
		String id = approved("5.00");
		this.announced.next();
		this.vendor.issue(id, number, "5.00", "6.00").refused(409, "INVOICE_NUMBER_USED");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void isAFileUnlessItIsPaper() {
		Map<String, Object> issued = Map.of("number", Vendor.number(), "amount", Given.money("5.00"), "taxRate", "6");
		Answer refused = this.vendor.vendor()
			.post("/api/v1/vendor/invoices/" + approved("5.00") + "/issuance", issued)
			.refused(400, "INVALID_REQUEST");
		assertThat(refused.text("/errors/0/pointer")).isEqualTo("/fileId");
	}

	@Test
	void isIssuedForWhatWasAskedForOnly() {
		String id = this.vendor.requested(this.partner, "ELECTRONIC", this.vendor.order(this.partner, "60.00", "6.00"));
		this.vendor.issue(id, Vendor.number(), "60.00", "6.00").refused(409, "INVOICE_STATE");
		this.vendor.act(id, "approval").expect(200);
		this.vendor.issue(id, Vendor.number(), "60.01", "6.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		this.vendor.issue(id, Vendor.number(), "60.00", "9.00").refused(409, "INVOICE_TAX_RATE_MISMATCH");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("INVO-05")
	void leavesResellersToTheirDistributor() {
		Partner reseller = this.given.resellerOf(this.partner);
		this.vendor.request(reseller, "ELECTRONIC", Ids.next().toString()).refused(409, "INVOICE_ISSUER_MISMATCH");
	}

	@Test
	void showsInvoicesToNobodyElse() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		String id = this.vendor.requested(this.partner, "ELECTRONIC", order);
		Partner other = this.given.distributor();
		this.client.as(other.admin()).get(INVOICES + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(other.admin()).post(INVOICES + "/" + id + "/revocation", Map.of()).refused(404, "NOT_FOUND");
		this.vendor.request(other, "ELECTRONIC", order).refused(404, "NOT_FOUND");
		admin().post(INVOICES, Map.of("orderIds", List.of())).refused(400, "INVALID_REQUEST");
	}

	private void owes(UUID customer, String amount) {
		this.jdbc.sql("update account set overdrawable = true where owner_kind = 'CUSTOMER' and holder_id = :id")
			.param("id", customer)
			.update();
		Realm realm = new Realm(this.partner.tenant(), this.partner.id());
		this.transaction.executeWithoutResult((_) -> this.ledger
			.move(new Movement(Ids.next(), EntryKind.BERETRIEVE, realm, this.accounts.ofCustomer(realm, customer).id(),
					this.accounts.clearing(realm).id(), Money.of(amount))));
	}

	/** The id of an electronic invoice that is being issued. */
	private String approved(String amount) {
		String id = this.vendor.requested(this.partner, "ELECTRONIC", this.vendor.order(this.partner, amount, "6.00"));
		this.vendor.act(id, "approval").expect(200);
		return id;
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.admin());
	}

}
