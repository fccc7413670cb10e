package io.partnerhub.coupon.cashcoupon;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.coupon.A;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Unused cash coupons go back once their customer becomes a RESALE customer. */
class BecomingResaleTests extends SubsidyScenario {

	private final A.Partner seller = A.partner();

	@Test
	@Tag("ASC-05")
	@Tag("REC-07")
	@Tag("CSH-06")
	void takesUnusedOnesOfAnyIssuerBackOnce() {
		UUID customer = listedAccount();
		String quota = cashQuota("100.00", true);
		String coupon = coupon(quota, "30.00", customer);
		this.announced.next();
		this.hears.event(this.seller.linked(customer, 1, AssociationType.RESALE));
		this.hears.event(this.seller.linked(customer, 1, AssociationType.RESALE));
		assertThat(available(quota)).isEqualTo("100.00");
		assertThat(this.announced.next(CashCouponsReclaimed.class)).singleElement()
			.returns(7, CashCouponsReclaimed::operationType)
			.returns(this.partner.id(), CashCouponsReclaimed::ownerPartnerId);
		assertThat(state(coupon)).isEqualTo("RECLAIMED");
		assertThat(admin().get("/api/v1/cash-coupon-records").json().at("/items/0/operationType").asInt()).isEqualTo(7);
	}

	@Test
	@Tag("ASC-05")
	void keepsWhatWasUsedAndWhatAnAdvisoryCustomerHas() {
		UUID customer = listedAccount();
		String coupon = coupon(cashQuota("100.00", false), "30.00", customer);
		String used = coupon(cashQuota("100.00", false), "30.00", customer);
		use(used);
		this.hears.event(this.seller.linked(customer, 1, AssociationType.ADVISORY));
		assertThat(state(coupon)).isEqualTo("AVAILABLE");
		this.hears.event(this.seller.switched(customer, 1, AssociationType.RESALE));
		assertThat(state(coupon)).isEqualTo("RECLAIMED");
		assertThat(state(used)).isEqualTo("AVAILABLE");
	}

	@Test
	@Tag("ASC-05")
	void freesWhatUnpaidOrdersHoldAndWaitsForRunningPayments() {
		UUID customer = listedAccount();
		String quota = cashQuota("100.00", false);
		String unpaid = coupon(quota, "30.00", customer);
		String paying = coupon(quota, "20.00", customer);
		hold(unpaid, false);
		hold(paying, true);
		this.announced.next();
		this.hears.event(this.seller.linked(customer, 1, AssociationType.RESALE));
		assertThat(state(unpaid)).isEqualTo("RECLAIMED");
		assertThat(state(paying)).isEqualTo("AVAILABLE");
		assertThat(this.jdbc.sql("select ending from coupon where id = :id::uuid")
			.param("id", paying)
			.query(Integer.class)
			.single()).isEqualTo(7);
		assertThat(available(quota)).isEqualTo("80.00");
		assertThat(this.announced.next(CouponUnlocked.class)).hasSize(1);
	}

	@Test
	@Tag("CSH-13")
	void leavesCouponsOfOthersAtADisassociation() {
		UUID customer = listedAccount();
		String quota = cashQuota("100.00", false);
		this.hears.event(this.seller.linked(customer, 1, AssociationType.ADVISORY));
		this.hears.event(this.partner.linked(customer, 2, AssociationType.ADVISORY));
		String coupon = coupon(quota, "30.00", customer);
		this.hears.event(this.seller.unlinked(customer, 1));
		assertThat(state(coupon)).isEqualTo("AVAILABLE");
		this.hears.event(this.partner.unlinked(customer, 2));
		assertThat(state(coupon)).isEqualTo("RECLAIMED");
		assertThat(available(quota)).isEqualTo("100.00");
	}

	@Test
	@Tag("CSH-13")
	void keepsWhatWasGivenWithoutALinkWhenAnotherEnds() {
		UUID customer = listedAccount();
		String coupon = coupon(cashQuota("100.00", false), "30.00", customer);
		this.hears.event(this.seller.linked(customer, 1, AssociationType.ADVISORY));
		this.hears.event(this.seller.unlinked(customer, 1));
		assertThat(state(coupon)).isEqualTo("AVAILABLE");
	}

	@Test
	void showsThemToCustomersAndIssuersInTheVendorsWords() {
		UUID customer = listedAccount();
		String coupon = coupon(cashQuota("100.00", false), "30.00", customer);
		HubClient.As own = this.client.as(Caller.customer("AK", customer));
		String path = "/v2/promotions/benefits/coupons";
		HubClient.Answer mine = own.get(path + "?coupon_type=4").expect(200);
		assertThat(mine.json().at("/count").asInt()).isOne();
		assertThat(mine.text("/user_coupons/0/coupon_id")).isEqualTo(coupon);
		assertThat(mine.text("/user_coupons/0/source_id")).isEqualTo(this.partner.id().toString());
		assertThat(mine.response().body()).contains("\"face_value\":30.00", "\"valid_time\":\"2026-03-01");
		for (String none : List.of("coupon_type=1", "status=3", "source_id=" + customer, "order_id=x",
				"active_start_time=2027-01-01T00:00:00Z", "promotion_plan_id=p", "coupon_id=" + customer)) {
			assertThat(own.get(path + "?" + none).expect(200).json().at("/count").asInt()).as(none).isZero();
		}
		own.get(path + "?offset=1").refused(400, "CBC.0100");
		HubClient.As key = this.client.as(this.partner.key());
		assertThat(key.get(path).expect(200).json().at("/count").asInt()).isZero();
		assertThat(key.get("/v2/promotions/benefits/partner-coupons?coupon_type=4").json().at("/total_count").asInt())
			.isOne();
		assertThat(key.get("/v2/promotions/benefits/partner-coupons/records/query?quota_type=1")
			.text("/records/0/coupon_id")).isEqualTo(coupon);
	}

	private void use(String coupon) {
		this.jdbc.sql("""
				with u as (
				    update coupon set balance_minor = balance_minor - 100, used_minor = 100, used_times = 1,
				                      last_used_at = created_at, version = version + 1
				    where id = :id::uuid
				    returning quota_id)
				update quota set live_minor = live_minor - 100, used_minor = used_minor + 100
				where id = (select quota_id from u)
				""").param("id", coupon).update();
	}

	private void hold(String coupon, boolean paying) {
		this.jdbc.sql("""
				with c as (
				    update coupon set locked_minor = 100 where id = :id::uuid returning id, partner_id, created_at)
				insert into coupon_lock (coupon_id, order_id, partner_id, amount_minor, paying, locked_at)
				select id, :order, partner_id, 100, :paying, created_at from c
				""").param("id", coupon).param("order", Ids.next().toString()).param("paying", paying).update();
	}

	private String state(String coupon) {
		return admin().get("/api/v1/cash-coupons/" + coupon).expect(200).text("/state");
	}

}
