package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the vendor says of how orders were paid, there or here. */
@BillingTest
class LearningPaymentsTests {

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	private Map<String, Object> order;

	LearningPaymentsTests(HubClient client, Given given, Books books) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasAPendingOrder() {
		this.partner = this.given.distributor();
		this.customer = this.given.customerWith(this.given.toppedUp(this.partner, "50.00"), "50.00");
		this.order = Ordering.order(this.customer, Ordering.number(), "10.00");
		this.ordering.report(this.order);
	}

	@Test
	@Tag("ORD-10")
	void followsThePaymentThatTheCustomerMadeAtTheVendor() {
		this.ordering.report(Ordering.with(this.order, "version", 2, "status", "PROCESSING", "payment",
				Ordering.payment("8.00", "2.00")));
		Answer paid = shown();
		assertThat(paid.text("/order/status")).isEqualTo("PROCESSING");
		assertThat(paid.text("/order/payment/paidBy")).isEqualTo("CUSTOMER");
		assertThat(paid.text("/order/payment/couponAmount/amount")).isEqualTo("2.00");
		this.books.balance();
	}

	@Test
	@Tag("I-24")
	void keepsWhatWasPaidWhateverLaterNewsSay() {
		this.ordering.report(Ordering.with(this.order, "version", 2, "status", "PROCESSING", "payment",
				Ordering.payment("10.00", "0.00")));
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number(), "99.00"), "version", 3));
		assertThat(shown().text("/order/amountAfterDiscount/amount")).isEqualTo("10.00");
		assertThat(shown().text("/order/status")).isEqualTo("PROCESSING");
		this.ordering.report(Ordering.with(this.order, "version", 4, "status", "COMPLETED", "payment",
				Ordering.payment("10.00", "0.00")));
		assertThat(shown().text("/order/status")).isEqualTo("COMPLETED");
	}

	@Test
	@Tag("ORD-10")
	void takesHowFarItIsProvidedThatWasPaidHere() {
		paidHere();
		assertThat(news("COMPLETED")).isEqualTo("APPLIED");
		assertThat(shown().text("/order/status")).isEqualTo("COMPLETED");
		assertThat(shown().text("/order/payment/method")).isEqualTo("BALANCE");
	}

	@Test
	@Tag("I-24")
	void saysIfTheVendorTookMoneyForWhatIsPaidHere() {
		paidHere();
		assertThat(news("COMPLETED", "payment", Ordering.payment("10.00", "0.00"))).isEqualTo("PAID_TWICE");
		assertThat(shown().text("/order/status") + shown().text("/order/payment/method"))
			.isEqualTo("PROCESSINGBALANCE");
	}

	@Test
	@Tag("I-24")
	void wantsToKnowHowItWasPaidThatIsPaid() {
		assertThat(news("PROCESSING")).isEqualTo("PAYMENT_MISSING");
		assertThat(shown().text("/order/status")).isEqualTo("PENDING_PAYMENT");
		Map<String, Object> unknown = Ordering.order(this.customer, Ordering.number(), "10.00");
		assertThat(this.ordering.report(Ordering.with(unknown, "status", "COMPLETED"))).isEqualTo("PAYMENT_MISSING");
	}

	@Test
	@Tag("ORD-10")
	void closesTheRequestForWhatIsFreeAfterAll() {
		this.client.as(Caller.customer("huabei", this.customer))
			.post("/api/v1/my/orders/" + number() + "/payment-request", "")
			.expect(204);
		assertThat(news("COMPLETED", "officialAmount", Given.money("0.00"), "amountAfterDiscount", Given.money("0.00"),
				"lines", List.of(Ordering.line("1", "0.00"))))
			.isEqualTo("APPLIED");
		assertThat(shown().text("/order/payOnBehalf/state")).isEqualTo("SELF_PAID");
	}

	private void paidHere() {
		this.client.as(Caller.customer("huabei", this.customer))
			.with("Idempotency-Key", "here-" + number())
			.post("/api/v1/my/orders/" + number() + "/payment", Map.of())
			.expect(200);
	}

	private String news(String status, Object... namesAndValues) {
		return this.ordering
			.report(Ordering.with(Ordering.with(this.order, "version", 2, "status", status), namesAndValues));
	}

	private Answer shown() {
		return this.client.as(this.partner.admin()).get("/api/v1/orders/" + number());
	}

	private String number() {
		return (String) this.order.get("orderId");
	}

}
