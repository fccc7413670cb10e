package io.partnerhub.billing.payonbehalf;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is invoiced for orders that were paid on behalf, and what follows. */
@BillingTest
@Tag("ORD-15")
class InvoicingTests {

	private final HubClient client;

	private final Given given;

	private final MovableClock clock;

	private final Counter counter;

	private final Ordering ordering;

	private Partner partner;

	InvoicingTests(HubClient client, Given given, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.clock = clock;
		this.counter = new Counter(client);
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasAPartnerWithMoney() {
		this.clock.reset();
		this.partner = this.given.distributorWith("100.00");
	}

	@Test
	void tellsWhoIsInvoiced() {
		Answer advisory = shown(paid(this.given.customer(this.partner, AssociationType.ADVISORY)));
		assertThat(advisory.json().at("/order/payment/invoices")).hasSize(1);
		assertThat(advisory.text("/order/payment/invoices/0/recipient")).isEqualTo("CUSTOMER");
		Answer resale = shown(paid(this.given.resaleCustomer(this.partner)));
		assertThat(resale.text("/order/payment/invoices/0/recipient")).isEqualTo("PARTNER");
		assertThat(resale.text("/order/payment/invoices/1/issuer")).isEqualTo("PARTNER");
		assertThat(resale.text("/order/payment/invoices/1/amount/amount")).isEqualTo("10.00");
	}

	@Test
	void letsTheVendorBillThePartnerForResaleCustomersOnly() {
		bill(paid(this.given.customer(this.partner, AssociationType.ADVISORY))).refused(409, "INVOICE_ISSUER_MISMATCH");
		bill(paid(this.given.resaleCustomer(this.partner))).expect(201);
	}

	@Test
	void unsubscribesNothingTheCustomerHasASpecialVatInvoiceOf() {
		UUID customer = this.given.customer(this.partner, AssociationType.ADVISORY);
		String number = paid(customer);
		assertThat(shown(number).text("/order/payment/unsubscribable")).isEqualTo("true");
		invoice(customer, number, 2, true);
		assertThat(shown(number).text("/order/payment/unsubscribable")).isEqualTo("false");
		assertThat(unsubscribe(customer, number)).isEqualTo("SPECIAL_VAT_INVOICED");
		invoice(customer, number, 3, false);
		assertThat(unsubscribe(customer, number)).isEqualTo("APPLIED");
	}

	@Test
	void turnsNoOtherOrderIntoAnUnsubscriptionOfIt() {
		UUID customer = this.given.customer(this.partner, AssociationType.ADVISORY);
		String number = paid(customer);
		invoice(customer, number, 2, true);
		Map<String, Object> order = Ordering.with(unsubscription(customer, number), "orderType", "FEE_ADJUSTMENT");
		assertThat(this.ordering.report(order)).isEqualTo("APPLIED");
		assertThat(this.ordering.report(Ordering.with(order, "orderType", "UNSUBSCRIPTION", "version", 2)))
			.isEqualTo("SPECIAL_VAT_INVOICED");
	}

	@Test
	void unsubscribesWhatThePartnerIsInvoicedFor() {
		UUID customer = this.given.resaleCustomer(this.partner);
		String number = paid(customer);
		invoice(customer, number, 2, true);
		assertThat(shown(number).text("/order/payment/unsubscribable")).isEqualTo("true");
		assertThat(unsubscribe(customer, number)).isEqualTo("APPLIED");
	}

	private String paid(UUID customer) {
		String number = this.counter.requested(customer, "10.00");
		this.counter.pay(this.partner, number).expect(200);
		return number;
	}

	private void invoice(UUID customer, String number, int version, boolean special) {
		assertThat(this.ordering.report(Ordering.with(Ordering.order(customer, number, "10.00"), "version", version,
				"status", "COMPLETED", "specialVatInvoice", special)))
			.isEqualTo("APPLIED");
	}

	private String unsubscribe(UUID customer, String number) {
		return this.ordering.report(unsubscription(customer, number));
	}

	private static Map<String, Object> unsubscription(UUID customer, String number) {
		return Ordering.with(Ordering.order(customer, Ordering.number(), "-10.00"), "orderType", "UNSUBSCRIPTION",
				"status", "COMPLETED", "baseOrderId", number, "lines", List.of(Ordering.line("1", "-10.00")));
	}

	private Answer bill(String number) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/billed-orders", Map.of("partnerId", this.partner.id(), "orderNumber", number,
					"signingEntity", "华为云计算技术有限公司", "taxRate", "6.00", "amount", Given.money("10.00")));
	}

	private Answer shown(String number) {
		return this.client.as(this.partner.admin()).get("/api/v1/orders/" + number).expect(200);
	}

}
