package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.Event;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnlinkingReclaimsTests extends CouponScenario {

	@Autowired
	private MovableClock clock;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("1000.00");
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@Test
	@Tag("REC-06")
	@Tag("DIS-09")
	void reclaimsEveryVoucherOfTheLinkOnce() {
		issue("100.00");
		Map<String, Object> later = A.issue(this.quota, "50.00", this.customer);
		later.put("effectiveAt", MovableClock.START.plus(Duration.ofDays(3)));
		admin().post("/api/v1/vouchers", later).expect(201);
		this.announced.next();

		CustomerDisassociated ended = this.partner.unlinked(this.customer, 1);
		UUID delivery = Ids.next();
		this.hears.event(ended, delivery);
		List<Event> first = this.announced.next();
		assertThat(first).hasSize(2);
		assertThat(first.getFirst()).isInstanceOfSatisfying(VouchersReclaimed.class, (event) -> {
			assertThat(event.operationType()).isEqualTo(3);
			assertThat(event.vouchers()).hasSize(2);
		});
		assertThat(first.getLast()).isInstanceOfSatisfying(CustomerCouponsReclaimed.class, (event) -> {
			assertThat(event.count()).isEqualTo(2);
			assertThat(event.amount().amount()).isEqualTo("150.00");
		});
		assertThat(balance()).isEqualTo("1000.00");

		this.hears.event(ended, delivery);
		this.hears.event(ended);
		assertThat(this.announced.next()).isEmpty();
		assertThat(balance()).isEqualTo("1000.00");
		assertThat(records("3")).isEqualTo(2);
	}

	@Test
	@Tag("REC-03")
	void hidesReclaimedVouchersFromTheReceiverOnly() {
		issue("100.00");
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(this.client.as(Caller.customer("c", this.customer)).get("/api/v1/my/vouchers").json().at("/items"))
			.isEmpty();
		assertThat(admin().get("/api/v1/vouchers").text("/items/0/state")).isEqualTo("RECLAIMED");
	}

	@Test
	@Tag("REC-06")
	void refusesToIssueAfterTheLinkEnded() {
		this.hears.event(this.partner.unlinked(this.customer, 1));
		admin().post("/api/v1/vouchers", A.issue(this.quota, "1.00", this.customer))
			.refused(409, "CUSTOMER_NOT_ASSOCIATED");
	}

	@Test
	@Tag("REC-06")
	void answersForCustomersWithoutVouchersToo() {
		this.announced.next();
		this.hears.event(this.partner.unlinked(Ids.next(), 1));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).singleElement()
			.returns(0L, CustomerCouponsReclaimed::count);
	}

	@Test
	@Tag("REC-06")
	void leavesVouchersOfTheNextLinkAlone() {
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.hears.event(this.partner.linked(this.customer, 2, AssociationType.RESALE));
		issue("100.00");
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(balance()).isEqualTo("900.00");
	}

	@Test
	@Tag("REC-01")
	@Tag("REC-02")
	void reclaimsByHandTheWholeBalanceOnce() {
		String voucher = issue("100.00");
		HubClient.Answer answer = reclaim(voucher).expect(200);
		assertThat(answer.text("/amount/amount")).isEqualTo("100.00");
		assertThat(balance()).isEqualTo("1000.00");
		reclaim(voucher).refused(409, "COUPON_STATE_NOT_RECLAIMABLE");
		assertThat(records("2")).isOne();
	}

	@Test
	@Tag("REC-03")
	void writesOffWhatReturnsToAQuotaThatIsOver() {
		issue("100.00");
		this.jdbc.sql("update quota set state = 'INVALID' where id = :id::uuid").param("id", this.quota).update();
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(balance()).isEqualTo("900.00");
		assertThat(this.jdbc.sql("select written_minor from quota where id = :id::uuid")
			.param("id", this.quota)
			.query(Long.class)
			.single()).isEqualTo(10000L);
	}

	@Test
	@Tag("REC-05")
	void refusesVouchersOfAdvisoryCustomersOnTheVendorFace() {
		UUID advisory = Ids.next();
		this.hears.event(this.partner.linked(advisory, 1, AssociationType.ADVISORY));
		String voucher = admin().post("/api/v1/vouchers", A.issue(this.quota, "5.00", advisory))
			.expect(201)
			.text("/vouchers/0/id");
		this.client.as(this.partner.key())
			.post("/v2/promotions/benefits/partner-coupons/reclaim", Map.of("coupon_id", voucher))
			.refused(400, "CBC.99000045");
		reclaim(voucher).expect(200);
	}

	@RepeatedTest(3)
	@Tag("REC-06")
	void neverLeavesAVoucherBehindWhenIssuingRacesTheEnd() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			Callable<Integer> issue = () -> admin().post("/api/v1/vouchers", A.issue(this.quota, "1.00", this.customer))
				.status();
			List<Callable<Integer>> race = Stream
				.concat(Stream.generate(() -> issue).limit(106), Stream.of((Callable<Integer>) () -> {
					this.hears.event(this.partner.unlinked(this.customer, 1));
					return 0;
				}))
				.toList();
			for (Future<Integer> outcome : threads.invokeAll(race)) {
				assertThat(outcome.get()).isIn(0, 201, 409);
			}
		}
		assertThat(balance()).isEqualTo("1000.00");
		assertThat(this.jdbc.sql("select count(*) from coupon where customer_id = :id and reclaimed_at is null")
			.param("id", this.customer)
			.query(Long.class)
			.single()).isZero();
	}

	@RepeatedTest(3)
	@Tag("REC-01")
	@Tag("REC-06")
	void reclaimsEachVoucherOnceWhenReclaimingByHandRacesTheEnd() throws Exception {
		List<String> vouchers = Stream.generate(() -> issue("1.00")).limit(60).toList();
		int byHand = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			List<Callable<Integer>> race = new java.util.ArrayList<>();
			vouchers.forEach((voucher) -> race.add(() -> reclaim(voucher).status()));
			race.add(20, () -> {
				this.hears.event(this.partner.unlinked(this.customer, 1));
				return 0;
			});
			for (Future<Integer> outcome : threads.invokeAll(race)) {
				assertThat(outcome.get()).isIn(0, 200, 409);
				byHand += (outcome.get() == 200) ? 1 : 0;
			}
		}
		assertThat(balance()).isEqualTo("1000.00");
		assertThat(records("2")).isEqualTo(byHand);
		assertThat(records("3")).isEqualTo(60 - byHand);
	}

	@Test
	@Tag("LOG-01")
	void refusesToChangeWhatIsRecorded() {
		issue("1.00");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update operation_record set amount_minor = 2").update());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from quota_journal").update());
	}

	private String issue(String face) {
		return admin().post("/api/v1/vouchers", A.issue(this.quota, face, this.customer))
			.expect(201)
			.text("/vouchers/0/id");
	}

	private HubClient.Answer reclaim(String voucher) {
		return admin().post("/api/v1/vouchers/" + voucher + "/reclamation", Map.of());
	}

	private String balance() {
		return balance(this.quota);
	}

	private int records(String type) {
		return this.client.as(this.partner.key())
			.get("/v2/promotions/benefits/partner-coupons/records/query?operation_types=" + type + "&limit=100")
			.expect(200)
			.json()
			.at("/total_count")
			.asInt();
	}

}
