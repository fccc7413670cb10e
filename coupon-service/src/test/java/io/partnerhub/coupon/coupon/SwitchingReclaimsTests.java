package io.partnerhub.coupon.coupon;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.Event;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of vouchers when the model changes or the customer is moved. */
@CouponTest
class SwitchingReclaimsTests {

	private final A.Partner partner = A.partner();

	private final A.Partner reseller = A.resellerOf(this.partner);

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void twoPartnersOfOneTenant() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.reseller.registered());
	}

	@ParameterizedTest
	@EnumSource(AssociationType.class)
	@Tag("DIS-10")
	@Tag("DIS-11")
	@Tag("REC-06")
	@Tag("I-06")
	void reclaimsOnceWhenTheModelChanges(AssociationType to) {
		this.hears.event(this.partner.linked(this.customer, 1, other(to)));
		String quota = quota(this.partner);
		issue(this.partner, quota, "100.00");
		issue(this.partner, quota, "50.00");
		this.announced.next();

		CustomerModelSwitched event = this.partner.switched(this.customer, 1, to);
		UUID delivery = Ids.next();
		this.hears.event(event, delivery);
		List<Event> answers = this.announced.next();
		assertThat(answers).hasSize(2);
		assertThat(answers.getFirst()).isInstanceOfSatisfying(VouchersReclaimed.class, (reclaimed) -> {
			assertThat(reclaimed.operationType()).isEqualTo(8);
			assertThat(reclaimed.epoch()).isEqualTo(1);
			assertThat(reclaimed.vouchers()).hasSize(2);
		});
		assertThat(answers.getLast()).isEqualTo(answer(this.partner, 1, 2, "150.00"));

		this.hears.event(event, delivery);
		this.hears.event(event);
		assertThat(this.announced.next()).isEmpty();
		assertThat(balance(this.partner, quota)).isEqualTo("1000.00");
		assertThat(records(this.partner, "8")).isEqualTo(2);
		assertThat(records(this.partner, "3")).isZero();
	}

	@Test
	@Tag("DIS-10")
	@Tag("I-07")
	void issuesUnderTheNextModelAtOnce() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.ADVISORY));
		this.hears.event(this.partner.switched(this.customer, 1, AssociationType.RESALE));
		issue(this.partner, quota(this.partner), "5.00");
		assertThat(this.jdbc.sql("select epoch || association_type from coupon where customer_id = :id")
			.param("id", this.customer)
			.query((row, index) -> row.getString(1))
			.single()).isEqualTo("2RESALE");
	}

	@Test
	@Tag("DIS-10")
	@Tag("REC-06")
	void leavesVouchersOfTheNextModelAloneWhenToldAgain() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.ADVISORY));
		CustomerModelSwitched event = this.partner.switched(this.customer, 1, AssociationType.RESALE);
		this.hears.event(event);
		String quota = quota(this.partner);
		issue(this.partner, quota, "5.00");
		this.hears.event(event);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(balance(this.partner, quota)).isEqualTo("995.00");
	}

	@Test
	@Tag("DIS-10")
	void answersForACustomerNeverHeardOfAndKnowsHimFromThenOn() {
		this.announced.next();
		this.hears.event(this.partner.switched(this.customer, 3, AssociationType.RESALE));
		assertThat(this.announced.next()).containsExactly(answer(this.partner, 3, 0, "0.00"));
		issue(this.partner, quota(this.partner), "5.00");
	}

	@Test
	@Tag("DIS-11")
	void answersForALinkLongOverAndChangesNothing() {
		this.hears.event(this.partner.linked(this.customer, 5, AssociationType.RESALE));
		String quota = quota(this.partner);
		issue(this.partner, quota, "5.00");
		this.announced.next();
		this.hears.event(this.partner.switched(this.customer, 2, AssociationType.ADVISORY));
		this.hears.event(this.reseller.tookOver(this.customer, this.partner, 3));
		assertThat(this.announced.next()).containsExactly(answer(this.partner, 2, 0, "0.00"),
				answer(this.partner, 3, 0, "0.00"));
		assertThat(balance(this.partner, quota)).isEqualTo("995.00");
		issue(this.partner, quota, "5.00");
	}

	@Test
	@Tag("DIS-10")
	void endsTheNextModelLikeAnyLink() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.ADVISORY));
		this.hears.event(this.partner.switched(this.customer, 1, AssociationType.RESALE));
		String quota = quota(this.partner);
		issue(this.partner, quota, "5.00");
		this.announced.next();
		this.hears.event(this.partner.unlinked(this.customer, 2));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class))
			.containsExactly(answer(this.partner, 2, 1, "5.00"));
		refused(this.partner, quota, 409);
	}

	@Test
	@Tag("DIS-14")
	@Tag("I-06")
	void returnsVouchersToTheFormerPartnerWhenTheCustomerMoves() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		String quota = quota(this.partner);
		issue(this.partner, quota, "100.00");
		this.announced.next();

		CustomerTransferred event = this.reseller.tookOver(this.customer, this.partner, 1);
		UUID delivery = Ids.next();
		this.hears.event(event, delivery);
		List<Event> answers = this.announced.next();
		assertThat(answers).hasSize(2);
		assertThat(answers.getFirst()).isInstanceOfSatisfying(VouchersReclaimed.class, (reclaimed) -> {
			assertThat(reclaimed.operationType()).isEqualTo(9);
			assertThat(reclaimed.ownerPartnerId()).isEqualTo(this.partner.id());
		});
		assertThat(answers.getLast()).isEqualTo(answer(this.partner, 1, 1, "100.00"));
		assertThat(balance(this.partner, quota)).isEqualTo("1000.00");
		assertThat(records(this.partner, "9")).isEqualTo(1);
		refused(this.partner, quota, 404);

		this.hears.event(this.partner.tookOver(this.customer, this.reseller, 2));
		assertThat(this.announced.next()).containsExactly(answer(this.reseller, 2, 0, "0.00"));
		issue(this.partner, quota, "1.00");
		this.hears.event(event, delivery);
		this.hears.event(event);
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).isEmpty();
		assertThat(balance(this.partner, quota)).isEqualTo("999.00");
	}

	@Test
	@Tag("DIS-14")
	void knowsACustomerByHisTransfer() {
		this.announced.next();
		this.hears.event(this.partner.tookOver(this.customer, this.reseller, 1));
		assertThat(this.announced.next()).containsExactly(answer(this.reseller, 1, 0, "0.00"));
		issue(this.partner, quota(this.partner), "1.00");
	}

	@RepeatedTest(3)
	@Tag("I-07")
	@Tag("DIS-11")
	void leavesNothingUnderTheFormerModelWhenIssuingRacesTheSwitch() throws Exception {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		String quota = quota(this.partner);
		List<Integer> outcomes = race(
				() -> client(this.partner).post("/api/v1/vouchers", A.issue(quota, "1.00", this.customer)).status(),
				() -> this.hears.event(this.partner.switched(this.customer, 1, AssociationType.ADVISORY)));
		assertThat(outcomes).containsOnly(201);
		assertThat(left("epoch = 1")).isZero();
		assertThat(balance(this.partner, quota))
			.isEqualTo(String.valueOf(1000 - left("epoch = 2 and association_type = 'ADVISORY'")) + ".00");
	}

	@RepeatedTest(3)
	@Tag("I-07")
	@Tag("DIS-14")
	void leavesNothingWithTheFormerPartnerWhenIssuingRacesTheTransfer() throws Exception {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		String quota = quota(this.partner);
		List<Integer> outcomes = race(
				() -> client(this.partner).post("/api/v1/vouchers", A.issue(quota, "1.00", this.customer)).status(),
				() -> this.hears.event(this.reseller.tookOver(this.customer, this.partner, 1)));
		assertThat(outcomes).isSubsetOf(201, 404);
		assertThat(left("true")).isZero();
		assertThat(balance(this.partner, quota)).isEqualTo("1000.00");
	}

	@Test
	@Tag("I-06")
	void recordsNoVoucherTakenBackTwice() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		issue(this.partner, quota(this.partner), "1.00");
		this.hears.event(this.partner.switched(this.customer, 1, AssociationType.ADVISORY));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into operation_record (id, partner_id, owner_partner_id, operation_type, quota_id, coupon_id,
				                              customer_id, epoch, amount_minor, succeeded, operator, at)
				select gen_random_uuid(), partner_id, owner_partner_id, 9, quota_id, coupon_id, customer_id, epoch,
				       amount_minor, succeeded, operator, at
				from operation_record
				where customer_id = :id and operation_type = 8
				""").param("id", this.customer).update()).withMessageContaining("taken_back_once");
	}

	private static List<Integer> race(Callable<Integer> issue, Runnable event) throws Exception {
		List<Callable<Integer>> calls = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			calls.add(issue);
		}
		List<Integer> outcomes = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			Future<?> told = null;
			List<Future<Integer>> issued = new ArrayList<>();
			for (Callable<Integer> call : calls) {
				issued.add(threads.submit(call));
				if (issued.size() == 20) {
					told = threads.submit(event);
				}
			}
			for (Future<Integer> each : issued) {
				outcomes.add(each.get());
			}
			assertThat(told).isNotNull();
			told.get();
		}
		return outcomes;
	}

	private static AssociationType other(AssociationType type) {
		return (type == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
	}

	private HubClient.As client(A.Partner whom) {
		return this.client.as(whom.administrator());
	}

	private String quota(A.Partner whom) {
		return this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(whom, "1000.00"))
			.expect(201)
			.text("/id");
	}

	private void issue(A.Partner whom, String quota, String face) {
		client(whom).post("/api/v1/vouchers", A.issue(quota, face, this.customer)).expect(201);
	}

	private void refused(A.Partner whom, String quota, int status) {
		client(whom).post("/api/v1/vouchers", A.issue(quota, "1.00", this.customer))
			.refused(status, "CUSTOMER_NOT_ASSOCIATED");
	}

	private String balance(A.Partner whom, String quota) {
		return client(whom).get("/api/v1/voucher-quotas/" + quota).expect(200).text("/balance/amount");
	}

	private int records(A.Partner whom, String type) {
		return this.client.as(whom.key())
			.get("/v2/promotions/benefits/partner-coupons/records/query?operation_types=" + type)
			.expect(200)
			.json()
			.at("/total_count")
			.asInt();
	}

	private long left(String condition) {
		return this.jdbc
			.sql("select count(*) from coupon where customer_id = :id and reclaimed_at is null and " + condition)
			.param("id", this.customer)
			.query(Long.class)
			.single();
	}

	private CustomerCouponsReclaimed answer(A.Partner whom, int epoch, long count, String amount) {
		return new CustomerCouponsReclaimed(whom.tenant(), whom.id(), this.customer, epoch, count,
				new Amount(amount, "CNY"));
	}

}
