package io.partnerhub.billing.payonbehalf;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.OrderEvent;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PayingOnBehalfTests extends PayingScenario {

	@Test
	@Tag("ORD-07")
	@Tag("ORD-08")
	@Tag("ORD-19")
	void paysFromThePartnersBalance() {
		String number = this.counter.requested(this.customer, "30.00");
		this.announced.next();
		Answer paid = this.counter.pay(this.client.as(this.partner.admin()), number, "").expect(200);
		assertThat(paid.text("/cashAmount/amount")).isEqualTo("30.00");
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("70.00");
		assertThat(this.announced.next(OrderEvent.class)).singleElement()
			.isInstanceOfSatisfying(OrderPaidOnBehalf.class,
					(event) -> assertThat(event.amount().amount()).isEqualTo("30.00"));
		this.books.balance();
	}

	@Test
	@Tag("ORD-10")
	@Tag("I-24")
	void paysOnce() {
		String number = this.counter.requested(this.customer, "30.00");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "once-" + number);
		this.counter.pay(admin, number, Map.of()).expect(200);
		this.counter.pay(admin, number, Map.of()).expect(200);
		this.counter.pay(admin, number, Map.of("couponIds", List.of())).refused(422, "IDEMPOTENCY_KEY_REUSED");
		this.counter.pay(this.partner, number).refused(409, "ORDER_NOT_PENDING");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("70.00");
	}

	@Test
	@Tag("ORD-07")
	void paysNoOtherPriceThanThePayerWasShown() {
		String number = Ordering.number();
		this.ordering.report(Ordering.order(this.customer, number, "4.00"));
		this.counter.request(this.customer, number).expect(204);
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "40.00"), "version", 2));
		HubClient.As admin = this.client.as(this.partner.admin());
		Answer refused = this.counter.pay(admin, number, Map.of("expectedAmount", Given.money("4.00")));
		refused.refused(409, "ORDER_CHANGED");
		assertThat(refused.text("/amount/amount")).isEqualTo("40.00");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("100.00");
		this.counter.pay(admin, number, Map.of("expectedAmount", Given.money("40.00"))).expect(200);
	}

	@Test
	@Tag("ORD-10")
	void leavesThePartnersMoneyOnceTheCustomerPaid() {
		UUID resale = this.given.customerWith(this.partner, "50.00");
		String number = this.counter.requested(resale, "30.00");
		this.counter.payOwn(resale, number, "").expect(200);
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING SELF_PAID");
		this.counter.pay(this.partner, number).refused(409, "ORDER_NOT_PENDING");
		assertThat(this.books.customerHas(resale)).isEqualTo("20.00");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("50.00");
		this.books.balance();
	}

	@Test
	@Tag("ORD-08")
	void paysCashBeforeCreditOfTheCustomer() {
		this.given.withCredit(this.partner, "50.00");
		UUID resale = this.given.customerWith(this.partner, "20.00");
		this.client.as(this.partner.admin())
			.post("/api/v1/appropriations",
					Map.of("customerId", resale, "amount", Given.money("30.00"), "type", "CREDIT"))
			.expect(201);
		String number = this.ordering.pending(resale, "45.00");
		this.counter.payOwn(resale, number, Map.of()).expect(200);
		assertThat(this.books.has(resale, "CASH")).isEqualTo("0.00");
		assertThat(this.books.has(resale, "CREDIT")).isEqualTo("5.00");
		this.books.balance();
	}

	@Test
	@Tag("ORD-08")
	void refusesWhatTheBalanceDoesNotCover() {
		String number = this.counter.requested(this.customer, "100.01");
		Answer refused = this.counter.pay(this.partner, number).refused(409, "BALANCE_INSUFFICIENT");
		assertThat(refused.text("/available/amount")).isEqualTo("100.00");
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT PENDING");
		this.counter.payOwn(this.customer, number, Map.of()).refused(409, "BALANCE_INSUFFICIENT");
	}

	@Test
	@Tag("ORD-08")
	@Tag("X-01")
	void asksForACodeWhereThePartnerWantsOne() {
		String number = this.counter.requested(this.customer, "10.00");
		Caller careful = this.partner.financeOperator().withCodeRequired(true);
		this.counter.pay(this.client.as(careful), number, Map.of()).refused(403, "VERIFICATION_REQUIRED");
		String proof = TestKeys.proof(careful, CriticalOperation.PAY_ON_BEHALF, this.clock);
		this.counter.pay(this.client.as(careful).with(Proofs.HEADER, proof), number, Map.of()).expect(200);
	}

	@Test
	@Tag("ORD-07")
	void paysOnlyWhatItWasAskedFor() {
		String number = this.ordering.pending(this.customer, "10.00");
		this.counter.pay(this.partner, number).refused(409, "PAY_ON_BEHALF_NOT_ALLOWED");
		this.counter.pay(this.given.distributor(), number).refused(404, "ORDER_NOT_FOUND");
	}

	@Test
	@Tag("ORD-14")
	void paysCombinedOrdersTogetherOnly() {
		String number = Ordering.number();
		this.ordering.report(Ordering.combined(this.customer, number, "10.00", "20.00", "30.00"));
		this.counter.request(this.customer, number + "-1").refused(409, "COMBINED_ORDER_PARTIAL");
		this.counter.request(this.customer, number).expect(204);
		this.counter.pay(this.partner, number + "-1").refused(409, "COMBINED_ORDER_PARTIAL");
		this.counter.cancel(this.customer, number + "-2").refused(409, "COMBINED_ORDER_PARTIAL");
		this.counter.pay(this.partner, number).expect(200);
		assertThat(
				this.client.as(this.partner.admin()).get("/api/v1/orders/" + number).text("/order/subOrders/1/status"))
			.isEqualTo("PROCESSING");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("70.00");
	}

	@Test
	@Tag("ORD-17")
	void keepsTheDiscountThatWasSetOnTheOrder() {
		UUID resale = this.given.customerWith(this.partner, "50.00");
		String fixed = discounted(resale, 3);
		this.counter.payOwn(resale, fixed, Map.of("discountId", "other")).refused(409, "DISCOUNT_NOT_USABLE");
		this.counter.payOwn(resale, fixed, Map.of("discountId", "D1")).expect(200);
		assertThat(this.books.customerHas(resale)).isEqualTo("30.00");
		String chosen = discounted(resale, 0);
		assertThat(this.counter.payOwn(resale, chosen, Map.of("discountId", "D1")).text("/discountAmount/amount"))
			.isEqualTo("5.00");
		assertThat(this.books.customerHas(resale)).isEqualTo("15.00");
	}

	@Test
	@Tag("ORD-17")
	void letsEachOfTheDiscountsThatWereSetBeNamed() {
		UUID resale = this.given.customerWith(this.partner, "50.00");
		String number = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(resale, number, "20.00"), "discounts",
				List.of(discount("D1", 3), discount("D2", 609), discount("D3", 0))));
		this.counter.payOwn(resale, number, Map.of("discountId", "D3")).refused(409, "DISCOUNT_NOT_USABLE");
		this.counter.payOwn(resale, number, Map.of("discountId", "D2")).expect(200);
		assertThat(this.books.customerHas(resale)).isEqualTo("30.00");
	}

	private static Map<String, Object> discount(String id, int type) {
		return Map.of("discountId", id, "type", type, "mode", 2, "lines",
				List.of(Map.of("lineId", "1", "amount", Given.money("5.00"))));
	}

	private String discounted(UUID customer, int type) {
		String number = Ordering.number();
		this.ordering.report(
				Ordering.with(Ordering.order(customer, number, "20.00"), "discounts", List.of(discount("D1", type))));
		return number;
	}

}
