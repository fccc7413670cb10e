package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.contracts.InvoiceEvent.Means;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceOffset;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceRecorded;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class OffsettingOwedInvoicesTests {

	private static final String OWED = "/api/v1/owed-invoices";

	private final HubClient client;

	private final Given given;

	private final Announced announced;

	private final MovableClock clock;

	private final Vendor vendor;

	private Partner partner;

	OffsettingOwedInvoicesTests(HubClient client, Given given, Uploads uploads, Announced announced,
			MovableClock clock) {
		this.client = client;
		this.given = given;
		this.announced = announced;
		this.clock = clock;
		this.vendor = new Vendor(client, uploads);
		this.partner = given.distributor();
	}

	@BeforeEach
	void onTheFifthOfMarch() {
		this.clock.set(Instant.parse("2026-03-05T08:00:00Z"));
		this.partner = this.given.distributor();
		this.announced.next();
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-01")
	void recordsWhatTheVendorTellsOnce() {
		Map<String, Object> owed = Map.of("partnerId", this.partner.id(), "reference", Ids.next(), "invoiceNumber",
				"FP-1", "reason", "INCENTIVE_CREDITED", "taxRate", "6", "signingEntity", Vendor.ENTITY, "amount",
				Given.money("12.00"));
		String id = this.vendor.vendor().post("/api/v1/vendor/owed-invoices", owed).expect(201).text("/id");
		assertThat(this.vendor.vendor().post("/api/v1/vendor/owed-invoices", owed).expect(201).text("/id"))
			.isEqualTo(id);
		assertThat(admin().get(OWED).json().at("/items")).hasSize(1);
		OwedInvoiceRecorded recorded = this.announced.next(OwedInvoiceRecorded.class).getFirst();
		assertThat(recorded.owedInvoiceId()).hasToString(id);
		assertThat(recorded.taxRate()).isEqualTo("6.00");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("INVO-01")
	void takesAReferenceForTheSameWordsOnly() {
		Map<String, Object> owed = Map.of("partnerId", this.partner.id(), "reference", Ids.next(), "invoiceNumber",
				"FP-1", "reason", "ORDER_REFUND", "orderNumber", "CS1", "taxRate", "6", "signingEntity", Vendor.ENTITY,
				"amount", Given.money("12.00"));
		this.vendor.vendor().post("/api/v1/vendor/owed-invoices", owed).expect(201);
		Map<String, Object> others = Map.of("invoiceNumber", "FP-2", "reason", "RECEIPT_WITHDRAWN", "orderNumber",
				"CS2", "taxRate", "13", "signingEntity", Vendor.FORMER_ENTITY, "amount", Given.money("12.01"));
		others.forEach((field, value) -> {
			Map<String, Object> other = new LinkedHashMap<>(owed);
			other.put(field, value);
			this.vendor.vendor()
				.post("/api/v1/vendor/owed-invoices", other)
				.refused(409, "OWED_INVOICE_REFERENCE_USED");
		});
	}

	@Test
	@Tag("INVO-01")
	@Tag("INVO-04")
	void owesTheRefundOfAnInvoicedOrderToTheCompanyThatIssuedTheInvoice() {
		String order = Ids.next().toString();
		String number = Vendor.number();
		this.vendor.issued(this.partner, number, "100.00",
				this.vendor.order(this.partner, order, "100.00", "6.00", Vendor.FORMER_ENTITY));
		String reference = Ids.next().toString();
		this.vendor.refund(this.partner, order, reference, "30.00").expect(200);
		this.vendor.refund(this.partner, order, reference, "30.00").expect(200);
		Answer owed = admin().get(OWED).expect(200);
		assertThat(owed.json().at("/items")).hasSize(1);
		assertThat(owed.text("/items/0/signingEntity")).isEqualTo(Vendor.FORMER_ENTITY);
		assertThat(owed.text("/items/0/invoiceNumber")).isEqualTo(number);
		assertThat(owed.text("/items/0/open/amount")).isEqualTo("30.00");
		this.vendor.refund(this.partner, order, Ids.next().toString(), "70.01").refused(409, "INVOICE_AMOUNT_MISMATCH");
	}

	@Test
	@Tag("INVO-01")
	void owesNothingForAnOrderThatIsNotInvoiced() {
		String order = Ids.next().toString();
		this.vendor.order(this.partner, order, "100.00", "6.00", Vendor.ENTITY);
		Answer left = this.vendor.refund(this.partner, order, Ids.next().toString(), "30.00").expect(200);
		assertThat(left.text("/invoiceable/amount")).isEqualTo("70.00");
		assertThat(admin().get(OWED).json().at("/items")).isEmpty();
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("INVO-03")
	@Tag("WDR-04")
	void offsetsByItselfWhenTheInvoiceIsReturned() {
		String order = Ids.next().toString();
		String invoice = this.vendor.issued(this.partner, Vendor.number(), "100.00",
				this.vendor.order(this.partner, order, "100.00", "6.00", Vendor.ENTITY));
		this.vendor.refund(this.partner, order, Ids.next().toString(), "30.00").expect(200);
		admin().post("/api/v1/invoices/" + invoice + "/return", Map.of("reason", "refund")).expect(200);
		this.announced.next();
		this.vendor.act(invoice, "return-approval").expect(200);
		assertThat(admin().get(OWED).json().at("/items")).isEmpty();
		assertThat(this.announced.next()).hasExactlyElementsOfTypes(InvoiceReturned.class, OwedInvoiceOffset.class)
			.last()
			.extracting("means")
			.isEqualTo(Means.INVOICE_RETURNED);
		assertThat(admin().get("/api/v1/invoiceable-orders").text("/items/0/invoiceable/amount")).isEqualTo("70.00");
	}

	@Test
	@Tag("INVO-03")
	void offsetsByAnInvoiceableAmount() {
		String id = this.vendor.owed(this.partner, "FP-2", "100.00", "6.00").expect(201).text("/id");
		String order = this.vendor.order(this.partner, "80.00", "6.00");
		this.announced.next();
		assertThat(offset(id, order).expect(200).text("/open/amount")).isEqualTo("20.00");
		OwedInvoiceOffset first = this.announced.next(OwedInvoiceOffset.class).getFirst();
		assertThat(first.amount().amount()).isEqualTo("80.00");
		assertThat(first.open().amount()).isEqualTo("20.00");
		offset(id, order).refused(409, "INVOICE_AMOUNT_MISMATCH");
		String next = this.vendor.order(this.partner, "80.00", "6.00");
		assertThat(offset(id, next).expect(200).text("/open/amount")).isEqualTo("0.00");
		assertThat(admin().get("/api/v1/invoiceable-orders").text("/items/0/invoiceable/amount")).isEqualTo("60.00");
	}

	@Test
	@Tag("INVO-03")
	void offsetsAtEqualTaxRatesOnly() {
		String id = this.vendor.owed(this.partner, "FP-3", "100.00", "6.00").expect(201).text("/id");
		String order = this.vendor.order(this.partner, "80.00", "13.00");
		assertThat(offset(id, order).refused(409, "INVOICE_TAX_RATE_MISMATCH").json().at("/expected").asDouble())
			.isEqualTo(6.0);
		String former = this.vendor.order(this.partner, Ids.next().toString(), "80.00", "6.00", Vendor.FORMER_ENTITY);
		offset(id, former).refused(409, "INVOICE_ENTITY_MISMATCH");
	}

	@Test
	@Tag("INVO-03")
	void offsetsWithNothingThatIsInvoicedOrForeign() {
		String id = this.vendor.owed(this.partner, "FP-4", "10.00", "6.00").expect(201).text("/id");
		String order = this.vendor.order(this.partner, "80.00", "6.00");
		this.vendor.requested(this.partner, "ELECTRONIC", order);
		offset(id, order).refused(409, "INVOICE_ORDER_INVOICED");
		Partner other = this.given.distributor();
		offset(id, this.vendor.order(other, "80.00", "6.00")).refused(404, "NOT_FOUND");
		this.client.as(other.admin())
			.post(OWED + "/" + id + "/offset", Map.of("orderId", order))
			.refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("INVO-03")
	void owesAgainWhatIsRefundedAfterAnOffset() {
		String id = this.vendor.owed(this.partner, "FP-5", "50.00", "6.00").expect(201).text("/id");
		String order = Ids.next().toString();
		offset(id, this.vendor.order(this.partner, order, "60.00", "6.00", Vendor.ENTITY)).expect(200);
		this.vendor.refund(this.partner, order, Ids.next().toString(), "60.00").expect(200);
		Answer owed = admin().get(OWED).expect(200);
		assertThat(owed.text("/items/0/invoiceNumber")).isEqualTo("FP-5");
		assertThat(owed.text("/items/0/open/amount")).isEqualTo("50.00");
	}

	@Test
	@Tag("INVO-09")
	void isNotIssuedForMoreThanIsLeftAfterARefund() {
		String order = Ids.next().toString();
		String id = this.vendor.requested(this.partner, "ELECTRONIC",
				this.vendor.order(this.partner, order, "100.00", "6.00", Vendor.ENTITY));
		this.vendor.act(id, "approval").expect(200);
		this.vendor.refund(this.partner, order, Ids.next().toString(), "40.00").expect(200);
		this.vendor.issue(id, Vendor.number(), "100.00", "6.00").refused(409, "INVOICE_AMOUNT_MISMATCH");
		this.vendor.act(id, "rejection").expect(200);
		assertThat(admin().post("/api/v1/invoices/" + id + "/submission", Map.of()).expect(200).text("/amount/amount"))
			.isEqualTo("60.00");
		this.vendor.act(id, "approval").expect(200);
		this.vendor.issue(id, Vendor.number(), "60.00", "6.00").expect(200);
		assertThat(admin().get(OWED).json().at("/items")).isEmpty();
	}

	@Test
	void refusesBadInput() {
		Map<String, Object> owed = Map.of("partnerId", this.partner.id(), "reference", Ids.next(), "invoiceNumber",
				"FP-6", "reason", "ORDER_REFUND", "taxRate", "6", "signingEntity", Vendor.ENTITY, "amount",
				Given.money("12.00"));
		this.vendor.vendor().post("/api/v1/vendor/owed-invoices", owed).refused(400, "INVALID_REQUEST");
		this.vendor.learn(this.partner, "CS 1", "1.00", "6.00", Vendor.ENTITY).refused(400, "INVALID_REQUEST");
		this.vendor.learn(this.partner, "CS1", "1.00", "6.001", Vendor.ENTITY).refused(400, "INVALID_REQUEST");
		String order = Ids.next().toString();
		this.vendor.order(this.partner, order, "1.00", "6.00", Vendor.ENTITY);
		this.vendor.learn(this.partner, order, "1.01", "6.00", Vendor.ENTITY).refused(409, "BILLED_ORDER_NUMBER_USED");
	}

	private Answer offset(String id, String order) {
		return this.vendor.offset(this.partner, id, order);
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.admin());
	}

}
