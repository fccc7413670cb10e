package io.partnerhub.billing.payonbehalf;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Together;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.contracts.OrderEvent;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The partner pays through a third party (ORD-22). */
@Tag("ORD-22")
class PayingByProviderTests extends PayingScenario {

	private final Providers providers;

	private final OrderExpiry expiry;

	private final PaymentRecovery recovery;

	private final JdbcClient jdbc;

	PayingByProviderTests(Providers providers, OrderExpiry expiry, PaymentRecovery recovery, JdbcClient jdbc) {
		this.providers = providers;
		this.expiry = expiry;
		this.recovery = recovery;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void nothingElseIsDue() {
		this.providers.run();
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	@Tag("ORD-08")
	void sendsThePayerToTheProviderAndPaysOnceItConfirms() {
		String number = this.counter.requested(this.customer, "30.00");
		this.announced.next();
		Answer payment = pay(number, "ALIPAY").expect(202);
		assertThat(payment.text("/redirectUrl")).endsWith(payment.text("/id"));
		assertThat(payment.text("/state")).isEqualTo("DONE");
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
		assertThat(this.announced.next(OrderEvent.class)).singleElement().isInstanceOf(OrderPaidOnBehalf.class);
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("100.00");
		pay(number, "ALIPAY").refused(409, "ORDER_NOT_PENDING");
	}

	@Test
	void waitsForTheConfirmationThenPaysOnce() {
		String number = this.counter.requested(this.customer, "30.02");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "once-" + number);
		String id = pay(admin, number).expect(202).text("/id");
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT PENDING");
		pay(number, "ALIPAY").refused(409, "ORDER_PAYMENT_RUNNING");
		assertThat(pay(admin, number).expect(202).text("/id")).isEqualTo(id);
		later();
		this.recovery.run();
		assertThat(state(number, id)).isEqualTo("DONE");
		assertThat(givingBack(number, id)).isBlank();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
	}

	@Test
	@Tag("I-24")
	void takesNothingFromTheBalanceWhileThePayerIsAtTheProvider() {
		UUID resale = this.given.customerWith(this.partner, "50.00");
		String number = this.counter.requested(resale, "30.02");
		pay(number, "ALIPAY").expect(202);
		this.counter.pay(this.partner, number).refused(409, "ORDER_PAYMENT_RUNNING");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("50.00");
		this.counter.payOwn(resale, number, Map.of()).expect(200);
	}

	@Test
	void paysNoOtherPriceThanThePayerWasShown() {
		String number = this.counter.requested(this.customer, "40.00");
		Answer refused = this.client.as(this.partner.admin())
			.post("/api/v1/orders/" + number + "/provider-payments",
					Map.of("channel", "ALIPAY", "expectedAmount", Given.money("4.00")));
		refused.refused(409, "ORDER_CHANGED");
		assertThat(refused.text("/amount/amount")).isEqualTo("40.00");
	}

	@Test
	@Tag("I-24")
	void paysOnceHoweverOftenTheProviderConfirms() throws Exception {
		String number = this.counter.requested(this.customer, "30.02");
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		this.announced.next();
		List<Callable<Integer>> answers = Collections.nCopies(64,
				() -> Together.until(() -> answer(id, "DONE").status()));
		assertThat(Together.all(answers)).containsOnly(200);
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
		assertThat(this.announced.next(OrderPaidOnBehalf.class)).hasSize(1);
		assertThat(givenBack(id)).isEmpty();
	}

	@Test
	void doesNotGiveUpWhatTheProviderHasNotAnswered() {
		String number = this.counter.requested(this.customer, "30.03");
		assertThat(pay(number, "ALIPAY").expect(202).text("/state")).isEqualTo("UNKNOWN");
		this.clock.advance(Duration.ofMinutes(5));
		this.recovery.run();
		this.providers.run();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
	}

	@Test
	void leavesTheOrderToBePaidOtherwiseIfTheProviderRefuses() {
		String number = this.counter.requested(this.customer, "30.01");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "refused-" + number);
		Answer refused = pay(admin, number).expect(202);
		assertThat(refused.text("/state")).isEqualTo("FAILED");
		assertThat(pay(admin, number).expect(202).json()).isEqualTo(refused.json());
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT PENDING");
		this.counter.pay(this.partner, number).expect(200);
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("69.99");
	}

	@Test
	@Tag("I-24")
	void givesBackWhatWasPaidTooLate() {
		String number = this.counter.requested(this.customer, "30.02");
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		this.counter.cancel(this.customer, number).expect(204);
		later();
		assertThat(state(number, id)).isEqualTo("DONE");
		assertThat(this.counter.states(this.partner, number)).isEqualTo("CANCELLED CANCELLED");
		assertThat(givingBack(number, id)).isEqualTo("UNDER_WAY ORDER_NOT_PENDING");
		later();
		later();
		assertThat(givingBack(number, id)).isEqualTo("DONE ORDER_NOT_PENDING");
		assertThat(this.books.number("select count(*) from provider_instruction where payment_id = '" + id
				+ "' and state = 'DONE' and amount_minor = 3002"))
			.isOne();
	}

