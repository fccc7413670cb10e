package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
class VendorVouchersTests {

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = grant(this.partner);
	}

	@Test
	@Tag("VOU-04")
	void answersCustomerByCustomer() {
		UUID advisory = Ids.next();
		UUID last = Ids.next();
		this.hears.event(this.partner.linked(advisory, 1, AssociationType.ADVISORY));
		this.hears.event(this.partner.linked(last, 1, AssociationType.RESALE));
		HubClient.Answer answer = create(60, advisory, this.customer, Ids.next(), last).expect(200);
		assertThat(answer.json().at("/coupon_infos")).hasSize(1);
		assertThat(answer.text("/coupon_infos/0/id")).isEqualTo(this.customer.toString());
		assertThat(answer.json().at("/error_details").valueStream().map((error) -> error.get("error_code").asString()))
			.containsExactly("CBC.99000014", "CBC.99000035", "CBC.99000013");
	}

	@Test
	void listsWithTheVendorsSpelling() {
		create(60, this.customer).expect(200);
		HubClient.Answer list = key().get(COUPONS + "?status=2&limit=10&offset=0").expect(200);
		assertThat(list.json().at("/total_count").asInt()).isOne();
		assertThat(list.json().at("/user_coupons/0/face_value").isNumber()).isTrue();
		assertThat(list.response().body()).contains("\"face_value\":60.00");
		assertThat(list.text("/user_coupons/0/effective_time")).isEqualTo("2026-03-01T08:00:00Z");
		HubClient.Answer quotas = key().post("/v2/partners/coupon-quotas/query", Map.of("limit", 10)).expect(200);
		assertThat(quotas.response().body()).contains("\"balance\":40.00", "\"quota_value\":100.00");
		assertThat(key().get(COUPONS + "?status=5").json().at("/total_count").asInt()).isZero();
	}

	@Test
	@Tag("QUO-03")
	void letsADistributorActForItsOwnResellersOnly() {
		A.Partner reseller = A.resellerOf(this.partner);
		this.hears.event(reseller.registered());
		A.Partner foreign = A.resellerOf(A.partner());
		this.hears.event(foreign.registered());
		String ofReseller = grant(reseller);
		UUID theirs = Ids.next();
		this.hears.event(reseller.linked(theirs, 1, AssociationType.RESALE));
		Map<String, Object> create = Map.of("quota_id", ofReseller, "customer_ids", List.of(theirs), "face_value",
				"1.50", "indirect_partner_id", reseller.id());
		assertThat(key().post(COUPONS, create).expect(200).json().at("/coupon_infos")).hasSize(1);
		assertThat(key().get(COUPONS).json().at("/total_count").asInt()).isZero();
		key().get(COUPONS + "?indirect_partner_id=" + foreign.id()).refused(400, "CBC.99000037");
		key().get(COUPONS + "?indirect_partner_id=").refused(400, "CBC.0100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "1.234", "1e400", "\"abc\"", "null" })
	void refusesFaceValuesThatAreNone(String face) {
		key()
			.post(COUPONS,
					"{\"quota_id\":\"" + this.quota + "\",\"customer_ids\":[\"" + this.customer + "\"],\"face_value\":"
							+ face + "}")
			.refused(400, "CBC.0100");
		assertThat(key().get(COUPONS).json().at("/total_count").asInt()).isZero();
	}

	@Test
	void refusesUnknownQuotasAndForeignVouchers() {
		key().post(COUPONS, Map.of("quota_id", Ids.next(), "customer_ids", List.of(this.customer), "face_value", 1))
			.refused(400, "CBC.99000012");
		key().post(COUPONS + "/reclaim", Map.of("coupon_id", Ids.next())).refused(400, "CBC.99000035");
		key().post(COUPONS + "/reclaim", Map.of()).refused(400, "CBC.0100");
		this.client.as(Caller.customer("c", this.customer)).get(COUPONS).refused(403, "CBC.0151");
	}

	private HubClient.As key() {
		return this.client.as(this.partner.key());
	}

	private HubClient.Answer create(int face, UUID... customers) {
		return key().post(COUPONS, Map.of("quota_id", this.quota, "customer_ids", List.of(customers), "face_value",
				face, "unknown", true));
	}

	private String grant(A.Partner owner) {
		return this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(owner, "100.00"))
			.expect(201)
			.text("/id");
	}

}
