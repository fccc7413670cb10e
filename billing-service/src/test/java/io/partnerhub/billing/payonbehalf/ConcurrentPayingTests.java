package io.partnerhub.billing.payonbehalf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.CouponStub;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Together;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at one order: one effect. */
@BillingTest
class ConcurrentPayingTests {

	private static final int ATTEMPTS = 320;

	private static final int REPEATS = 32;

	/** Fewer than coupon-service is asked at a time. */
	private static final int REPEATS_WITH_COUPONS = 8;

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final CouponStub coupons;

	private final MovableClock clock;

	private final Counter counter;

	private Partner partner;

	private UUID customer;

	ConcurrentPayingTests(HubClient client, Given given, Books books, CouponStub coupons, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.coupons = coupons;
		this.clock = clock;
		this.counter = new Counter(client);
	}

	@BeforeEach
	void bothHaveMoney() {
		this.clock.reset();
		this.partner = this.given.distributorWith("1000.00");
		this.customer = this.given.customerWith(this.partner, "500.00");
	}

	@RepeatedTest(3)
	@Tag("I-24")
	@Tag("ORD-10")
	void isPaidByOneOfTwoPayers() throws Exception {
		String number = this.counter.requested(this.customer, "30.00");
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS; i++) {
			attempts.add((i % 2 == 0) ? () -> Together.until(() -> this.counter.pay(this.partner, number).status())
					: () -> Together.until(() -> this.counter.payOwn(this.customer, number, Map.of()).status()));
		}
		List<Integer> answers = Together.all(attempts);
		assertThat(answers).containsOnly(200, 409);
		assertThat(Collections.frequency(answers, 200)).isOne();
		assertThat(
				this.books.number("select count(*) from entry where kind like 'ORDER_PAYMENT%' and owner_partner_id = '"
						+ this.partner.id() + "'"))
			.isOne();
		this.books.balance();
	}

	/** A caller whose first request went unanswered is never told that it failed. */
	@RepeatedTest(3)
	@Tag("ORD-19")
	@Tag("I-41")
	void answersRepeatsOfOneCommandAlike() throws Exception {
		String number = this.counter.requested(this.customer, "30.00");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "together-" + number);
		List<Callable<Integer>> attempts = Collections.nCopies(REPEATS,
				() -> Together.until(() -> this.counter.pay(admin, number, Map.of()).status()));
		assertThat(Together.all(attempts)).containsOnly(200);
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("470.00");
	}

	@RepeatedTest(3)
	@Tag("ORD-22")
	@Tag("I-41")
	void answersRepeatsOfOnePaymentThroughAThirdPartyAlike() throws Exception {
		String number = this.counter.requested(this.customer, "30.00");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "provider-" + number);
		Set<String> payments = ConcurrentHashMap.newKeySet();
		List<Callable<Integer>> attempts = Collections.nCopies(REPEATS, () -> Together.until(() -> {
			Answer answer = admin.post("/api/v1/orders/" + number + "/provider-payments", Map.of("channel", "ALIPAY"));
			if (answer.status() == 202) {
				payments.add(answer.text("/id"));
			}
			return answer.status();
		}));
		assertThat(Together.all(attempts)).containsOnly(202);
		assertThat(payments).hasSize(1);
		assertThat(this.counter.states(this.partner, number)).isEqualTo("PROCESSING PAID");
	}

	@RepeatedTest(3)
	@Tag("ORD-19")
	@Tag("I-41")
	void keepsTheCouponsOfAPaymentThatIsRepeated() throws Exception {
		this.coupons.pays("12.00");
		String number = this.counter.requested(this.customer, "30.00");
		HubClient.As admin = this.client.as(this.partner.admin()).with("Idempotency-Key", "coupons-" + number);
		Map<String, Object> choice = Map.of("couponIds", List.of(Ids.next()));
		List<Callable<Integer>> attempts = Collections.nCopies(REPEATS_WITH_COUPONS,
				() -> Together.until(() -> this.counter.pay(admin, number, choice).status()));
		assertThat(Together.all(attempts)).containsOnly(200);
		assertThat(this.coupons.heard()).contains("use").doesNotContain("release");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("482.00");
	}

	@RepeatedTest(3)
	@Tag("I-26")
	@Tag("ORD-11")
	void isEitherPaidOrRejected() throws Exception {
		String number = this.counter.requested(this.customer, "30.00");
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS; i++) {
			attempts.add((i % 2 == 0) ? () -> Together.until(() -> this.counter.pay(this.partner, number).status())
					: () -> Together.until(() -> this.counter.reject(this.partner, number, "no").status()));
		}
		List<Integer> answers = Together.all(attempts);
		assertThat(answers).isSubsetOf(200, 204, 409);
		assertThat(Collections.frequency(answers, 200) + Collections.frequency(answers, 204)).isOne();
		boolean paid = answers.contains(200);
		assertThat(this.counter.states(this.partner, number))
			.isEqualTo(paid ? "PROCESSING PAID" : "PENDING_PAYMENT REJECTED");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo(paid ? "470.00" : "500.00");
		this.books.balance();
	}

}
