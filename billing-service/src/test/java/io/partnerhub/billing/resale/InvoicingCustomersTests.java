package io.partnerhub.billing.resale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.SampleFiles;
import io.partnerhub.billing.Uploads;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.InvoiceEvent;
import io.partnerhub.contracts.InvoiceEvent.InvoiceIssued;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
@Tag("INVO-12")
class InvoicingCustomersTests {

	private static final String MINE = "/api/v1/my/invoices";

	private static final String INVOICES = "/api/v1/customer-invoices";

	private final HubClient client;

	private final Given given;

	private final Uploads uploads;

	private final Announced announced;

	private Partner partner;

	private UUID customer;

	InvoicingCustomersTests(HubClient client, Given given, Uploads uploads, Announced announced) {
		this.client = client;
		this.given = given;
		this.uploads = uploads;
		this.announced = announced;
		this.partner = given.distributor();
		this.customer = given.resaleCustomer(this.partner);
	}

	@BeforeEach
	void aCustomerWhoConsumed() {
		this.partner = this.given.distributor();
		this.customer = this.given.resaleCustomer(this.partner);
		consumed("1000.00", "6.00").expect(200);
		this.announced.next();
	}

	@Test
	void issuesWhatTheCustomerAsksForAndDeliversIt() {
		String id = request("400.00", "6.00").expect(201).text("/id");
		assertThat(mine("/items/0/invoiceable/amount")).isEqualTo("600.00");
		String number = number();
		issue(id, number, "400.00", "6.00").expect(200);
		Answer delivered = admin().post(INVOICES + "/" + id + "/delivery", Map.of("way", "SF 1234567890")).expect(200);
		assertThat(delivered.text("/state")).isEqualTo("DELIVERED");
		assertThat(delivered.json().at("/allowedActions").toString()).isEqualTo("[\"CORRECT\",\"RETURN\"]");
		InvoiceIssued issued = this.announced.next(InvoiceIssued.class).getFirst();
		assertThat(issued.invoiceNumber()).isEqualTo(number);
		assertThat(issued.issuer()).isEqualTo(InvoiceEvent.Party.PARTNER);
		assertThat(issued.receiverId()).isEqualTo(this.customer);
		assertThat(customer().download(MINE + "/" + id + "/file")).isEqualTo(SampleFiles.pdf());
	}

