package io.partnerhub.billing.refund;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the customer has a special VAT invoice of is not unsubscribed by a refund. */
@RefundTest
@Tag("ORD-15")
class RefundingInvoicedOrdersTests {

	private static final String REFUSED = "SPECIAL_VAT_INVOICED";

	private final Given given;

	private final Till till;

	private final MovableClock clock;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	private String number;

	RefundingInvoicedOrdersTests(Given given, Till till, MovableClock clock, HubClient client) {
		this.given = given;
		this.till = till;
		this.clock = clock;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasPaidForAnAdvisoryCustomer() {
		this.clock.reset();
		this.partner = this.given.distributorWith("500.00");
		pay(AssociationType.ADVISORY);
	}

	@Test
	void refusesToUnsubscribeByARefund() {
		invoice(2, true);
		assertThat(refunded("NO_REASON", this.number)).isEqualTo(REFUSED);
		assertThat(refunded("UNSUBSCRIPTION", this.number)).isEqualTo(REFUSED);
		assertThat(refunded("UNSUBSCRIPTION", this.number + "-1")).isEqualTo(REFUSED);
		invoice(3, false);
		assertThat(refunded("UNSUBSCRIPTION", this.number + "-1")).isEqualTo("DONE");
	}

	@Test
	void refundsWhatIsNoUnsubscription() {
		invoice(2, true);
		assertThat(refunded("DOWNGRADE", this.number)).isEqualTo("DONE");
		assertThat(refunded("REVERSAL", this.number)).isEqualTo("DONE");
	}

	@Test
	void refundsWhatWasUnsubscribedBeforeTheInvoice() {
		Map<String, Object> refund = refund("UNSUBSCRIPTION", this.number + "-1");
		Map<String, Object> unsubscription = Ordering.order(this.customer, (String) refund.get("refundOrderId"),
				"-10.00");
		assertThat(this.ordering.report(Ordering.with(unsubscription, "orderType", "UNSUBSCRIPTION", "status",
				"COMPLETED", "baseOrderId", this.number + "-1", "lines", List.of(Ordering.line("1", "-10.00")))))
			.isEqualTo("APPLIED");
		invoice(2, true);
		assertThat(refunded("UNSUBSCRIPTION", this.number + "-2")).isEqualTo(REFUSED);
		assertThat(this.till.outcome(refund)).isEqualTo("DONE");
		assertThat(this.till.outcome(refund)).isEqualTo("DONE");
	}

	@Test
	void refundsWhatThePartnerIsInvoicedFor() {
		pay(AssociationType.RESALE);
		invoice(2, true);
		assertThat(refunded("NO_REASON", this.number)).isEqualTo("DONE");
	}

	private void pay(AssociationType model) {
		this.customer = this.given.customer(this.partner, model);
		this.number = Ordering.number();
		this.ordering.report(Ordering.combined(this.customer, this.number, "40.00", "60.00", "100.00"));
		this.till.payOnBehalf(this.partner, this.customer, this.number, Map.of());
	}

	private void invoice(int version, boolean special) {
		Map<String, Object> order = Ordering.combined(this.customer, this.number, "40.00", "60.00", "100.00");
		assertThat(this.ordering
			.report(Ordering.with(order, "version", version, "status", "COMPLETED", "specialVatInvoice", special)))
			.isEqualTo("APPLIED");
	}

	private String refunded(String cause, String order) {
		return this.till.outcome(refund(cause, order));
	}

	private static Map<String, Object> refund(String cause, String order) {
		return Ordering.with(Till.refundOf(order, "10.00"), "cause", cause);
	}

}
