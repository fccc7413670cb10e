package io.partnerhub.coupon.delegation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.partnerhub.contracts.ProgramEvent.ResellerReleased;
import io.partnerhub.contracts.QuotaEvent.QuotaReclaimedFromReseller;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What resellers did not issue goes back to their distributor. */
@CouponTest
class TakingBackTests {

	private static final String WIRE = "/v2/partners/coupon-quotas/indirect-partner-reclaim";

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	private Tree tree;

	@BeforeEach
	void aTree() {
		this.tree = Tree.planted(this.client, this.hears);
	}

	@Test
	@Tag("REC-09")
	void takesBackTheWholeRestOnce() {
		String quota = this.tree.passed("30.00");
		this.tree.issued(quota, "10.00");
		this.announced.next();
		assertThat(this.tree.reclaim(quota).expect(200).text("/amount/amount")).isEqualTo("20.00");
		assertThat(this.tree.part("balance") + this.tree.part("delegated")).isEqualTo("90.0010.00");
		HubClient.Answer listed = this.tree.admin().get("/api/v1/reseller-quotas?state=RECLAIMED").expect(200);
		assertThat(listed.text("/items/0/id") + listed.text("/items/0/balance/amount")).isEqualTo(quota + "0.00");
		assertThat(this.announced.next(QuotaReclaimedFromReseller.class)).singleElement()
			.returns("20.00", (event) -> event.amount().amount());
		this.tree.reclaim(quota).refused(409, "QUOTA_NOT_RECLAIMABLE");
	}

	@Test
	@Tag("REC-09")
	@Tag("REC-03")
	void passesOnWhatReturnsLaterFromCouponsThatStayedValid() {
		String quota = this.tree.passed("30.00");
		String voucher = this.tree.issued(quota, "10.00");
		this.tree.reclaim(quota, "").expect(200);
		assertThat(this.tree.resellers().get("/api/v1/vouchers/" + voucher).text("/state")).isEqualTo("AVAILABLE");
		this.tree.resellers().post("/api/v1/vouchers/" + voucher + "/reclamation", Map.of()).expect(200);
		assertThat(this.tree.part("balance") + this.tree.part("delegated")).isEqualTo("100.000.00");
		HubClient.Answer theirs = this.tree.resellers().get("/api/v1/voucher-quotas/" + quota).expect(200);
		assertThat(theirs.text("/balance/amount") + theirs.text("/withdrawn/amount")).isEqualTo("0.0030.00");
	}

	@Test
	@Tag("REC-09")
	void answersQuotaByQuotaOnTheVendorFace() {
		String quota = this.tree.passed("30.00");
		String foreign = Tree.planted(this.client, this.hears).passed("1.00");
		HubClient.Answer answer = this.tree.key()
			.post(WIRE, Map.of("quota_ids", List.of(quota, foreign, "stranger"), "remark", "r".repeat(256)))
			.expect(200);
		assertThat(answer.response().body()).contains("\"quota_balance\":0.00");
		assertThat(answer.text("/simple_quota_infos/0/quota_id")).isEqualTo(quota);
		assertThat(answer.json().at("/error_details").valueStream().map((each) -> each.get("error_code").asString()))
			.containsExactly("CBC.99000012", "CBC.99000012");
		assertThat(
				this.tree.key().post(WIRE, Map.of("quota_ids", List.of(quota))).expect(200).text("/error_details/0/id"))
			.isEqualTo(quota);
		HubClient.Answer failed = this.tree.key().get("/v2/partners/coupon-quotas/records?quota_id=" + quota);
		assertThat(failed.text("/records/0/result")).isEqualTo("-1");
	}

	@Test
	@Tag("REC-09")
	void takesTenAtMostInOneCall() {
		List<String> eleven = IntStream.range(0, 11).mapToObj((each) -> Ids.next().toString()).toList();
		this.tree.key().post(WIRE, Map.of("quota_ids", eleven)).refused(400, "CBC.0100");
		this.tree.key()
			.post(WIRE, Map.of("quota_ids", eleven.subList(0, 10), "remark", "r".repeat(257)))
			.refused(400, "CBC.0100");
		assertThat(this.tree.key().post(WIRE, Map.of("quota_ids", eleven.subList(0, 10))).status()).isEqualTo(200);
	}

	@Test
	@Tag("REC-10")
	void takesEverythingBackOnceFromAResellerThatLeaves() {
		this.tree.passed("30.00");
		this.tree.issued(this.tree.passed("20.00"), "5.00");
		this.announced.next();
		ResellerReleased released = new ResellerReleased(this.tree.distributor().id(), this.tree.reseller().id());
		this.hears.event(released);
		this.hears.event(released);
		assertThat(this.announced.next(QuotaReclaimedFromReseller.class)).hasSize(2);
		assertThat(this.tree.part("balance") + this.tree.part("delegated")).isEqualTo("95.005.00");
		assertThat(this.tree.admin().get("/api/v1/reseller-quota-records?operator=system").json().at("/items"))
			.hasSize(2);
		this.tree.pass("1.00", this.tree.reseller().id()).refused(400, "RESELLER_NOT_YOURS");
	}

}
