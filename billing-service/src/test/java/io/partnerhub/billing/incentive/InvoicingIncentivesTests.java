package io.partnerhub.billing.incentive;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.SampleFiles;
import io.partnerhub.billing.Uploads;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@BillingTest
@Tag("INVO-11")
class InvoicingIncentivesTests {

	private static final String ORDERS = "/api/v1/payment-orders";

	private static final String VENDOR_ORDERS = "/api/v1/vendor/payment-orders";

	private final HubClient client;

	private final Given given;

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private final PaymentOrderStore store;

	private final TransactionTemplate transaction;

	private Partner partner;

	InvoicingIncentivesTests(HubClient client, Given given, Uploads uploads, JdbcClient jdbc, PaymentOrderStore store,
			TransactionTemplate transaction) {
		this.client = client;
		this.given = given;
		this.uploads = uploads;
		this.jdbc = jdbc;
		this.store = store;
		this.transaction = transaction;
		this.partner = given.distributor();
	}

	@BeforeEach
	void aPartner() {
		this.partner = this.given.distributor();
	}

	@Test
	void coversAPaymentOrderWithSeveralInvoices() {
		String order = order("100.00");
		assertThat(submit(order, invoice("60.00", "6.00"), invoice("40.00", "6.00")).expect(200).text("/state"))
			.isEqualTo("SUBMITTED");
		submit(order, invoice("100.00", "6.00")).refused(409, "INVOICE_STATE");
		HubClient.As vendor = this.client.as(Given.VENDOR);
		vendor.post(VENDOR_ORDERS + "/" + order + "/approval", Map.of()).expect(200);
		String invoice = admin().get(ORDERS + "/" + order).text("/invoices/0/id");
		assertThat(vendor.download("/api/v1/vendor/incentive-invoices/" + invoice + "/file"))
			.isEqualTo(SampleFiles.pdf());
	}

	@Test
	void wantsTheAmountOfThePaymentOrder() {
		String order = order("100.00");
		assertThat(submit(order, invoice("99.99", "6.00")).refused(409, "INVOICE_AMOUNT_MISMATCH")
			.text("/expected/amount")).isEqualTo("100.00");
		submit(order, invoice("60.00", "6.00"), invoice("40.01", "6.00")).refused(409, "INVOICE_AMOUNT_MISMATCH");
		submit(order, invoice("100.00", "13.00")).refused(409, "INVOICE_TAX_RATE_MISMATCH");
	}

	@Test
	void usesANumberOnceUnlessItWasRefused() {
		String first = order("10.00");
		String second = order("10.00");
		Map<String, Object> invoice = invoice("10.00", "6.00");
		submit(first, invoice).expect(200);
		Map<String, Object> again = Map.of("number", invoice.get("number"), "amount", Given.money("10.00"), "taxRate",
				"6.00", "fileId", this.uploads.by(this.partner));
		submit(second, again).refused(409, "INVOICE_NUMBER_USED");
		Answer refused = this.client.as(Given.VENDOR)
			.post(VENDOR_ORDERS + "/" + first + "/refusal", Map.of("reason", "not legible"))
			.expect(200);
		assertThat(refused.text("/state")).isEqualTo("OPEN");
		submit(second, again).expect(200);
		assertThat(admin().get(ORDERS + "/" + first).text("/reason")).isEqualTo("not legible");
	}

	@Test
	void belongsToOnePaymentOrderOnly() {
		Map<String, Object> invoice = invoice("10.00", "6.00");
		submit(order("10.00"), invoice).expect(200);
		submit(order("10.00"), invoice).refused(409, "INVOICE_FILE_NOT_USABLE");
	}

	@Test
	void standsInTheDatabaseToo() {
		String order = order("10.00");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(
					() -> this.jdbc.sql("update payment_order set invoiced_minor = 999 where id = cast(:id as uuid)")
						.param("id", order)
						.update())
			.withMessageContaining("payment_order_covered");
	}

	@Test
	void isSubmittedOnlyWithInvoicesThatComeToIt() {
		UUID order = UUID.fromString(order("10.00"));
		IncentiveInvoice less = new IncentiveInvoice(Ids.next(), order, "FP-1", Money.of("9.99"),
				UUID.fromString(this.uploads.by(this.partner)), false, MovableClock.START);
		Realm realm = new Realm(this.partner.tenant(), this.partner.id());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((_) -> {
				this.store.insert(less, realm, "operator");
				this.store.move(order, PaymentOrder.State.SUBMITTED, null);
			}))
			.withMessageContaining("payment_order_covered");
	}

	@Test
	void tellsEverybodyWhatHeCanDo() {
		String id = order("10.00");
		assertThat(actions(this.partner.admin(), ORDERS)).isEqualTo("[\"SUBMIT_INVOICES\"]");
		assertThat(actions(this.partner.customerOperator(), ORDERS)).isEqualTo("[]");
		assertThat(actions(Given.VENDOR, VENDOR_ORDERS)).isEqualTo("[]");
		submit(id, invoice("4.00", "6.00"), invoice("6.00", "6.00")).expect(200);
		assertThat(actions(this.partner.admin(), ORDERS)).isEqualTo("[]");
		assertThat(actions(Given.VENDOR, VENDOR_ORDERS)).isEqualTo("[\"APPROVE\",\"REFUSE\"]");
		assertThat(this.client.as(Given.VENDOR).get(VENDOR_ORDERS).json().at("/items/0/invoices")).hasSize(2);
	}

	@Test
	void learnsAPaymentOrderOnce() {
		Map<String, Object> order = Map.of("partnerId", this.partner.id(), "number", Ids.next(), "amount",
				Given.money("5.00"), "taxRate", "6");
		HubClient.As vendor = this.client.as(Given.VENDOR);
		String id = vendor.post(VENDOR_ORDERS, order).expect(201).text("/id");
		assertThat(vendor.post(VENDOR_ORDERS, order).expect(201).text("/id")).isEqualTo(id);
		Map<String, Object> other = Map.of("partnerId", this.partner.id(), "number", order.get("number"), "amount",
				Given.money("6.00"), "taxRate", "6");
		vendor.post(VENDOR_ORDERS, other).refused(409, "PAYMENT_ORDER_NUMBER_USED");
		this.client.as(this.given.distributor().admin()).get(ORDERS + "/" + id).refused(404, "NOT_FOUND");
	}

	@Test
	void refusesBadInput() {
		String order = order("10.00");
		submit(order).refused(400, "INVALID_REQUEST");
		admin().post(ORDERS + "/" + order + "/invoices", Map.of("invoices", List.of(Map.of("number", "a b"))))
			.refused(400, "INVALID_REQUEST");
	}

	private String order(String amount) {
		return this.client.as(Given.VENDOR)
			.post(VENDOR_ORDERS,
					Map.of("partnerId", this.partner.id(), "number", Ids.next(), "amount", Given.money(amount),
							"taxRate", "6.00"))
			.expect(201)
			.text("/id");
	}

	private Map<String, Object> invoice(String amount, String rate) {
		return Map.of("number", Ids.next().toString().replace("-", ""), "amount", Given.money(amount), "taxRate", rate,
				"fileId", this.uploads.by(this.partner));
	}

	private Answer submit(String order, Object... invoices) {
		return admin().post(ORDERS + "/" + order + "/invoices", Map.of("invoices", List.of(invoices)));
	}

	/** Those of the newest order in the list. */
	private String actions(Caller caller, String list) {
		return this.client.as(caller).get(list).json().at("/items/0/allowedActions").toString();
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.admin());
	}

}