	@Test
	@Tag("I-26")
	void givesBackWhatWasPaidAfterTheRequestWasRejected() {
		String number = this.counter.requested(this.customer, "30.02");
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		this.counter.reject(this.partner, number, "not this month").expect(204);
		later();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT REJECTED");
		assertThat(givenBack(id)).isPresent();
	}

	@Test
	@Tag("ORD-12")
	void givesBackWhatWasPaidAfterTheEffectiveTime() {
		String number = Ordering.number();
		String effective = MovableClock.START.plusSeconds(20).toString();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "30.02"), "effectiveBy", effective));
		this.counter.request(this.customer, number).expect(204);
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		later();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT PENDING");
		assertThat(givenBack(id)).isPresent();
		assertThat(state(number, id)).isEqualTo("DONE");
	}

	@Test
	@Tag("I-17")
	void putsIntoThePartnersCashWhatTheProviderDoesNotTakeBack() {
		String number = this.counter.requested(this.customer, "30.02");
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		this.counter.cancel(this.customer, number).expect(204);
		later();
		this.providers.run();
		String refund = givenBack(id).orElseThrow().toString();
		answer(refund, "REJECTED").expect(200);
		answer(refund, "REJECTED").expect(200);
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("130.02");
		assertThat(givingBack(number, id)).isEqualTo("IN_PARTNER_ACCOUNT ORDER_NOT_PENDING");
	}

	@Test
	@Tag("ORD-13")
	void givesBackWhatWasPaidAfterTheTimeToPay() {
		String number = this.counter.requested(this.customer, "30.03");
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		this.clock.advance(Duration.ofDays(7));
		this.expiry.sweep();
		this.providers.run();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("CANCELLED EXPIRED");
		assertThat(givenBack(id)).isPresent();
	}

	@Test
	@Tag("ORD-08")
	void takesPetalPayAloneForGoodsOfTheMarketplace() {
		String number = Ordering.number();
		Map<String, Object> order = Ordering.order(this.customer, number, "30.00");
		Map<String, Object> line = Ordering.line("1", "30.00");
		line.put("marketplace", true);
		order.put("lines", List.of(line));
		this.ordering.report(order);
		this.counter.request(this.customer, number).expect(204);
		pay(number, "ALIPAY").refused(400, "PAYMENT_METHOD_NOT_OFFERED");
		pay(number, "PETAL_PAY").expect(202);
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
	}

	@Test
	void needsARequestOfTheCustomerAndAnOrderOfOnesOwn() {
		String number = this.ordering.pending(this.customer, "30.00");
		pay(number, "ALIPAY").refused(409, "PAY_ON_BEHALF_NOT_ALLOWED");
		this.counter.request(this.customer, number).expect(204);
		this.client.as(this.given.distributor().admin())
			.post("/api/v1/orders/" + number + "/provider-payments", Map.of("channel", "ALIPAY"))
			.refused(404, "ORDER_NOT_FOUND");
		String id = pay(number, "ALIPAY").expect(202).text("/id");
		this.client.as(this.given.distributor().admin())
			.get("/api/v1/orders/" + number + "/provider-payments/" + id)
			.refused(404, "NOT_FOUND");
	}

	private Answer pay(String number, String channel) {
		return this.client.as(this.partner.admin())
			.post("/api/v1/orders/" + number + "/provider-payments", Map.of("channel", channel));
	}

	private static Answer pay(HubClient.As payer, String number) {
		return payer.post("/api/v1/orders/" + number + "/provider-payments", Map.of("channel", "ALIPAY"));
	}

	private String state(String number, String id) {
		return shown(number, id).text("/state");
	}

	/** How far the money is on its way back, and why it goes. */
	private String givingBack(String number, String id) {
		Answer payment = shown(number, id);
		return payment.text("/givenBack/state") + " " + payment.text("/reason");
	}

	private Answer shown(String number, String id) {
		return this.client.as(this.partner.admin())
			.get("/api/v1/orders/" + number + "/provider-payments/" + id)
			.expect(200);
	}

	private Answer answer(String instruction, String outcome) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/provider-results", Map.of("instructionId", instruction, "outcome", outcome));
	}

	private Optional<UUID> givenBack(String payment) {
		return this.jdbc.sql("select id from provider_instruction where payment_id = cast(:payment as uuid)")
			.param("payment", payment)
			.query(UUID.class)
			.optional();
	}

	private void later() {
		this.clock.advance(Duration.ofSeconds(30));
		this.providers.run();
	}

}
