package io.partnerhub.coupon.redemption;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
class ConcurrentRedeemingTests {

	private static final String REDEMPTIONS = "/internal/redemptions";

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReservationExpiry expiry;

	private Scene scene;

	private UUID voucher;

	@BeforeEach
	void aVoucherForAHundredOrders() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.scene = new Scene(this.jdbc, this.partner);
		this.voucher = this.scene.voucher(this.customer, 1, 10_000);
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@RepeatedTest(3)
	@Tag("USE-05")
	@Tag("I-04")
	void neverHoldsMoreThanThereIs() throws Exception {
		List<Callable<Integer>> race = IntStream.range(0, 320).mapToObj((n) -> (Callable<Integer>) () -> {
			HubClient.Answer answer = reserve("CS" + Ids.next());
			return answer.status();
		}).toList();
		List<Integer> outcomes = run(race);
		assertThat(outcomes).isSubsetOf(201, 409);
		assertThat(outcomes.stream().filter((status) -> status == 201)).hasSize(100);
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 10000 0 0 0");
		assertThat(this.scene.agrees(this.voucher)).isTrue();
	}

	@RepeatedTest(3)
	@Tag("I-05")
	void reservesAnOrderOnceHoweverOftenItIsAsked() throws Exception {
		String order = "CS" + Ids.next();
		assertThat(run(Collections.nCopies(320, () -> reserve(order).status()))).containsOnly(201);
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 100 0 0 0");
	}

	@RepeatedTest(3)
	@Tag("I-05")
	@Tag("I-08")
	void losesNoUnitWhenAllStepsRaceOnOneVoucher() throws Exception {
		List<String> reservations = IntStream.range(0, 80)
			.mapToObj((n) -> reserve("CS" + Ids.next()).expect(201).text("/id"))
			.toList();
		reservations.subList(0, 60).forEach((id) -> step(id, "payment"));
		reservations.subList(0, 20).forEach((id) -> step(id, "use"));
		List<Callable<Integer>> race = new ArrayList<>();
		reservations.forEach((id) -> {
			race.add(() -> step(id, "use"));
			race.add(() -> step(id, "release"));
			race.add(() -> giveBack(id));
			race.add(() -> step(id, "payment"));
		});
		IntStream.range(0, 10).forEach((n) -> race.add(() -> this.expiry.sweep()));
		IntStream.range(0, 10).forEach((n) -> race.add(this::reclaim));
		Collections.shuffle(race);
		assertThat(run(race)).allMatch((status) -> status < 100 || List.of(200, 409).contains(status));
		assertThat(this.scene.agrees(this.voucher)).isTrue();
		assertThat(eachOrderWasUsedOrReleased()).isTrue();
	}

	private boolean eachOrderWasUsedOrReleased() {
		return this.jdbc.sql("""
				select bool_and((r.state = 'USED') = exists (select from redemption u
				                                             where u.order_id = r.order_id and u.kind = 'USED')
				                and (r.state in ('RESERVED', 'PAYING')) = exists (select from coupon_lock k
				                                                                  where k.order_id = r.order_id))
				from reservation r
				where r.customer_id = :customer
				""").param("customer", this.customer).query(Boolean.class).single();
	}

	private HubClient.Answer reserve(String order) {
		return billing().post(REDEMPTIONS, A.reservation(order, this.customer, "1.00", this.voucher));
	}

	private int step(String id, String step) {
		return billing().post(REDEMPTIONS + "/" + id + "/" + step, Map.of()).status();
	}

	private int giveBack(String id) {
		return billing().post(REDEMPTIONS + "/" + id + "/returns", Map.of("requestId", "R1", "cause", "NO_REASON",
				"coupons", List.of(Map.of("couponId", this.voucher, "amount", A.money("0.50")))))
			.status();
	}

	private int reclaim() {
		return this.client.as(this.partner.administrator())
			.post("/api/v1/vouchers/" + this.voucher + "/reclamation", Map.of())
			.status();
	}

	private static List<Integer> run(List<? extends Callable<Integer>> race) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			List<Integer> outcomes = new ArrayList<>();
			for (Future<Integer> outcome : threads.invokeAll(race)) {
				outcomes.add(outcome.get());
			}
			return outcomes;
		}
	}

	private HubClient.As billing() {
		return this.client.as(Caller.service("billing-service"));
	}

}
