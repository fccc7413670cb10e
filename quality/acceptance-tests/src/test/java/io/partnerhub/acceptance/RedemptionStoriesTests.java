package io.partnerhub.acceptance;

import java.util.List;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders paid with coupons, as billing-service does it: with a token of its own, straight
 * to coupon-service, for the gateway never lets anybody there.
 */
class RedemptionStoriesTests {

	private static final String REDEMPTIONS = "/internal/redemptions";

	private final RunningHub hub = RunningHub.shared();

	private final HubClient.As billing = this.hub.asService("billing-service", "coupon-service");

	@Test
	@Tag("USE-01")
	@Tag("USE-04")
	@Tag("USE-05")
	void anOrderHoldsWhatItNeedsPaysAndIsRefunded() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("50.00");
		Answer offer = this.billing
			.post(REDEMPTIONS + "/eligible-coupons",
					Map.of("customerId", relation.customerId(), "order", order("30.00")))
			.expect(200);
		assertThat(offer.text("/coupons/0/couponId")).isEqualTo(relation.voucherId());
		assertThat(offer.text("/coupons/0/usable/amount")).isEqualTo("30.00");
		String reservation = reserve(relation, "30.00", relation.voucherId()).expect(201).text("/id");
		assertThat(mine(relation).text("/lockedAmount/amount")).isEqualTo("30.00");
		relation.partner()
			.post("/api/v1/vouchers/" + relation.voucherId() + "/reclamation", Map.of())
			.refused(409, "COUPON_LOCKED");

		step(reservation, "payment");
		step(reservation, "use");
		assertThat(step(reservation, "use").text("/state")).isEqualTo("USED");
		assertThat(mine(relation).text("/balance/amount")).isEqualTo("20.00");
		Answer back = this.billing
			.post(REDEMPTIONS + "/" + reservation + "/returns",
					Map.of("requestId", "R-" + reservation, "cause", "NO_REASON", "coupons",
							List.of(Map.of("couponId", relation.voucherId(), "amount", Relation.money("30.00")))))
			.expect(200);
		assertThat(back.text("/coupons/0/fate")).isEqualTo("USABLE");
		assertThat(mine(relation).text("/balance/amount")).isEqualTo("50.00");
		assertThat(mine(relation).json().at("/uses").valueStream()).extracting((use) -> use.get("kind").asString())
			.containsExactly("RETURNED", "USED");
	}

	@Test
	@Tag("USE-02")
	@Tag("CSH-09")
	void vouchersPayBeforeCashCoupons() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("20.00");
		subsidy.list(relation.login()).expect(200);
		String cash = subsidy.coupon(subsidy.quota("100.00", false), "40.00", subsidy.id(relation.login()));
		Answer reservation = reserve(relation, "50.00", cash, relation.voucherId()).expect(201);
		assertThat(reservation.text("/total/amount")).isEqualTo("50.00");
		assertThat(reservation.json().at("/coupons").valueStream())
			.extracting((line) -> line.get("type").asString() + " " + line.at("/amount/amount").asString())
			.containsExactly("VOUCHER 20.00", "CASH_COUPON 30.00");
		step(reservation.text("/id"), "release");
		assertThat(mine(relation).text("/lockedAmount/amount")).isEqualTo("0.00");
	}

	@Test
	@Tag("REC-04")
	@Tag("REC-06")
	void theEndOfALinkVoidsHoldsAndKeepsLateRefundsFromTheCustomer() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("50.00");
		String paid = reserve(relation, "10.00", relation.voucherId()).expect(201).text("/id");
		step(paid, "payment");
		step(paid, "use");
		String unpaid = reserve(relation, "20.00", relation.voucherId()).expect(201).text("/id");

		Answer done = relation.end().awaitDone();
		assertThat(done.text("/settlement/voucherAmount/amount")).isEqualTo("40.00");
		assertThat(relation.quotaBalance()).isEqualTo("90.00");
		Answer voided = this.billing.get(REDEMPTIONS + "/" + unpaid).expect(200);
		assertThat(voided.json().at("/coupons/0/voided").asBoolean()).isTrue();
		Answer late = this.billing
			.post(REDEMPTIONS + "/" + paid + "/returns",
					Map.of("requestId", "R-" + paid, "cause", "NO_REASON", "coupons",
							List.of(Map.of("couponId", relation.voucherId(), "amount", Relation.money("10.00")))))
			.expect(200);
		assertThat(late.text("/coupons/0/fate")).isEqualTo("RECLAIMED");
		assertThat(relation.quotaBalance()).isEqualTo("100.00");
		assertThat(relation.customer().get("/api/v1/my/vouchers").json().at("/items")).isEmpty();
	}

	@Test
	void nobodyGetsThereThroughTheGateway() {
		for (String token : List.of("VENDOR_TOKEN", "DISTRIBUTOR_ADMIN_TOKEN", "CUSTOMER_TOKEN")) {
			this.hub.as(token).post(REDEMPTIONS, Map.of()).expect(404);
			this.hub.as(token).get(REDEMPTIONS + "/" + Ids.next()).expect(404);
		}
		HubClient.through(this.hub.serviceUrl("coupon-service"))
			.withToken(this.hub.env("VENDOR_TOKEN"))
			.get(REDEMPTIONS + "/" + Ids.next())
			.expect(401);
	}

	private Answer reserve(Relation relation, String payable, String... coupons) {
		String order = "CS" + Ids.next();
		return this.billing.post(REDEMPTIONS, Map.of("requestId", order, "orderId", order, "customerId",
				relation.customerId(), "order", order(payable), "couponIds", List.of(coupons)));
	}

	private Answer step(String reservation, String step) {
		return this.billing.post(REDEMPTIONS + "/" + reservation + "/" + step, Map.of()).expect(200);
	}

	private static Answer mine(Relation relation) {
		return relation.customer().get("/api/v1/my/vouchers/" + relation.voucherId()).expect(200);
	}

	private static Map<String, Object> order(String payable) {
		return Map.of("type", "NEW", "billingMode", "SUBSCRIPTION", "lines", List.of(Map.of("serviceType",
				"hws.service.type.ec2", "productId", "product", "payable", Relation.money(payable))));
	}

}
