package io.partnerhub.coupon.redemption;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CouponLocked;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CouponUsed;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.CustomerUnfrozen;
import io.partnerhub.contracts.CustomerEvent.FreezeType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
class PayingWithCouponsTests {

	private static final String REDEMPTIONS = "/internal/redemptions";

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

	private final String order = "CS" + Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CouponLocks locks;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ReservationExpiry expiry;

	private Scene scene;

	private UUID voucher;

	@BeforeEach
	void aCustomerWithAVoucher() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.scene = new Scene(this.jdbc, this.partner);
		this.voucher = this.scene.voucher(this.customer, 1, 10_000);
		this.announced.next();
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@Test
	@Tag("USE-05")
	void holdsOnlyWhatTheOrderNeeds() {
		reserve(this.order, "30.00").expect(201);
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 3000 0 0 0");
		reserve("CS" + Ids.next(), "90.00").expect(201).json();
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 10000 0 0 0");
		assertThat(this.announced.next(CouponLocked.class)).extracting((event) -> event.amount().amount())
			.containsExactly("30.00", "70.00");
		reserve("CS" + Ids.next(), "1.00").refused(409, "COUPON_NOT_USABLE");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("0 10000 0 0 0");
	}

	@Test
	@Tag("USE-05")
	@Tag("I-05")
	void answersARepeatWithTheStoredReservation() {
		String first = reserve(this.order, "30.00").expect(201).text("/id");
		assertThat(reserve(this.order, "30.00").expect(201).text("/id")).isEqualTo(first);
		reserve(this.order, "31.00").refused(409, "ORDER_HAS_RESERVATION");
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 3000 0 0 0");
		step(first, "release").expect(200);
		assertThat(reserve(this.order, "30.00").expect(201).text("/state")).isEqualTo("RELEASED");
		Map<String, Object> next = A.reservation(this.order, this.customer, "31.00", this.voucher);
		next.put("requestId", "2");
		billing().post(REDEMPTIONS, next).expect(201);
	}

