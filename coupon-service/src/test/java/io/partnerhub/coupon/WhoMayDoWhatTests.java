package io.partnerhub.coupon;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.AccessMatrix;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.Operation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static io.partnerhub.platform.testkit.Operation.get;
import static io.partnerhub.platform.testkit.Operation.post;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation against every kind of caller: the matrix of chapter 21 for this
 * service.
 */
@CouponTest
class WhoMayDoWhatTests {

	private static final Set<String> ISSUERS = Set.of("ADMINISTRATOR", "RESELLER");

	private static final Set<String> VIEWERS = Set.of("ADMINISTRATOR", "RESELLER", "SUPERVISOR");

	private static final Set<String> FIRST_TIER_ISSUERS = Set.of("ADMINISTRATOR");

	private static final Set<String> FIRST_TIER_VIEWERS = Set.of("ADMINISTRATOR", "SUPERVISOR");

	private static final String SOME_ID = "01890000-0000-7000-8000-000000000001";

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private static final List<Operation> OPERATIONS = List.of(
			post("/api/v1/vendor/voucher-quotas", Set.of("VENDOR"),
					() -> Map.of("partnerId", SOME_ID, "value", A.money("1.00"), "effectiveAt", MovableClock.START,
							"expiresAt", MovableClock.START.plusSeconds(1))),
			get("/api/v1/voucher-quotas", VIEWERS), get("/api/v1/voucher-quotas/{id}", VIEWERS),
			post("/api/v1/vouchers", ISSUERS, () -> A.issue(SOME_ID, "1.00", Ids.next())),
			get("/api/v1/vouchers", VIEWERS), get("/api/v1/vouchers/{id}", VIEWERS),
			post("/api/v1/vouchers/{id}/reclamation", ISSUERS), get("/api/v1/voucher-records", VIEWERS),
			post("/api/v1/voucher-batches", ISSUERS,
					() -> Map.of("quotaId", SOME_ID, "rows",
							List.of(Map.of("customerId", SOME_ID, "faceValue", A.money("1.00"))))),
			post("/api/v1/voucher-issues?quotaId=" + SOME_ID, ISSUERS), get("/api/v1/operations", VIEWERS),
			get("/api/v1/operations/{id}", VIEWERS), get("/api/v1/operations/{id}/rows", VIEWERS),
			post("/api/v1/operations/{id}/cancellation", VIEWERS),
			post("/api/v1/voucher-record-exports", VIEWERS,
					() -> Map.of("from", MovableClock.START, "to", MovableClock.START.plusSeconds(1))),
			get("/api/v1/voucher-record-exports", VIEWERS), get("/api/v1/voucher-record-exports/{id}/file", VIEWERS),
			get("/api/v1/my/vouchers", Set.of("CUSTOMER")),
			post("/v2/partners/coupon-quotas/query", FIRST_TIER_VIEWERS),
			post(COUPONS, FIRST_TIER_ISSUERS,
					() -> Map.of("quota_id", SOME_ID, "customer_ids", List.of(SOME_ID), "face_value", 1)),
			get(COUPONS, FIRST_TIER_VIEWERS),
			post(COUPONS + "/reclaim", FIRST_TIER_ISSUERS, () -> Map.of("coupon_id", SOME_ID)),
			get(COUPONS + "/records/query", FIRST_TIER_VIEWERS));

	@Autowired
	private AccessMatrix matrix;

	@Autowired
	private Hears hears;

	@Test
	void refusesWhoeverMayNot() {
		assertThat(this.matrix.check(OPERATIONS, callers())).allSatisfy((answer) -> {
			assertThat(answer.status()).isIn(200, 201, 202, 204, 400, 404, 415);
			assertThat(answer.text("/error_code")).isNotEqualTo("CBC.0100");
		});
	}

	@Test
	void forgetsNoOperation() {
		this.matrix.checkComplete(OPERATIONS);
	}

	private Map<String, Caller> callers() {
		A.Partner distributor = A.partner();
		A.Partner reseller = A.resellerOf(distributor);
		this.hears.event(distributor.registered());
		this.hears.event(reseller.registered());
		Map<String, Caller> callers = AccessMatrix.outsiders();
		callers.put("ADMINISTRATOR", distributor.administrator());
		callers.put("ACCOUNT_MANAGER", distributor.accountManager(Ids.next()));
		callers.put("SUPERVISOR", distributor.supervisor(Ids.next()));
		callers.put("RESELLER", reseller.administrator());
		return callers;
	}

}
