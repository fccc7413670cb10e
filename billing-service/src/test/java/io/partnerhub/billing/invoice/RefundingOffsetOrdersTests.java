package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.Map;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An order of 100.00 whose 60.00 stand in for what another invoice left owed, and what
 * becomes of both.
 */
@BillingTest
class RefundingOffsetOrdersTests {

	private final HubClient client;

	private final Given given;

	private final MovableClock clock;

	private final Vendor vendor;

	private final String order = Ids.next().toString();

	private final String first = Vendor.number();

	private Partner partner;

	private String firstId = "";

	private String orderId = "";

	RefundingOffsetOrdersTests(HubClient client, Given given, Uploads uploads, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.clock = clock;
		this.vendor = new Vendor(client, uploads);
		this.partner = given.distributor();
	}

	/** An invoice of 100.00 whose order was refunded 60.00, and another order. */
	@BeforeEach
	void anOrderThatStandsInForAnInvoice() {
		this.clock.set(Instant.parse("2026-03-05T08:00:00Z"));
		this.partner = this.given.distributor();
		String refunded = Ids.next().toString();
		this.firstId = this.vendor.issued(this.partner, this.first, "100.00",
				this.vendor.order(this.partner, refunded, "100.00", "6.00", Vendor.ENTITY));
		refund(refunded, "60.00");
		this.orderId = this.vendor.order(this.partner, this.order, "100.00", "6.00", Vendor.ENTITY);
		this.vendor.offset(this.partner, owed(), this.orderId).expect(200);
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-01")
	void owesUnderEachInvoiceWhatItCoveredOfTheOrder() {
		String second = Vendor.number();
		String secondId = this.vendor.issued(this.partner, second, "40.00", this.orderId);
		refund(this.order, "100.00");
		assertThat(owes()).containsOnly(Map.entry(this.first, "60.00"), Map.entry(second, "40.00"));
		this.vendor.returned(this.partner, secondId);
		assertThat(owes()).containsOnly(Map.entry(this.first, "60.00"));
		this.vendor.returned(this.partner, this.firstId);
		assertThat(owes()).isEmpty();
		assertThat(invoiceable()).doesNotContainKey(this.orderId);
	}

	@Test
	@Tag("INVO-01")
	void takesARefundFromTheInvoiceFirstAndThenFromTheOffset() {
		String second = Vendor.number();
		this.vendor.issued(this.partner, second, "40.00", this.orderId);
		refund(this.order, "30.00");
		assertThat(owes()).containsOnly(Map.entry(second, "30.00"));
		refund(this.order, "30.00");
		assertThat(owes()).containsEntry(this.first, "20.00");
	}

	@Test
	@Tag("INVO-03")
	void takesARefundFromTheLatestOffsetFirst() {
		String latest = this.vendor.owed(this.partner, "FP-2", "30.00", "6.00").expect(201).text("/id");
		this.vendor.offset(this.partner, latest, this.orderId).expect(200);
		refund(this.order, "50.00");
		assertThat(owes()).containsOnly(Map.entry("FP-2", "30.00"), Map.entry(this.first, "10.00"));
	}

	@Test
	@Tag("INVO-03")
	void canBeInvoicedAgainOnceTheInvoiceItServedIsReturned() {
		assertThat(invoiceable()).containsEntry(this.orderId, "40.00");
		this.vendor.returned(this.partner, this.firstId);
		assertThat(invoiceable()).containsEntry(this.orderId, "100.00");
		assertThat(invoiceable().values()).containsExactlyInAnyOrder("100.00", "40.00");
		this.vendor.issued(this.partner, Vendor.number(), "100.00", this.orderId);
		refund(this.order, "1.00");
		assertThat(owes().values()).containsExactly("1.00");
	}

	@Test
	@Tag("INVO-07")
	void staysAsItIsInvoicedUntilThatInvoiceIsReturnedToo() {
		String secondId = this.vendor.issued(this.partner, Vendor.number(), "40.00", this.orderId);
		this.vendor.returned(this.partner, this.firstId);
		this.vendor.returned(this.partner, secondId);
		assertThat(invoiceable()).containsEntry(this.orderId, "100.00");
	}

	@Test
	@Tag("INVO-01")
	void owesNothingUnderAnInvoiceThatIsReturned() {
		String second = Vendor.number();
		this.vendor.issued(this.partner, second, "40.00", this.orderId);
		this.vendor.returned(this.partner, this.firstId);
		refund(this.order, "100.00");
		assertThat(owes()).containsOnly(Map.entry(second, "40.00"));
	}

	@Test
	@Tag("INVO-01")
	void keepsReferencesOfRefundsApartFromThoseOfTheFeed() {
		String reference = Ids.next().toString();
		this.vendor.refund(this.partner, this.order, reference, "70.00").expect(200);
		Map<String, Object> told = Map.of("partnerId", this.partner.id(), "reference", reference, "invoiceNumber",
				"FP-9", "reason", "RECEIPT_WITHDRAWN", "taxRate", "6", "signingEntity", Vendor.ENTITY, "amount",
				Given.money("12.00"));
		this.vendor.vendor().post("/api/v1/vendor/owed-invoices", told).expect(201);
		assertThat(owes()).containsOnly(Map.entry("FP-9", "12.00"), Map.entry(this.first, "30.00"));
	}

	@Test
	@Tag("INVO-01")
	void refundsOneOrderUnderAReference() {
		String other = Ids.next().toString();
		this.vendor.order(this.partner, other, "100.00", "6.00", Vendor.ENTITY);
		String reference = Ids.next().toString();
		this.vendor.refund(this.partner, this.order, reference, "5.00").expect(200);
		this.vendor.refund(this.partner, other, reference, "5.00").refused(409, "BILLED_ORDER_REFERENCE_USED");
		this.vendor.refund(this.partner, this.order, reference, "5.01").refused(409, "BILLED_ORDER_REFERENCE_USED");
		assertThat(this.vendor.refund(this.partner, this.order, reference, "5.00").expect(200).text("/refunded/amount"))
			.isEqualTo("5.00");
	}

	private void refund(String number, String amount) {
		this.vendor.refund(this.partner, number, Ids.next().toString(), amount).expect(200);
	}

	private String owed() {
		return this.client.as(this.partner.admin()).get("/api/v1/owed-invoices").text("/items/0/id");
	}

	private Map<String, String> owes() {
		return this.vendor.owes(this.partner);
	}

	private Map<String, String> invoiceable() {
		return this.vendor.invoiceable(this.partner);
	}

}