	@Test
	@Tag("USE-04")
	@Tag("I-04")
	@Tag("I-05")
	void usesWhatItHeldOnceTheOrderIsPaid() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		step(id, "use").refused(409, "PAYMENT_NOT_STARTED");
		step(id, "payment").expect(200);
		step(id, "payment").expect(200);
		this.announced.next();
		assertThat(step(id, "use").expect(200).text("/state")).isEqualTo("USED");
		step(id, "use").expect(200);
		assertThat(this.announced.next()).singleElement().isInstanceOfSatisfying(CouponUsed.class, (event) -> {
			assertThat(event.amount().amount()).isEqualTo("30.00");
			assertThat(event.balance().amount()).isEqualTo("70.00");
		});
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("7000 0 3000 0 0");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("0 7000 3000 0 0");
		assertThat(this.scene.agrees(this.voucher)).isTrue();
		step(id, "release").refused(409, "ORDER_ALREADY_PAID");
	}

	@Test
	@Tag("USE-05")
	void givesUpWhatAnUnpaidOrderHeldTooLong() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		String paying = reserve(this.order + "p", "20.00").expect(201).text("/id");
		step(paying, "payment").expect(200);
		this.clock.advance(Duration.ofHours(24).minusMillis(1));
		sweep();
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 5000 0 0 0");
		this.clock.advance(Duration.ofMillis(1));
		sweep();
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 2000 0 0 0");
		step(id, "payment").refused(409, "RESERVATION_OVER");
		step(id, "release").expect(200);
		assertThat(step(paying, "use").expect(200).text("/state")).isEqualTo("USED");
	}

	@Test
	@Tag("USE-01")
	@Tag("USE-02")
	@Tag("CSH-09")
	void combinesOneVoucherWithSeveralCashCoupons() {
		UUID second = this.scene.voucher(this.customer, 1, 100);
		UUID cash = this.scene.cash(this.customer, 5_000, null);
		UUID more = this.scene.cash(this.customer, 9_000, null);
		reserve(this.order, "150.00", this.voucher, second).refused(409, "TOO_MANY_VOUCHERS");
		reserve(this.order, "150.00", this.voucher, second, cash, more).refused(400, "TOO_MANY_COUPONS");
		HubClient.Answer answer = reserve(this.order, "200.00", more, this.voucher, cash).expect(201);
		assertThat(answer.text("/total/amount")).isEqualTo("200.00");
		assertThat(answer.text("/coupons/0/couponId")).isEqualTo(this.voucher.toString());
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 10000 0 0 0");
		Map<String, Object> discounted = A.reservation(this.order + "d", this.customer, "1.00", cash);
		discounted.put("discountIds", List.of("D1", "D2"));
		billing().post(REDEMPTIONS, discounted).refused(400, "TOO_MANY_DISCOUNTS");
	}

	@Test
	@Tag("CSH-08")
	void keepsCashCouponsWithinTheirRatio() {
		UUID cash = this.scene.cash(this.customer, 10_000, "{\"maxDeductionRatio\":0.3}");
		assertThat(reserve(this.order, "100.00", cash).expect(201).text("/total/amount")).isEqualTo("30.00");
	}

	@Test
	@Tag("USE-01")
	void offersAllCouponsAndTellsWhyOthersDoNotFit() {
		UUID cash = this.scene.cash(this.customer, 5_000, "{\"orderTypes\":[\"RENEW\"]}");
		HubClient.Answer answer = billing()
			.post(REDEMPTIONS + "/eligible-coupons", Map.of("customerId", this.customer, "order", A.order("40.00")))
			.expect(200);
		assertThat(answer.text("/coupons/0/couponId")).isEqualTo(this.voucher.toString());
		assertThat(answer.text("/coupons/0/usable/amount")).isEqualTo("40.00");
		assertThat(answer.text("/coupons/1/couponId")).isEqualTo(cash.toString());
		assertThat(answer.text("/coupons/1/refusals/0")).isEqualTo("ORDER_TYPE");
		HubClient.Answer own = this.client.as(Caller.customer("c", this.customer))
			.post("/api/v1/my/coupons/eligibility", A.order("40.00"))
			.expect(200);
		assertThat(own.json().at("/coupons")).isEqualTo(answer.json().at("/coupons"));
	}

	@Test
	void knowsNoCouponsOfOthers() {
		billing().post(REDEMPTIONS, A.reservation(this.order, Ids.next(), "1.00", this.voucher))
			.refused(404, "COUPON_NOT_FOUND");
	}

	@Test
	@Tag("VOU-12")
	void refusesFrozenCustomersBeforeReservationAndPayment() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		this.hears.event(new CustomerFrozen(this.partner.tenant(), this.partner.id(), this.customer, 1,
				FreezeType.ACCOUNT, "risk", "system"));
		reserve(this.order + "2", "1.00").refused(409, "COUPON_NOT_USABLE");
		step(id, "payment").refused(409, "COUPON_NOT_USABLE");
		this.hears.event(new CustomerUnfrozen(this.partner.tenant(), this.partner.id(), this.customer, 1,
				FreezeType.ACCOUNT, "system"));
		step(id, "payment").expect(200);
	}

	@Test
	@Tag("VOU-12")
	void refusesCouponsOfFrozenPartners() {
		this.hears.event(new PartnerStatusChanged(this.partner.tenant(), this.partner.id(), PartnerStatus.FROZEN));
		reserve(this.order, "1.00").refused(409, "COUPON_NOT_USABLE");
		this.hears.event(new PartnerStatusChanged(this.partner.tenant(), this.partner.id(), PartnerStatus.NORMAL));
		reserve(this.order, "1.00").expect(201);
	}

	@Test
	@Tag("CSH-06")
	void refusesCouponsInvoicedToAResaleCustomerAtHisPayment() {
		UUID stranger = Ids.next();
		this.hears.event(new AccountFactsChanged(stranger, "acc-" + stranger, "Cloud", "CN-1", null));
		UUID cash = this.scene.coupon(CouponType.CASH_COUPON, stranger, 0, 1_000, null, true);
		String id = billing().post(REDEMPTIONS, A.reservation(this.order, stranger, "1.00", cash))
			.expect(201)
			.text("/id");
		this.hears.event(this.partner.linked(stranger, 1, AssociationType.RESALE));
		step(id, "payment").refused(409, "COUPON_NOT_USABLE");
	}

	@Test
	@Tag("CSH-06")
	void refusesCouponsInvoicedToWhomAnotherEntityContracts() {
		UUID stranger = Ids.next();
		UUID cash = this.scene.coupon(CouponType.CASH_COUPON, stranger, 0, 1_000, null, true);
		Map<String, Object> wanted = A.reservation(this.order, stranger, "1.00", cash);
		assertThat(billing().post(REDEMPTIONS, wanted).refused(409, "COUPON_NOT_USABLE").text("/coupons/0/reasons/0"))
			.isEqualTo("SIGNING_ENTITY_UNKNOWN");
		this.hears.event(new AccountFactsChanged(stranger, "acc-" + stranger, "Cloud", "CN-1", null));
		String id = billing().post(REDEMPTIONS, wanted).expect(201).text("/id");
		this.hears.event(new AccountFactsChanged(stranger, "acc-" + stranger, "Cloud", "CN-2", null));
		assertThat(step(id, "payment").refused(409, "COUPON_NOT_USABLE").text("/coupons/0/reasons/0"))
			.isEqualTo("INVOICE_RESTRICTION");
	}

	@Test
	@Tag("REC-04")
	void refusesToReclaimByHandWhatAnOrderHolds() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		HubClient.As admin = this.client.as(this.partner.administrator());
		admin.post("/api/v1/vouchers/" + this.voucher + "/reclamation", Map.of()).refused(409, "COUPON_LOCKED");
		this.client.as(this.partner.key())
			.post("/v2/promotions/benefits/partner-coupons/reclaim", Map.of("coupon_id", this.voucher))
			.refused(400, "CBC.99000016");
		assertThat(admin.get("/api/v1/vouchers/" + this.voucher).text("/lockedAmount/amount")).isEqualTo("30.00");
		step(id, "release").expect(200);
		admin.post("/api/v1/vouchers/" + this.voucher + "/reclamation", Map.of()).expect(200);
	}

	@Test
	@Tag("REC-06")
	void losesItsLockWhenTheCouponEndsAndStaysPayableWithout() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		this.announced.next();
		assertThat(voidLocks()).isEmpty();
		assertThat(this.announced.next(CouponUnlocked.class)).hasSize(1);
		step(id, "payment").refused(409, "COUPON_VOIDED");
		assertThat(billing().get(REDEMPTIONS + "/" + id).json().at("/coupons/0/voided").asBoolean()).isTrue();
		step(id, "release").expect(200);
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("10000 0 0 0 0");
	}

	@Test
	@Tag("REC-06")
	void awaitsARunningPaymentBeforeTheRestIsReclaimed() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		step(id, "payment").expect(200);
		assertThat(voidLocks()).containsExactly(this.voucher);
		this.scene.await(this.voucher, 3);
		reserve(this.order + "2", "1.00").refused(409, "COUPON_NOT_USABLE");
		this.announced.next();
		step(id, "use").expect(200);
		assertThat(this.announced.next(VouchersReclaimed.class)).singleElement()
			.returns(3, VouchersReclaimed::operationType);
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("0 0 3000 7000 0");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("7000 0 3000 0 0");
	}

	@Test
	@Tag("REC-06")
	void reclaimsWhatAFailedPaymentHeldOfAnEndedCoupon() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		step(id, "payment").expect(200);
		this.scene.await(this.voucher, 4);
		step(id, "release").expect(200);
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("0 0 0 0 10000");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("10000 0 0 0 0");
	}

	@Test
	@Tag("USE-04")
	void showsTheCustomerLimitsLocksAndUses() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		step(id, "payment").expect(200);
		step(id, "use").expect(200);
		reserve(this.order + "2", "20.00").expect(201);
		HubClient.Answer detail = this.client.as(Caller.customer("c", this.customer))
			.get("/api/v1/my/vouchers/" + this.voucher)
			.expect(200);
		assertThat(detail.text("/uses/0/orderId")).isEqualTo(this.order);
		assertThat(detail.text("/uses/0/amount/amount")).isEqualTo("30.00");
		assertThat(detail.text("/heldFor/0/orderId")).isEqualTo(this.order + "2");
		assertThat(detail.text("/lockedAmount/amount")).isEqualTo("20.00");
		this.client.as(Caller.customer("c", Ids.next())).get("/api/v1/my/vouchers/" + this.voucher).expect(404);
	}

	@Test
	void showsNoMoreThanAHundredOrdersThatHoldACoupon() {
		this.jdbc.sql("""
				with l as (
				    insert into coupon_lock (coupon_id, order_id, partner_id, amount_minor, locked_at)
				    select c.id, 'order-' || lpad(i::text, 3, '0'), c.partner_id, 10, c.created_at
				    from coupon c, generate_series(1, 101) i
				    where c.id = :id::uuid
				    returning amount_minor)
				update coupon set locked_minor = 1010 where id = :id::uuid
				""").param("id", this.voucher).update();
		JsonNode held = this.client.as(Caller.customer("c", this.customer))
			.get("/api/v1/my/vouchers/" + this.voucher)
			.expect(200)
			.json()
			.at("/heldFor");
		assertThat(held).hasSize(100);
		assertThat(held.at("/0/orderId").asString()).isEqualTo("order-001");
	}

	@Test
	void findsCouponsByTheOrderTheyWereUsedForOnTheVendorFace() {
		String id = reserve(this.order, "30.00").expect(201).text("/id");
		step(id, "payment").expect(200);
		step(id, "use").expect(200);
		reserve(this.order + "2", "20.00").expect(201);
		String list = "/v2/promotions/benefits/partner-coupons?order_id=";
		HubClient.Answer found = this.client.as(this.partner.key())
			.get(list + this.order.toLowerCase(java.util.Locale.ROOT))
			.expect(200);
		assertThat(found.text("/user_coupons/0/order_id")).isEqualTo(this.order);
		assertThat(found.text("/user_coupons/0/lock_order_id")).isEqualTo(this.order + "2");
		assertThat(this.client.as(this.partner.key()).get(list + "none").json().at("/total_count").asInt()).isZero();
	}

	private void sweep() {
		int expired;
		do {
			expired = this.expiry.sweep();
		}
		while (expired > 0);
	}

	private List<UUID> voidLocks() {
		return this.transaction.execute((status) -> this.locks.voidAll(List.of(this.voucher)));
	}

	private HubClient.Answer reserve(String order, String payable) {
		return reserve(order, payable, this.voucher);
	}

	private HubClient.Answer reserve(String order, String payable, Object... coupons) {
		return billing().post(REDEMPTIONS, A.reservation(order, this.customer, payable, coupons));
	}

	private HubClient.Answer step(String id, String step) {
		return billing().post(REDEMPTIONS + "/" + id + "/" + step, Map.of());
	}

	private HubClient.As billing() {
		return this.client.as(Caller.service("billing-service"));
	}

}
