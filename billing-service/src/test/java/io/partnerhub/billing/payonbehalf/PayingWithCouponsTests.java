package io.partnerhub.billing.payonbehalf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.CouponStub;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class PayingWithCouponsTests {

	private static final Map<String, Object> COUPON = Map.of("couponIds", List.of(Ids.next()));

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final CouponStub coupons;

	private final MovableClock clock;

	private final PaymentRecovery recovery;

	private final OrderExpiry expiry;

	private final Counter counter;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	private String number;

	PayingWithCouponsTests(HubClient client, Given given, Books books, CouponStub coupons, MovableClock clock,
			PaymentRecovery recovery, OrderExpiry expiry) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.coupons = coupons;
		this.clock = clock;
		this.recovery = recovery;
		this.expiry = expiry;
		this.counter = new Counter(client);
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasARequestedOrder() {
		this.coupons.pays("0.00");
		this.clock.set(MovableClock.START.plus(Duration.ofDays(30)));
		this.recovery.run();
		this.clock.reset();
		this.coupons.pays("12.00");
		this.partner = this.given.distributorWith("100.00");
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
		this.number = this.counter.requested(this.customer, "30.00");
	}

	@Test
	@Tag("ORD-19")
	void keepsTheCouponsPaysTheRestAndUsesThem() {
		Answer paid = pay().expect(200);
		assertThat(paid.text("/couponAmount/amount") + paid.text("/cashAmount/amount")).isEqualTo("12.0018.00");
		assertThat(this.coupons.heard()).containsExactly("reserve", "payment", "use");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("82.00");
		assertThat(state()).isEqualTo("SETTLED");
		this.books.balance();
	}

	@Test
	void paysNothingIfTheCouponsDoNotFit() {
		this.coupons.refuses("reserve", "COUPON_NOT_USABLE");
		pay().refused(409, "COUPON_NOT_USABLE");
		paysNothing("FAILED");
	}

	@Test
	void freesTheCouponsIfTheyEndMeanwhile() {
		this.coupons.refuses("payment", "COUPON_VOIDED");
		pay().refused(409, "COUPON_VOIDED");
		assertThat(this.coupons.heard()).containsExactly("reserve", "payment", "release");
		paysNothing("FAILED");
	}

	@Test
	void freesTheCouponsIfTheBalanceIsTooSmall() {
		this.coupons.pays("0.01");
		String dear = this.counter.requested(this.given.customer(this.partner, AssociationType.ADVISORY), "100.02");
		this.counter.pay(this.client.as(this.partner.admin()), dear, COUPON).refused(409, "BALANCE_INSUFFICIENT");
		assertThat(this.coupons.heard()).containsExactly("reserve", "payment", "release");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("100.00");
	}

	@Test
	@Tag("ORD-10")
	@Tag("I-26")
	void freesTheCouponsIfThePartnerRejectsMeanwhile() {
		this.coupons.meanwhile(() -> this.counter.reject(this.partner, this.number, "no").expect(204));
		pay().expect(409);
		assertThat(this.counter.states(this.partner, this.number)).isEqualTo("PENDING_PAYMENT REJECTED");
		paysNothing("FAILED");
		assertThat(this.coupons.heard()).endsWith("release").doesNotContain("use");
	}

	@Test
	@Tag("ORD-10")
	void freesWhatWasKeptForAPaymentThatEndedMeanwhile() {
		this.coupons.meanwhile(() -> {
			this.coupons.meanwhile(() -> {
			});
			this.counter.reject(this.partner, this.number, "no").expect(204);
			this.clock.advance(Duration.ofMinutes(1));
			this.recovery.run();
		});
		pay().refused(409, "ORDER_PAYMENT_RUNNING");
		paysNothing("FAILED");
		assertThat(this.coupons.heard()).containsExactly("reserve", "reserve", "release", "release");
	}

	@Test
	@Tag("ORD-10")
	void paysNoOtherPriceThanWhatWasSeen() {
		this.coupons.meanwhile(() -> this.ordering.report(news(2, "99.00")));
		pay().refused(409, "ORDER_CHANGED");
		paysNothing("FAILED");
		assertThat(this.coupons.heard()).endsWith("release");
		this.coupons.meanwhile(() -> {
		});
		assertThat(pay().expect(200).text("/cashAmount/amount")).isEqualTo("87.00");
		this.books.balance();
	}

	@Test
	@Tag("ORD-13")
	void freesTheCouponsThoughTheDiscountIsGone() {
		this.ordering.report(Ordering.with(news(2, "30.00"), "discounts", List.of(Map.of("discountId", "D1", "type", 0,
				"mode", 2, "lines", List.of(Map.of("lineId", "1", "amount", Given.money("5.00")))))));
		this.coupons.losesTheAnswerTo("reserve");
		this.counter
			.pay(this.client.as(this.partner.admin()), this.number,
					Map.of("couponIds", List.of(Ids.next()), "discountId", "D1"))
			.refused(504, "OUTCOME_UNKNOWN");
		this.ordering.report(news(3, "30.00"));
		this.coupons.answersAgain();
		this.clock.advance(Duration.ofMinutes(1));
		this.recovery.run();
		paysNothing("FAILED");
	}

	@Test
	void looksAtOthersBeforeWhatCouldNotBeEnded() {
		this.coupons.refuses("payment", "COUPON_VOIDED");
		this.coupons.refuses("release", "NO");
		pay().refused(409, "COUPON_VOIDED");
		this.clock.advance(Duration.ofMinutes(1));
		this.recovery.run();
		this.recovery.run();
		assertThat(this.coupons.heard()).containsExactly("reserve", "payment", "release", "release");
		this.clock.advance(Duration.ofMinutes(1));
		this.recovery.run();
		assertThat(this.coupons.heard()).hasSize(5);
	}

	@Test
	void findsOutByRepeatingWhatBecameOfALostAnswer() {
		this.coupons.losesTheAnswerTo("reserve");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "lost-" + this.number);
		this.counter.pay(admin, this.number, COUPON).refused(504, "OUTCOME_UNKNOWN");
		this.coupons.answersAgain();
		this.counter.pay(this.partner, this.number).expect(200);
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("70.00");
		assertThat(state()).isEqualTo("RELEASING");
	}

	@Test
	void takesALostPaymentUpWithTheSameKey() {
		this.coupons.losesTheAnswerTo("payment");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "again-" + this.number);
		this.counter.pay(admin, this.number, COUPON).refused(504, "OUTCOME_UNKNOWN");
		this.coupons.answersAgain();
		this.counter.pay(this.client.as(this.partner.admin()), this.number, COUPON)
			.refused(409, "ORDER_PAYMENT_RUNNING");
		this.counter.pay(admin, this.number, COUPON).expect(200);
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("82.00");
		assertThat(this.coupons.heard()).containsExactly("reserve", "payment", "reserve", "payment", "use");
	}

	@Test
	@Tag("ORD-13")
	void givesUpWhatNobodyRepeats() {
		this.coupons.losesTheAnswerTo("reserve");
		pay().refused(504, "OUTCOME_UNKNOWN");
		this.coupons.answersAgain();
		this.recovery.run();
		assertThat(state()).isEqualTo("OPEN");
		this.clock.advance(Duration.ofMinutes(1));
		this.recovery.run();
		paysNothing("FAILED");
		assertThat(this.coupons.heard()).containsExactly("reserve", "reserve", "release");
	}

	@Test
	@Tag("ORD-19")
	void usesTheCouponsOfAPaidOrderLater() {
		this.coupons.losesTheAnswerTo("use");
		pay().expect(200);
		this.coupons.answersAgain();
		assertThat(state()).isEqualTo("PAID");
		this.clock.advance(Duration.ofMinutes(1));
		this.recovery.run();
		assertThat(state()).isEqualTo("SETTLED");
		assertThat(this.coupons.heard()).endsWith("use", "use");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("82.00");
	}

	@Test
	@Tag("ORD-13")
	void freesTheCouponsOfAnOrderWhoseTimeIsOver() {
		this.coupons.losesTheAnswerTo("payment");
		pay().refused(504, "OUTCOME_UNKNOWN");
		this.coupons.answersAgain();
		this.clock.advance(Duration.ofDays(7));
		for (int i = 0; i < 20; i++) {
			this.expiry.sweep();
		}
		assertThat(state()).isEqualTo("RELEASING");
		this.clock.advance(Duration.ofMinutes(1));
		this.recovery.run();
		assertThat(state()).isEqualTo("FAILED");
		assertThat(this.counter.states(this.partner, this.number)).isEqualTo("CANCELLED EXPIRED");
	}

	private Answer pay() {
		return this.counter.pay(this.client.as(this.partner.admin()), this.number, COUPON);
	}

	private void paysNothing(String state) {
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("100.00");
		assertThat(state()).isEqualTo(state);
		this.books.balance();
	}

	private Map<String, Object> news(int version, String amount) {
		return Ordering.with(Ordering.order(this.customer, this.number, amount), "version", version);
	}

	/** Of the payment with coupons. */
	private String state() {
		List<String> states = List.of("OPEN", "RELEASING", "FAILED", "PAID", "SETTLED");
		return states.stream()
			.filter((state) -> this.books.number("select count(*) from order_payment p join customer_order o "
					+ "on o.id = p.order_id where o.order_number = '" + this.number
					+ "' and cardinality(p.coupons) > 0 " + "and p.state = '" + state + "'") > 0)
			.findFirst()
			.orElseThrow();
	}

}
