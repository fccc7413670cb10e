package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CouponReturned;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
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

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
class RefundingCouponsTests {

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

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

	private Scene scene;

	private UUID voucher;

	private UUID cash;

	private String paid;

	@BeforeEach
	void anOrderPaidWithAVoucherAndACashCoupon() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.scene = new Scene(this.jdbc, this.partner);
		this.voucher = this.scene.voucher(this.customer, 1, 6_000);
		this.cash = this.scene.cash(this.customer, 5_000, null);
		this.paid = billing()
			.post("/internal/redemptions",
					A.reservation("CS" + Ids.next(), this.customer, "100.00", this.voucher, this.cash))
			.expect(201)
			.text("/id");
		billing().post("/internal/redemptions/" + this.paid + "/payment", Map.of()).expect(200);
		billing().post("/internal/redemptions/" + this.paid + "/use", Map.of()).expect(200);
		this.announced.next();
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@Test
	@Tag("USE-07")
	@Tag("I-03")
	void revivesBothWithinTheNoReasonRule() {
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("0 0 6000 0 0");
		HubClient.Answer answer = giveBack("R1", "NO_REASON", part(this.voucher, "60.00"), part(this.cash, "40.00"))
			.expect(200);
		assertThat(answer.text("/coupons/0/fate")).isEqualTo("USABLE");
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("6000 0 0 0 0");
		assertThat(this.scene.coupon(this.cash)).isEqualTo("5000 0 0 0 0");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("0 6000 0 0 0");
		assertThat(this.announced.next(CouponReturned.class)).hasSize(2).allMatch(CouponReturned::usable);
		assertThat(this.scene.agrees(this.voucher)).isTrue();
	}

	@Test
	@Tag("USE-07")
	void returnsOnlyPartsOfCashCouponsOtherwise() {
		assertThat(refusal("R1", "UNSUBSCRIPTION", part(this.voucher, "1.00"))).isEqualTo("VOUCHER_NOT_RETURNED");
		giveBack("R1", "UNSUBSCRIPTION", part(this.cash, "10.00")).expect(200);
		assertThat(this.scene.coupon(this.cash)).isEqualTo("2000 0 3000 0 0");
	}

	@Test
	@Tag("USE-07")
	@Tag("I-05")
	void returnsTheOthersWhenACouponIsRefused() {
		Object[] parts = { part(this.voucher, "1.00"), part(this.cash, "10.00") };
		HubClient.Answer answer = giveBack("R1", "UNSUBSCRIPTION", parts).expect(200);
		assertThat(answer.json().at("/coupons"))
			.extracting((each) -> each.at("/couponId").asString() + " " + each.at("/fate").asString("")
					+ each.at("/refusal").asString(""))
			.containsExactly(this.cash + " USABLE", this.voucher + " VOUCHER_NOT_RETURNED");
		assertThat(giveBack("R1", "UNSUBSCRIPTION", parts).expect(200).json()).isEqualTo(answer.json());
		assertThat(this.scene.coupon(this.cash)).isEqualTo("2000 0 3000 0 0");
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("0 0 6000 0 0");
		giveBack("R1", "UNSUBSCRIPTION", part(this.voucher, "1.00")).refused(409, "RETURN_DIFFERS");
		assertThat(this.scene.agrees(this.cash)).isTrue();
	}

	@Test
	@Tag("USE-07")
	void takesNoOtherCouponUnderTheSameRequest() {
		giveBack("R1", "NO_REASON", part(this.voucher, "1.00")).expect(200);
		giveBack("R1", "NO_REASON", part(this.voucher, "1.00"), part(this.cash, "1.00")).refused(409, "RETURN_DIFFERS");
		assertThat(this.scene.coupon(this.cash)).isEqualTo("1000 0 4000 0 0");
	}

	@Test
	@Tag("CSH-14")
	void showsWhatItWasUsedForToItsCustomerAndItsIssuer() {
		giveBack("R1", "UNSUBSCRIPTION", part(this.cash, "10.00")).expect(200);
		String own = "/api/v1/my/cash-coupons/" + this.cash;
		HubClient.Answer mine = this.client.as(Caller.customer("me", this.customer)).get(own).expect(200);
		assertThat(mine.text("/balance/amount")).isEqualTo("20.00");
		assertThat(mine.text("/uses/0/kind") + mine.text("/uses/0/amount/amount")).isEqualTo("RETURNED10.00");
		assertThat(mine.text("/uses/1/kind") + mine.text("/uses/1/amount/amount")).isEqualTo("USED40.00");
		String issued = "/api/v1/cash-coupons/" + this.cash + "/uses";
		HubClient.Answer issuer = this.client.as(this.partner.administrator()).get(issued).expect(200);
		assertThat(issuer.json().at("/uses")).isEqualTo(mine.json().at("/uses")).hasSize(2);
		assertThat(issuer.text("/uses/1/orderId")).startsWith("CS");
		this.client.as(Caller.customer("c", Ids.next())).get(own).expect(404);
		this.client.as(A.partner().administrator()).get(issued).expect(404);
		this.client.as(this.partner.administrator()).get("/api/v1/vouchers/" + this.voucher + "/uses").expect(200);
	}

