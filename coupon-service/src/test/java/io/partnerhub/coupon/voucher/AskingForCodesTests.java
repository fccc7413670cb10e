package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Issuing and reclaiming ask for a code where the partner has switched codes on. */
@CouponTest
@Tag("X-01")
@Tag("VOU-10")
class AskingForCodesTests {

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private final A.Partner partner = A.partner();

	private final Caller careful = this.partner.administrator().withCodeRequired(true);

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private MovableClock clock;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "150.00"))
			.expect(201)
			.text("/id");
	}

	@Test
	void issuesWithAProofOnly() {
		assertThat(issue(null, Ids.next()).refused(403, "VERIFICATION_REQUIRED").text("/operation"))
			.isEqualTo("ISSUE_VOUCHER");
		issue(proof(CriticalOperation.RECLAIM_VOUCHER), Ids.next()).refused(403, "VERIFICATION_CODE_INVALID");
		String proof = proof(CriticalOperation.ISSUE_VOUCHER);
		UUID key = Ids.next();
		Answer first = issue(proof, key).expect(201);
		assertThat(issue(null, key).expect(201).response().body()).isEqualTo(first.response().body());
		assertThat(issue(proof, Ids.next()).refused(403, "VERIFICATION_CODE_INVALID").text("/reason"))
			.isEqualTo("USED");
	}

	@Test
	void keepsTheProofOfARefusedCommand() {
		String proof = proof(CriticalOperation.ISSUE_VOUCHER);
		this.client.as(this.careful)
			.with(Proofs.HEADER, proof)
			.post("/api/v1/vouchers", A.issue(this.quota, "200.00", this.customer))
			.refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		issue(proof, Ids.next()).expect(201);
	}

	@Test
	void reclaimsWithAProofOnly() {
		String voucher = issue(proof(CriticalOperation.ISSUE_VOUCHER), Ids.next()).expect(201).text("/vouchers/0/id");
		String path = "/api/v1/vouchers/" + voucher + "/reclamation";
		this.client.as(this.careful).post(path, Map.of()).refused(403, "VERIFICATION_REQUIRED");
		this.client.as(this.careful)
			.with(Proofs.HEADER, proof(CriticalOperation.RECLAIM_VOUCHER))
			.post(path, Map.of())
			.expect(200);
	}

	@Test
	void leavesNoWayAroundOnTheVendorCompatibleFace() {
		Map<String, Object> create = Map.of("quota_id", this.quota, "face_value", 10, "customer_ids",
				List.of(this.customer));
		Caller key = this.partner.key();
		this.client.as(this.careful).post(COUPONS, create).refused(403, "CBC.0151");
		this.client.as(this.careful)
			.post(COUPONS + "/reclaim", Map.of("coupon_id", Ids.next()))
			.refused(403, "CBC.0151");
		this.client.as(this.careful)
			.with(Proofs.HEADER, proof(CriticalOperation.ISSUE_VOUCHER))
			.post(COUPONS, create)
			.expect(200);
		this.client.as(key).post(COUPONS, create).expect(200);
	}

	private Answer issue(@Nullable String proof, UUID key) {
		return this.client.as(this.careful)
			.with("Idempotency-Key", key.toString())
			.with(Proofs.HEADER, (proof != null) ? proof : "")
			.post("/api/v1/vouchers", A.issue(this.quota, "10.00", this.customer));
	}

	private String proof(CriticalOperation operation) {
		return TestKeys.proof(this.careful, operation, this.clock);
	}

}
