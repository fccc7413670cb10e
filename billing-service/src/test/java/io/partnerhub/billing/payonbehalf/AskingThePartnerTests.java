package io.partnerhub.billing.payonbehalf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRequested;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskingThePartnerTests extends PayingScenario {

	private final Hears hears;

	AskingThePartnerTests(Hears hears) {
		this.hears = hears;
	}

	@Test
	@Tag("ORD-05")
	void letsThoseAskWhoMay() {
		Partner reseller = this.given.resellerOf(this.partner);
		Partner provider = this.given.partner(PartnerType.SOLUTION_PROVIDER);
		asks(this.given.customer(provider, AssociationType.ADVISORY)).expect(204);
		asks(this.given.resaleCustomer(provider)).expect(204);
		asks(this.given.resaleCustomer(reseller)).expect(204);
		asks(this.given.customer(reseller, AssociationType.ADVISORY)).refused(409, "PAY_ON_BEHALF_NOT_ALLOWED");
	}

	@Test
	@Tag("ORD-06")
	void letsOneTimePaymentsBeAskedForOnly() {
		List.of("NEW", "RENEWAL", "CHANGE", "TO_SUBSCRIPTION")
			.forEach((type) -> this.counter.request(this.customer, ordered("orderType", type)).expect(204));
		List.of("TRIAL", "TRIAL_TO_COMMERCIAL", "FEE_ADJUSTMENT")
			.forEach((type) -> this.counter.request(this.customer, ordered("orderType", type))
				.refused(409, "PAY_ON_BEHALF_NOT_ALLOWED"));
	}

	@Test
	@Tag("ORD-05")
	void tellsThePartnerThatItIsAsked() {
		this.announced.next();
		String number = this.counter.requested(this.customer, "10.00");
		assertThat(this.announced.next(OrderEvent.class)).singleElement().isInstanceOf(PayOnBehalfRequested.class);
		this.counter.request(this.customer, number).refused(409, "PAY_ON_BEHALF_REQUESTED");
		Answer open = this.client.as(this.partner.admin()).get("/api/v1/orders?payOnBehalfState=PENDING");
		assertThat(open.text("/items/0/orderId")).isEqualTo(number);
		assertThat(open.json().at("/items/0/allowedActions").toString()).isEqualTo("[\"PAY\",\"REJECT\"]");
	}

	@Test
	@Tag("ORD-12")
	void offersNoPaymentOfWhatTheVendorCannotProvide() {
		String number = ordered("failure", "CAPACITY_INSUFFICIENT");
		assertThat(offered(this.customer, number)).isEqualTo("[\"CANCEL\"]");
		String late = ordered("effectiveBy", MovableClock.START.plusSeconds(60).toString());
		assertThat(offered(this.customer, late)).isEqualTo("[\"PAY\",\"CANCEL\",\"REQUEST_PAYMENT\"]");
		this.counter.request(this.customer, late).expect(204);
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(offered(this.customer, late)).isEqualTo("[\"CANCEL\"]");
		assertThat(
				this.client.as(this.partner.admin()).get("/api/v1/orders/" + late).json().at("/order/allowedActions"))
			.hasToString("[\"REJECT\"]");
	}

	@Test
	@Tag("ORD-05")
	void offersOnlyWhatThePartnerOfTheCustomerDoes() {
		Partner reseller = this.given.resellerOf(this.partner);
		UUID advisory = this.given.customer(reseller, AssociationType.ADVISORY);
		assertThat(offered(advisory, this.ordering.pending(advisory, "1.00"))).isEqualTo("[\"PAY\",\"CANCEL\"]");
		String number = this.ordering.pending(this.customer, "1.00");
		this.hears.event(Given.disassociated(this.partner, this.customer, 1, AssociationType.ADVISORY));
		assertThat(offered(this.customer, number)).isEqualTo("[\"CANCEL\"]");
		this.counter.payOwn(this.customer, number, "").expect(409);
		this.counter.request(this.customer, number).refused(409, "PAY_ON_BEHALF_NOT_ALLOWED");
	}

	@Test
	@Tag("ORD-18")
	void blocksTheEndOfTheLinkWhileARequestIsOpen() {
		String path = "/internal/disassociation-checks?customerId=" + this.customer + "&partnerId=" + this.partner.id();
		HubClient.As service = this.client.as(Caller.service("customer-service"));
		String number = this.counter.requested(this.customer, "10.00");
		assertThat(service.get(path).json().at("/checks").toString())
			.contains("{\"code\":\"PAY_ON_BEHALF_ORDERS\",\"failed\":true");
		this.counter.reject(this.partner, number, "no").expect(204);
		assertThat(service.get(path).json().at("/checks").toString())
			.contains("{\"code\":\"PAY_ON_BEHALF_ORDERS\",\"failed\":false");
	}

	@Test
	@Tag("ORD-13")
	void offersNothingOnceTheTimeIsOver() {
		String number = this.counter.requested(this.customer, "10.00");
		this.clock.advance(Duration.ofDays(7));
		Answer late = this.client.as(this.partner.admin()).get("/api/v1/orders/" + number).expect(200);
		assertThat(late.json().at("/order/allowedActions")).isEmpty();
	}

	private String offered(UUID customer, String number) {
		return this.counter.as(customer)
			.get("/api/v1/my/orders/" + number)
			.expect(200)
			.json()
			.at("/order/allowedActions")
			.toString();
	}

	private Answer asks(UUID customer) {
		return this.counter.request(customer, this.ordering.pending(customer, "1.00"));
	}

	private String ordered(String name, Object value) {
		String number = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "10.00"), name, value));
		return number;
	}

}
