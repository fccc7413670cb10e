package io.partnerhub.coupon.delegation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.QuotaEvent.QuotaIssuedToReseller;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A distributor passes quota to its resellers. */
@CouponTest
class PassingQuotaTests {

	private static final String WIRE = "/v2/partners/coupon-quotas/indirect-partner-adjust";

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@Autowired
	private MovableClock clock;

	private Tree tree;

	@BeforeEach
	void aTree() {
		this.tree = Tree.planted(this.client, this.hears);
		this.announced.next();
	}

	@Test
	@Tag("QUO-01")
	@Tag("QUO-02")
	void splitsTheAmountOffForEachReseller() {
		A.Partner another = this.tree.anotherReseller();
		HubClient.Answer passed = this.tree.pass("30.00", this.tree.reseller().id(), another.id()).expect(201);
		assertThat(this.tree.part("balance") + this.tree.part("delegated")).isEqualTo("40.0060.00");
		assertThat(passed.text("/quotas/1/resellerId")).isEqualTo(another.id().toString());
		HubClient.Answer theirs = this.client.as(another.administrator())
			.get("/api/v1/voucher-quotas/" + passed.text("/quotas/1/id"))
			.expect(200);
		assertThat(theirs.text("/parentQuotaId")).isEqualTo(this.tree.quota());
		assertThat(theirs.text("/balance/amount")).isEqualTo("30.00");
		assertThat(this.announced.next(QuotaIssuedToReseller.class)).hasSize(2)
			.first()
			.returns(this.tree.reseller().id(), QuotaIssuedToReseller::ownerPartnerId)
			.returns("30.00", (event) -> event.value().amount());
		this.tree.issued(passed.text("/quotas/0/id"), "30.00");
	}

	@Test
	@Tag("QUO-01")
	void passesNothingWhenTheQuotaDoesNotCoverAll() {
		A.Partner another = this.tree.anotherReseller();
		this.tree.pass("50.01", this.tree.reseller().id(), another.id()).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		assertThat(this.announced.next()).isEmpty();
		UUID[] many = Stream.generate(Ids::next).limit(101).toArray(UUID[]::new);
		this.tree.pass("0.01", many).refused(400, "INVALID_REQUEST");
		this.tree.pass("0.01", this.tree.reseller().id(), this.tree.reseller().id()).refused(400, "INVALID_REQUEST");
		this.tree.pass("50.00", this.tree.reseller().id(), another.id()).expect(201);
	}

	@Test
	@Tag("QUO-03")
	void passesNothingToOthers() {
		A.Partner foreign = A.resellerOf(A.partner());
		this.hears.event(foreign.registered());
		this.tree.pass("1.00", this.tree.reseller().id(), foreign.id()).refused(400, "RESELLER_NOT_YOURS");
		this.tree.pass("1.00", this.tree.distributor().id()).refused(400, "RESELLER_NOT_YOURS");
		assertThat(this.tree.part("balance")).isEqualTo("100.00");
	}

	@Test
	@Tag("QUO-05")
	void letsNoResellerPassOn() {
		String theirs = this.tree.passed("30.00");
		this.tree.resellers()
			.post("/api/v1/reseller-quotas",
					Map.of("quotaId", theirs, "resellerIds", List.of(this.tree.anotherReseller().id()), "amount",
							A.money("1.00")))
			.refused(403, "ACCESS_DENIED");
		this.client.as(this.tree.reseller().key())
			.post(WIRE, update(theirs, "1", this.tree.anotherReseller().id()))
			.refused(403, "CBC.0151");
	}

	@Test
	@Tag("QUO-04")
	@Tag("QUO-02")
	void passesANamedCustomersQuotaToHisResellerOnly() {
		Map<String, Object> grant = new HashMap<>(A.grant(this.tree.distributor(), "100.00"));
		grant.put("limits", Map.of("namedCustomers", List.of(this.tree.customer())));
		String named = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", grant)
			.expect(201)
			.text("/id");
		UUID another = this.tree.anotherReseller().id();
		this.tree.admin()
			.post("/api/v1/reseller-quotas",
					Map.of("quotaId", named, "resellerIds", List.of(another), "amount", A.money("1.00")))
			.refused(409, "QUOTA_NAMED_CUSTOMERS_MISMATCH");
		this.tree.key().post(WIRE, update(named, "1", another)).refused(400, "CBC.50000021");
		this.tree.key().post(WIRE, update(named, "1", this.tree.reseller().id())).expect(200);
		HubClient.Answer list = this.tree.admin().get("/api/v1/reseller-quotas?parentQuotaId=" + named).expect(200);
		assertThat(list.text("/items/0/limits/namedCustomers/0")).isEqualTo(this.tree.customer().toString());
	}