	@Test
	@Tag("USE-07")
	@Tag("I-05")
	void countsEachRefundOnceAndNeverMoreThanWasUsed() {
		giveBack("R1", "NO_REASON", part(this.voucher, "20.00")).expect(200);
		giveBack("R1", "NO_REASON", part(this.voucher, "20.00")).expect(200);
		giveBack("R1", "NO_REASON", part(this.voucher, "21.00")).refused(409, "RETURN_DIFFERS");
		giveBack("R1", "REVERSAL", part(this.voucher, "20.00")).refused(409, "RETURN_DIFFERS");
		assertThat(refusal("R2", "NO_REASON", part(this.voucher, "40.01"))).isEqualTo("RETURN_EXCEEDS_USED");
		giveBack("R2", "NO_REASON", part(this.voucher, "40.00")).expect(200);
		assertThat(refusal("R3", "NO_REASON", part(this.voucher, "0.01"))).isEqualTo("RETURN_EXCEEDS_USED");
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("6000 0 0 0 0");
		assertThat(this.scene.agrees(this.voucher)).isTrue();
	}

	@Test
	@Tag("USE-07")
	void voidsWhatReturnsToAnExpiredCoupon() {
		this.clock.advance(Scene.VALIDITY);
		assertThat(giveBack("R1", "NO_REASON", part(this.voucher, "60.00")).expect(200).text("/coupons/0/fate"))
			.isEqualTo("EXPIRED");
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("0 0 0 0 6000");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("0 0 0 6000 0");
		assertThat(this.announced.next(CouponReturned.class)).singleElement().returns(false, CouponReturned::usable);
		assertThat(this.scene.agrees(this.voucher)).isTrue();
	}

	@Test
	@Tag("REC-06")
	void givesTheQuotaWhatReturnsAfterTheEndOfTheLink() {
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.announced.next();
		assertThat(giveBack("R1", "NO_REASON", part(this.voucher, "60.00")).expect(200).text("/coupons/0/fate"))
			.isEqualTo("RECLAIMED");
		assertThat(this.scene.coupon(this.voucher)).isEqualTo("0 0 0 6000 0");
		assertThat(this.scene.quota(this.voucher)).isEqualTo("6000 0 0 0 0");
		assertThat(this.jdbc.sql("select operation_type from operation_record where coupon_id = :id")
			.param("id", this.voucher)
			.query(Integer.class)
			.list()).containsExactly(5);
	}

	@Test
	@Tag("USE-07")
	void refusesRefundsOfOrdersThatAreNotPaid() {
		UUID other = this.scene.voucher(this.customer, 1, 100);
		String unpaid = billing()
			.post("/internal/redemptions", A.reservation("CS" + Ids.next(), this.customer, "1.00", other))
			.expect(201)
			.text("/id");
		billing()
			.post("/internal/redemptions/" + unpaid + "/returns",
					Map.of("requestId", "R1", "cause", "NO_REASON", "coupons", List.of(part(other, "1.00"))))
			.refused(409, "ORDER_NOT_PAID");
		assertThat(refusal("R1", "NO_REASON", part(other, "1.00"))).isEqualTo("COUPON_NOT_FOUND");
	}

	@Test
	void keepsTheUsageTimesOfAnOrderThatGaveAllBack() {
		giveBack("R1", "NO_REASON", part(this.voucher, "59.00")).expect(200);
		assertThat(usedTimes()).isOne();
		giveBack("R2", "NO_REASON", part(this.voucher, "1.00")).expect(200);
		assertThat(usedTimes()).isZero();
	}

	private int usedTimes() {
		return this.jdbc.sql("select used_times from coupon where id = :id")
			.param("id", this.voucher)
			.query(Integer.class)
			.single();
	}

	/** Why its only coupon got nothing back. */
	private String refusal(String request, String cause, Object part) {
		return giveBack(request, cause, part).expect(200).text("/coupons/0/refusal");
	}

	private HubClient.Answer giveBack(String request, String cause, Object... parts) {
		return billing().post("/internal/redemptions/" + this.paid + "/returns",
				Map.of("requestId", request, "cause", cause, "coupons", List.of(parts)));
	}

	private static Map<String, Object> part(UUID coupon, String amount) {
		return Map.of("couponId", coupon, "amount", A.money(amount));
	}

	private HubClient.As billing() {
		return this.client.as(Caller.service("billing-service"));
	}

}
