package io.partnerhub.billing.payonbehalf;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRejected;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectingTests extends PayingScenario {

	@Test
	@Tag("ORD-11")
	@Tag("I-26")
	void rejectsWithAReasonAndLeavesTheOrderToTheCustomer() {
		UUID resale = this.given.customerWith(this.partner, "50.00");
		String number = this.counter.requested(resale, "30.00");
		this.counter.reject(this.partner, number, " ").refused(400, "REJECT_REASON_REQUIRED");
		this.announced.next();
		this.counter.reject(this.partner, number, "no budget").expect(204);
		assertThat(this.announced.next(OrderEvent.class)).singleElement()
			.isInstanceOfSatisfying(PayOnBehalfRejected.class,
					(event) -> assertThat(event.reason()).isEqualTo("no budget"));
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT REJECTED");
		this.counter.pay(this.partner, number).refused(409, "PAY_ON_BEHALF_NOT_ALLOWED");
		this.counter.payOwn(resale, number, Map.of()).expect(200);
	}

	@Test
	@Tag("ORD-11")
	void rejectsManyEachForItself() {
		String one = this.counter.requested(this.customer, "1.00");
		String other = this.ordering.pending(this.customer, "1.00");
		Answer items = this.client.as(this.partner.admin())
			.post("/api/v1/order-rejections",
					Map.of("orderIds", List.of(one, other, "CS-unknown"), "reason", "no budget"))
			.expect(200);
		assertThat(items.json().at("/items").toString()).contains("{\"orderId\":\"" + one + "\",\"rejected\":true}")
			.contains("PAY_ON_BEHALF_NOT_ALLOWED", "ORDER_NOT_FOUND");
		assertThat(this.counter.states(this.partner, one)).isEqualTo("PENDING_PAYMENT REJECTED");
	}

	@Test
	@Tag("ORD-11")
	void answersAsItWasAskedAlsoWhatWasAskedTwice() {
		String one = this.counter.requested(this.given.customer(this.partner, AssociationType.ADVISORY), "1.00");
		String other = this.counter.requested(this.customer, "1.00");
		List<String> asked = List.of("CS-unknown", one, other, "CS-unknown", one);
		Answer answer = this.client.as(this.partner.admin())
			.post("/api/v1/order-rejections", Map.of("orderIds", asked, "reason", "no budget"))
			.expect(200);
		assertThat(answer.json().at("/items")).extracting((item) -> item.at("/orderId").asString())
			.containsExactlyElementsOf(asked);
		assertThat(answer.json().at("/items")).extracting((item) -> item.at("/rejected").asBoolean())
			.containsExactly(false, true, true, false, true);
	}

}