	@Test
	@Tag("QUO-01")
	@Tag("QUO-03")
	void answersResellerByResellerOnTheVendorFace() {
		HubClient.Answer answer = this.tree.key()
			.post(WIRE, update(this.tree.quota(), "1.11", this.tree.reseller().id(), "stranger", Ids.next()))
			.expect(200);
		assertThat(answer.text("/simple_quota_infos/0/id")).isEqualTo(this.tree.reseller().id().toString());
		assertThat(answer.json().at("/error_details").valueStream().map((each) -> each.get("error_code").asString()))
			.containsExactly("CBC.99000037", "CBC.99000037");
		assertThat(this.tree.part("delegated")).isEqualTo("1.11");
		this.tree.key()
			.post(WIRE, update(this.tree.quota(), 99, this.tree.reseller().id()))
			.refused(400, "CBC.99000013");
		this.tree.key().post(WIRE, update(Ids.next(), 1, this.tree.reseller().id())).refused(400, "CBC.99000012");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "1.234", "100000000.01", "\"x\"", "null" })
	void refusesAmountsThatAreNone(String amount) {
		this.tree.key()
			.post(WIRE,
					"{\"quota_id\":\"%s\",\"indirect_partner_ids\":[\"%s\"],\"quota_amount\":%s}"
						.formatted(this.tree.quota(), this.tree.reseller().id(), amount))
			.refused(400, "CBC.0100");
	}

	@Test
	@Tag("VOU-01")
	void passesOnlyWhatCanBeUsed() {
		this.client.as(Caller.vendor("operator"))
			.with("If-Match", "\"1\"")
			.post("/api/v1/vendor/quotas/" + this.tree.quota() + "/adjustments", Map.of("state", "FROZEN"))
			.expect(200);
		this.tree.pass("1.00", this.tree.reseller().id()).refused(409, "QUOTA_NOT_USABLE");
		this.tree.key()
			.post(WIRE, update(this.tree.quota(), 1, this.tree.reseller().id()))
			.refused(400, "CBC.99000017");
	}

	@Test
	@Tag("X-01")
	void asksForACode() {
		Caller careful = this.tree.distributor().administrator().withCodeRequired(true);
		Map<String, Object> pass = Map.of("quotaId", this.tree.quota(), "resellerIds",
				List.of(this.tree.reseller().id()), "amount", A.money("1.00"));
		this.client.as(careful).post("/api/v1/reseller-quotas", pass).refused(403, "VERIFICATION_REQUIRED");
		String quota = this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.ISSUE_QUOTA, this.clock))
			.post("/api/v1/reseller-quotas", pass)
			.expect(201)
			.text("/quotas/0/id");
		String path = "/api/v1/reseller-quotas/" + quota + "/reclamation";
		this.client.as(careful).post(path, Map.of()).refused(403, "VERIFICATION_REQUIRED");
		this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.RECLAIM_QUOTA, this.clock))
			.post(path, Map.of())
			.expect(200);
	}

	@Test
	void listsWhatWasPassedWithTheVendorsSpelling() {
		String first = this.tree.passed("10.00");
		this.tree.passed("20.00");
		this.tree.reclaim(first).expect(200);
		HubClient.Answer list = this.tree.key().get("/v2/partners/issued-coupon-quotas?limit=1&offset=1").expect(200);
		assertThat(list.json().at("/total_count").asInt()).isEqualTo(2);
		assertThat(list.text("/quotas/0/quota_id") + list.text("/quotas/0/quota_status")).isEqualTo(first + "6");
		assertThat(list.response().body()).contains("\"quota_value\":10.00", "\"balance\":0.00",
				"\"indirect_partner_name\":\"Cloud ");
		HubClient.Answer records = this.tree.key()
			.get("/v2/partners/coupon-quotas/records?operation_type=11&parent_quota_id=" + this.tree.quota())
			.expect(200);
		assertThat(records.json().at("/total_count").asInt()).isOne();
		assertThat(records.text("/records/0/remark") + records.text("/records/0/result")).isEqualTo("moves on0");
		assertThat(this.tree.key()
			.get("/v2/partners/coupon-quotas/records?operation_type=99&indirect_partner_id="
					+ this.tree.reseller().id())
			.expect(200)
			.json()
			.at("/total_count")
			.asInt()).isEqualTo(3);
	}

	@Test
	void showsTheLogToNobodyElse() {
		this.tree.passed("10.00");
		HubClient.As other = Tree.planted(this.client, this.hears).admin();
		assertThat(other.get("/api/v1/reseller-quotas").expect(200).json().at("/items")).isEmpty();
		assertThat(other.get("/api/v1/reseller-quota-records").expect(200).json().at("/items")).isEmpty();
		HubClient.Answer log = this.tree.admin()
			.get("/api/v1/reseller-quota-records?operator=admin&operationType=10&resellerId="
					+ this.tree.reseller().id())
			.expect(200);
		assertThat(log.text("/items/0/amount/amount")).isEqualTo("10.00");
		this.tree.admin().get("/api/v1/reseller-quota-records?operationType=1").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("X-10")
	void findsTheLogByTheNamesOfResellers() {
		this.tree.passed("10.00");
		String id = this.tree.reseller().id().toString();
		for (String found : List.of("cloud", "CLOUD%20" + id, id.substring(9, 12))) {
			assertThat(named(found)).as(found).isOne();
		}
		for (String none : List.of("ou", "lou%20x", "nobody", this.tree.distributor().id().toString())) {
			assertThat(named(none)).as(none).isZero();
		}
	}

	private int named(String reseller) {
		return this.tree.admin()
			.get("/api/v1/reseller-quota-records?resellerName=" + reseller)
			.expect(200)
			.json()
			.at("/items")
			.size();
	}

	private static Map<String, Object> update(Object quota, Object amount, Object... resellers) {
		return Map.of("quota_id", quota, "indirect_partner_ids", List.of(resellers), "quota_amount", amount);
	}

}
