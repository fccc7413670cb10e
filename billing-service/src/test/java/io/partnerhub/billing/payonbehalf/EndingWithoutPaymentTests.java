package io.partnerhub.billing.payonbehalf;

import java.time.Duration;
import java.util.Map;

import io.partnerhub.billing.Ordering;
import io.partnerhub.contracts.OrderEvent;
import io.partnerhub.contracts.OrderEvent.OrderCancelled;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndingWithoutPaymentTests extends PayingScenario {

	private final OrderExpiry expiry;

	EndingWithoutPaymentTests(OrderExpiry expiry) {
		this.expiry = expiry;
	}

	@Test
	@Tag("ORD-10")
	void letsTheCustomerCancel() {
		String number = this.counter.requested(this.customer, "10.00");
		this.announced.next();
		this.counter.cancel(this.customer, number).expect(204);
		assertThat(this.announced.next(OrderEvent.class)).singleElement().isInstanceOf(OrderCancelled.class);
		assertThat(this.counter.states(this.partner, number)).isEqualTo("CANCELLED CANCELLED");
		this.counter.pay(this.partner, number).refused(409, "ORDER_NOT_PENDING");
		this.counter.cancel(this.given.resaleCustomer(this.partner), number).refused(404, "ORDER_NOT_FOUND");
	}

	@Test
	@Tag("ORD-13")
	void cancelsWhatIsNotPaidInTime() {
		String number = this.counter.requested(this.customer, "10.00");
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		this.expiry.sweep();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT PENDING");
		this.clock.advance(Duration.ofSeconds(1));
		this.counter.pay(this.partner, number).refused(409, "ORDER_EXPIRED");
		for (int i = 0; i < 20; i++) {
			this.expiry.sweep();
		}
		assertThat(this.counter.states(this.partner, number)).isEqualTo("CANCELLED EXPIRED");
	}

	@Test
	@Tag("ORD-12")
	void failsWhatTheVendorCannotProvide() {
		Map<String, Object> order = Ordering.order(this.customer, Ordering.number(), "10.00");
		String number = (String) order.get("orderId");
		this.ordering.report(order);
		this.counter.request(this.customer, number).expect(204);
		this.ordering.report(Ordering.with(order, "version", 2, "failure", "CLOUD_QUOTA_INSUFFICIENT"));
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT FAILED");
		Answer refused = this.counter.request(this.customer, number).refused(409, "ORDER_NOT_PROVIDABLE");
		assertThat(refused.text("/orderAgain")).isEqualTo("false");
		this.ordering.report(Ordering.with(order, "version", 3));
		this.counter.request(this.customer, number).expect(204);
		this.counter.pay(this.partner, number).expect(200);
	}

	@Test
	@Tag("ORD-12")
	void refusesWhatShouldHaveTakenEffectAlready() {
		String number = overdueAfterAMinute();
		this.clock.advance(Duration.ofSeconds(61));
		Answer refused = this.counter.pay(this.partner, number).refused(409, "ORDER_NOT_PROVIDABLE");
		assertThat(refused.text("/reason") + refused.text("/orderAgain")).isEqualTo("EFFECTIVE_TIME_PASSEDtrue");
	}

	@Test
	@Tag("ORD-12")
	void failsRequestsForWhatShouldHaveTakenEffectAlready() {
		String number = overdueAfterAMinute();
		this.clock.advance(Duration.ofSeconds(60));
		this.expiry.fail();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT PENDING");
		this.clock.advance(Duration.ofSeconds(1));
		this.expiry.fail();
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PENDING_PAYMENT FAILED");
		this.counter.request(this.customer, number).refused(409, "ORDER_NOT_PROVIDABLE");
	}

	private String overdueAfterAMinute() {
		String number = ordered("effectiveBy", MovableClock.START.plusSeconds(60).toString());
		this.counter.request(this.customer, number).expect(204);
		return number;
	}

	private String ordered(String name, Object value) {
		String number = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "10.00"), name, value));
		return number;
	}

}
