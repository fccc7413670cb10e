package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VendorVouchersTests extends CouponScenario {

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
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
		A.Partner reseller = reseller();
		A.Partner foreign = A.resellerOf(A.partner());
		this.hears.event(foreign.registered());
		String ofReseller = quotaOf(reseller);
		UUID theirs = Ids.next();
		this.hears.event(reseller.linked(theirs, 1, AssociationType.RESALE));
		Map<String, Object> create = Map.of("quota_id", ofReseller, "customer_ids", List.of(theirs), "face_value",
				"1.50", "indirect_partner_id", reseller.id());
		assertThat(key().post(COUPONS, create).expect(200).json().at("/coupon_infos")).hasSize(1);
		assertThat(key().get(COUPONS).json().at("/total_count").asInt()).isZero();
		key().get(COUPONS + "?indirect_partner_id=" + foreign.id()).refused(400, "CBC.99000037");
	}

	@Test
	@Tag("QUO-03")
	void letsNobodyActForASiblingOfHis() {
		A.Partner reseller = reseller();
		A.Partner sibling = reseller();
		UUID theirs = Ids.next();
		this.hears.event(sibling.linked(theirs, 1, AssociationType.RESALE));
		Map<String, Object> create = Map.of("quota_id", quotaOf(sibling), "customer_ids", List.of(theirs), "face_value",
				"1.50", "indirect_partner_id", sibling.id());
		String voucher = key().post(COUPONS, create).expect(200).text("/coupon_infos/0/coupon_id");
		HubClient.As other = this.client.as(reseller.key());
		String named = "?indirect_partner_id=" + sibling.id();
		other.post(COUPONS, create).refused(403, "CBC.0151");
		other.get(COUPONS + named).refused(403, "CBC.0151");
		other.get(COUPONS + "/records/query" + named).refused(403, "CBC.0151");
		other.post("/v2/partners/coupon-quotas/query", Map.of("indirect_partner_id", sibling.id()))
			.refused(403, "CBC.0151");
		other.post(COUPONS + "/reclaim", Map.of("coupon_id", voucher, "indirect_partner_id", sibling.id()))
			.refused(403, "CBC.0151");
	}

	@Test
	void takesAnEmptyResellerAsNoneUnlessVouchersAreReclaimed() {
		String voucher = key()
			.post(COUPONS, Map.of("quota_id", this.quota, "customer_ids", List.of(this.customer), "face_value", 1,
					"indirect_partner_id", ""))
			.expect(200)
			.text("/coupon_infos/0/coupon_id");
		assertThat(key().get(COUPONS + "?indirect_partner_id=").expect(200).json().at("/total_count").asInt()).isOne();
		key().post(COUPONS + "/reclaim", Map.of("coupon_id", voucher, "indirect_partner_id", ""))
			.refused(400, "CBC.0100");
	}

	@Test
	void answersForIdsThatNoCustomerHas() {
		HubClient.Answer answer = create(1, "stranger", this.customer).expect(200);
		assertThat(answer.text("/coupon_infos/0/id")).isEqualTo(this.customer.toString());
		assertThat(answer.text("/error_details/0/id")).isEqualTo("stranger");
		assertThat(answer.text("/error_details/0/error_code")).isEqualTo("CBC.99000035");
		assertThat(create(1, "s".repeat(64)).expect(200).json().at("/error_details")).hasSize(1);
		create(1, "s".repeat(65)).refused(400, "CBC.0100");
		create(1, "").refused(400, "CBC.0100");
		create(1, Stream.generate(() -> "stranger").limit(101).toArray()).refused(400, "CBC.0100");
	}

	@Test
	@Tag("LOG-01")
	void recordsWhomItRefused() {
		UUID advisory = Ids.next();
		this.hears.event(this.partner.linked(advisory, 1, AssociationType.ADVISORY));
		UUID foreign = Ids.next();
		this.hears.event(A.partner().linked(foreign, 1, AssociationType.RESALE));
		create(60, advisory, foreign, this.customer).expect(200);
		HubClient.Answer failed = records("result=-1");
		assertThat(failed.json().at("/total_count").asInt()).isOne();
		assertThat(failed.text("/records/0/customer_id")).isEqualTo(advisory.toString());
		assertThat(failed.text("/records/0/operation_type")).isEqualTo("1");
		assertThat(failed.text("/records/0/result")).isEqualTo("-1");
		assertThat(failed.text("/records/0/coupon_id")).isEmpty();
		assertThat(failed.response().body()).contains("\"operation_amount\":60.00");
		assertThat(records("result=0").text("/records/0/customer_id")).isEqualTo(this.customer.toString());
		assertThat(records("result=maybe").json().at("/total_count").asInt()).isEqualTo(2);
	}

	@Test
	@Tag("VOU-07")
	void refusesGovernmentSubsidyPartners() {
		A.Partner subsidy = A.subsidyPartner();
		this.hears.event(subsidy.registered());
		this.client.as(subsidy.key())
			.post(COUPONS, Map.of("quota_id", this.quota, "customer_ids", List.of(this.customer), "face_value", 1))
			.refused(400, "CBC.99000025");
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

	private HubClient.Answer records(String query) {
		return key().get(COUPONS + "/records/query?" + query).expect(200);
	}

	private HubClient.Answer create(int face, Object... customers) {
		return key().post(COUPONS, Map.of("quota_id", this.quota, "customer_ids", List.of(customers), "face_value",
				face, "unknown", true));
	}

	private A.Partner reseller() {
		A.Partner reseller = A.resellerOf(this.partner);
		this.hears.event(reseller.registered());
		return reseller;
	}

	/** Distributors cannot pass quota on yet. */
	private String quotaOf(A.Partner reseller) {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					insert into quota (id, partner_id, owner_partner_id, parent_quota_id, state, currency, granted_minor, available_minor,
					                   live_minor, effective_at, expires_at, created_at, updated_at)
					select :id, partner_id, :owner, id, state, currency, granted_minor, available_minor, live_minor,
					       effective_at, expires_at, created_at, updated_at
					from quota
					where id = :own::uuid
					""")
			.param("id", id)
			.param("owner", reseller.id())
			.param("own", this.quota)
			.update();
		return id.toString();
	}

	private String grant(A.Partner owner) {
		return quota(owner, "100.00");
	}

}