	@Test
	void neverInvoicesMoreThanWasConsumed() {
		request("1000.01", "6.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		request("1000.00", "13.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		request("999.99", "6.00").expect(201);
		Answer refused = request("0.02", "6.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		assertThat(refused.text("/invoiceable/amount")).isEqualTo("0.01");
	}

	@Test
	void issuesExactlyWhatWasAskedFor() {
		String id = request("400.00", "6.00").expect(201).text("/id");
		assertThat(
				issue(id, number(), "399.99", "6.00").refused(409, "INVOICE_AMOUNT_MISMATCH").text("/expected/amount"))
			.isEqualTo("400.00");
		issue(id, number(), "400.00", "13.00").refused(409, "INVOICE_TAX_RATE_MISMATCH");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void usesANumberAndAFileOnce() {
		String first = request("100.00", "6.00").expect(201).text("/id");
		String second = request("100.00", "6.00").expect(201).text("/id");
		String number = number();
		String file = this.uploads.by(this.partner);
		admin().post(INVOICES + "/" + first + "/issuance", issuance(number, "100.00", "6.00", file)).expect(200);
		issue(second, number, "100.00", "6.00").refused(409, "INVOICE_NUMBER_USED");
		admin().post(INVOICES + "/" + second + "/issuance", issuance(number(), "100.00", "6.00", file))
			.refused(409, "INVOICE_FILE_NOT_USABLE");
		String foreign = this.uploads.by(this.given.distributor());
		admin().post(INVOICES + "/" + second + "/issuance", issuance(number(), "100.00", "6.00", foreign))
			.refused(409, "INVOICE_FILE_NOT_USABLE");
	}

	@Test
	void givesBackWhatIsCancelledOrRefused() {
		String first = request("1000.00", "6.00").expect(201).text("/id");
		customer().post(MINE + "/" + first + "/cancellation", Map.of()).expect(200);
		String second = request("1000.00", "6.00").expect(201).text("/id");
		admin().post(INVOICES + "/" + second + "/refusal", Map.of("reason", "wrong title")).expect(200);
		assertThat(mine("/items/0/invoiceable/amount")).isEqualTo("1000.00");
		issue(second, number(), "1000.00", "6.00").refused(409, "INVOICE_STATE");
	}

	@Test
	void returnsAnInvoiceSoThatItCanBeInvoicedAgain() {
		String id = issued("1000.00");
		this.announced.next();
		admin().post(INVOICES + "/" + id + "/return", Map.of("reason", "wrong title")).expect(200);
		assertThat(this.announced.next(InvoiceReturned.class)).extracting(InvoiceReturned::receiverId)
			.containsExactly(this.customer);
		request("1000.00", "6.00").expect(201);
		admin().post(INVOICES + "/" + id + "/return", Map.of("reason", "again")).refused(409, "INVOICE_STATE");
	}

	@Test
	void correctsAnInvoiceByAnotherWithinWhatIsInvoiceable() {
		String wrong = issued("900.00");
		this.announced.next();
		correct(wrong, "1000.01").refused(409, "INVOICE_AMOUNT_MISMATCH");
		assertThat(this.announced.next()).isEmpty();
		Answer right = correct(wrong, "950.00").expect(201);
		assertThat(right.text("/corrects")).isEqualTo(wrong);
		assertThat(right.text("/state")).isEqualTo("ISSUED");
		assertThat(admin().get(INVOICES + "/" + wrong).text("/state")).isEqualTo("CORRECTED");
		assertThat(mine("/items/0/invoiceable/amount")).isEqualTo("50.00");
		assertThat(this.announced.next()).hasExactlyElementsOfTypes(InvoiceReturned.class, InvoiceIssued.class);
	}

	@Test
	void tellsWhatMustBeReturnedAfterARefund() {
		String id = issued("800.00");
		fact("REFUNDED", "500.00", "6.00", Ids.next().toString()).expect(200);
		assertThat(mine("/items/0/excess/amount")).isEqualTo("300.00");
		assertThat(mine("/items/0/invoiceable/amount")).isEqualTo("0.00");
		request("0.01", "6.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		correct(id, "500.00").expect(201);
		assertThat(mine("/items/0/excess/amount")).isEqualTo("0.00");
		fact("REFUNDED", "500.01", "6.00", Ids.next().toString()).refused(409, "INVOICE_AMOUNT_MISMATCH");
	}

	@Test
	void learnsEachFactOnce() {
		String reference = Ids.next().toString();
		fact("CONSUMED", "5.00", "6.00", reference).expect(200);
		fact("CONSUMED", "5.00", "6.00", reference).expect(200);
		assertThat(mine("/items/0/amount/amount")).isEqualTo("1005.00");
		fact("CONSUMED", "5.01", "6.00", reference).refused(409, "INVOICEABLE_REFERENCE_USED");
	}

	@Test
	@Tag("INVO-07")
	void makesSpecialVatInvoicesOutToCompaniesOnly() {
		Map<String, Object> wish = wish("10.00", "6.00");
		wish.put("type", "SPECIAL_VAT");
		wish.put("title", Map.of("kind", "PERSONAL", "name", "李雷"));
		customer().post(MINE, wish).refused(409, "INVOICE_TITLE_NOT_COMPANY");
		wish.put("title", Map.of("kind", "COMPANY", "name", "华北科技有限公司"));
		customer().post(MINE, wish).refused(409, "INVOICE_TITLE_NOT_COMPANY");
		wish.put("title", Map.of("kind", "COMPANY", "name", "华北科技有限公司", "taxpayerNumber", "91110000600037341L"));
		customer().post(MINE, wish).expect(201);
	}

	@Test
	@Tag("INVO-05")
	void leavesAdvisoryCustomersToTheVendor() {
		UUID advisory = this.given.customer(this.partner, AssociationType.ADVISORY);
		fact(this.partner.id(), Map.of("customerId", advisory)).refused(409, "INVOICE_ISSUER_MISMATCH");
		this.client.as(Caller.customer("c", advisory))
			.post(MINE, wish("1.00", "6.00"))
			.refused(409, "INVOICE_ISSUER_MISMATCH");
	}

	@Test
	@Tag("INVO-05")
	void letsTheResellerInvoiceItsCustomersAndTheDistributorItsResellers() {
		Partner reseller = this.given.resellerOf(this.partner);
		UUID customer = this.given.resaleCustomer(reseller);
		fact(this.partner.id(), Map.of("customerId", customer)).refused(409, "INVOICE_ISSUER_MISMATCH");
		fact(reseller.id(), Map.of("customerId", customer)).expect(200);
		fact(this.given.distributor().id(), Map.of("resellerId", reseller.id())).refused(409,
				"INVOICE_ISSUER_MISMATCH");
		fact(this.partner.id(), Map.of("resellerId", reseller.id())).expect(200);
		String id = this.client.as(reseller.admin()).post(MINE, wish("7.00", "6.00")).expect(201).text("/id");
		issue(id, number(), "7.00", "6.00").expect(200);
		InvoiceIssued issued = this.announced.next(InvoiceIssued.class).getFirst();
		assertThat(issued.receiver()).isEqualTo(InvoiceEvent.Party.RESELLER);
		assertThat(issued.receiverId()).isEqualTo(reseller.id());
	}

	@Test
	void showsInvoicesToIssuerAndReceiverOnly() {
		String id = issued("10.00");
		assertThat(admin().get(INVOICES).text("/items/0/title/name")).isEqualTo("华***");
		assertThat(admin().get(INVOICES + "/" + id).text("/title/name")).isEqualTo("华北科技有限公司");
		HubClient.As stranger = this.client.as(this.given.distributor().admin());
		stranger.get(INVOICES + "/" + id).refused(404, "NOT_FOUND");
		stranger.get(INVOICES + "/" + id + "/file").refused(404, "NOT_FOUND");
		stranger.post(INVOICES + "/" + id + "/return", Map.of("reason", "x")).refused(404, "NOT_FOUND");
		HubClient.As other = this.client.as(Caller.customer("x", Ids.next()));
		other.get(MINE + "/" + id + "/file").refused(404, "NOT_FOUND");
		assertThat(other.get(MINE).json().at("/items")).isEmpty();
	}

	@Test
	void refusesBadInput() {
		customer().post(MINE, Map.of("amount", Given.money("1.00"))).refused(400, "INVALID_REQUEST");
		for (String rate : List.of("-1", "100.01", "6.001")) {
			request("1.00", rate).refused(400, "INVALID_REQUEST");
		}
		request("0.00", "6.00").refused(400, "INVALID_REQUEST");
		String id = request("1.00", "6.00").expect(201).text("/id");
		issue(id, "../../etc", "1.00", "6.00").refused(400, "INVALID_REQUEST");
		fact(this.partner.id(), Map.of()).refused(400, "INVALID_REQUEST");
	}

	private String issued(String amount) {
		String id = request(amount, "6.00").expect(201).text("/id");
		issue(id, number(), amount, "6.00").expect(200);
		return id;
	}

	private Answer request(String amount, String rate) {
		return customer().post(MINE, wish(amount, rate));
	}

	private static Map<String, Object> wish(String amount, String rate) {
		return new LinkedHashMap<>(Map.of("amount", Given.money(amount), "taxRate", rate, "title",
				Map.of("kind", "COMPANY", "name", "华北科技有限公司")));
	}

	private Answer issue(String id, String number, String amount, String rate) {
		return admin().post(INVOICES + "/" + id + "/issuance",
				issuance(number, amount, rate, this.uploads.by(this.partner)));
	}

	private Answer correct(String id, String amount) {
		Object invoice = issuance(number(), amount, "6.00", this.uploads.by(this.partner));
		return admin().post(INVOICES + "/" + id + "/correction", Map.of("invoice", invoice, "reason", "wrong amount"));
	}

	private static Map<String, Object> issuance(String number, String amount, String rate, String file) {
		return Map.of("number", number, "amount", Given.money(amount), "taxRate", rate, "fileId", file);
	}

	private Answer consumed(String amount, String rate) {
		return fact("CONSUMED", amount, rate, Ids.next().toString());
	}

	private Answer fact(String kind, String amount, String rate, String reference) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/invoiceable-amounts", Map.of("reference", reference, "partnerId", this.partner.id(),
					"customerId", this.customer, "taxRate", rate, "kind", kind, "amount", Given.money(amount)));
	}

	private Answer fact(UUID issuer, Map<String, Object> receiver) {
		Map<String, Object> fact = new LinkedHashMap<>(receiver);
		fact.putAll(Map.of("reference", Ids.next(), "partnerId", issuer, "taxRate", "6.00", "kind", "CONSUMED",
				"amount", Given.money("50.00")));
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/invoiceable-amounts", fact);
	}

	private String mine(String pointer) {
		return customer().get("/api/v1/my/invoiceable-amounts").text(pointer);
	}

	private static String number() {
		return Ids.next().toString().replace("-", "");
	}

	private HubClient.As customer() {
		return this.client.as(Caller.customer("buyer", this.customer));
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.admin());
	}

}
