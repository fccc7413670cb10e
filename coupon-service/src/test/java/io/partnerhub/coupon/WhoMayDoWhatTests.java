package io.partnerhub.coupon;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
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
import static io.partnerhub.platform.testkit.Operation.put;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation against every kind of caller: the matrix of chapter 21 for this
 * service.
 */
@CouponTest
class WhoMayDoWhatTests {

	private static final Set<String> ISSUERS = Set.of("ADMINISTRATOR", "RESELLER", "SUBSIDY");

	private static final Set<String> VIEWERS = Set.of("ADMINISTRATOR", "RESELLER", "SUPERVISOR", "SUBSIDY");

	private static final Set<String> FIRST_TIER_ISSUERS = Set.of("ADMINISTRATOR", "SUBSIDY");

	private static final Set<String> FIRST_TIER_VIEWERS = Set.of("ADMINISTRATOR", "SUPERVISOR", "SUBSIDY");

	private static final Set<String> DISTRIBUTOR_ISSUERS = Set.of("ADMINISTRATOR");

	private static final Set<String> DISTRIBUTOR_VIEWERS = Set.of("ADMINISTRATOR", "SUPERVISOR");

	private static final Set<String> PEERS = Set.of("SERVICE");

	private static final String SOME_ID = "01890000-0000-7000-8000-000000000001";

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private static final List<Operation> OPERATIONS = List.of(
			post("/api/v1/vendor/voucher-quotas", Set.of("VENDOR"),
					() -> Map.of("partnerId", SOME_ID, "value", A.money("1.00"), "effectiveAt", MovableClock.START,
							"expiresAt", MovableClock.START.plusSeconds(1))),
			post("/api/v1/vendor/cash-coupon-quotas", Set.of("VENDOR"),
					() -> Map.of("partnerId", SOME_ID, "value", A.money("1.00"), "effectiveAt", MovableClock.START,
							"expiresAt", MovableClock.START.plusSeconds(1))),
			get("/api/v1/vendor/quotas?type=VOUCHER&partnerId=" + SOME_ID, Set.of("VENDOR")),
			get("/api/v1/vendor/quotas/{id}", Set.of("VENDOR")),
			post("/api/v1/vendor/quotas/{id}/adjustments", Set.of("VENDOR"), () -> Map.of("state", "FROZEN")),
			get("/api/v1/voucher-quotas", VIEWERS), get("/api/v1/voucher-quotas/{id}", VIEWERS),
			get("/api/v1/voucher-quotas/{id}/statement", VIEWERS), get("/api/v1/cash-coupon-quotas", VIEWERS),
			get("/api/v1/cash-coupon-quotas/{id}", VIEWERS), get("/api/v1/cash-coupon-quotas/{id}/statement", VIEWERS),
			get("/api/v1/vendor/quota-differences", Set.of("VENDOR")),
			post("/api/v1/reseller-quotas", DISTRIBUTOR_ISSUERS,
					() -> Map.of("quotaId", SOME_ID, "resellerIds", List.of(SOME_ID), "amount", A.money("1.00"))),
			get("/api/v1/reseller-quotas", DISTRIBUTOR_VIEWERS),
			get("/api/v1/reseller-quotas/{id}", DISTRIBUTOR_VIEWERS),
			post("/api/v1/reseller-quotas/{id}/reclamation", DISTRIBUTOR_ISSUERS),
			get("/api/v1/reseller-quota-records", DISTRIBUTOR_VIEWERS),
			post("/v2/partners/coupon-quotas/indirect-partner-adjust", DISTRIBUTOR_ISSUERS,
					() -> Map.of("quota_id", SOME_ID, "indirect_partner_ids", List.of(SOME_ID), "quota_amount", 1)),
			post("/v2/partners/coupon-quotas/indirect-partner-reclaim", DISTRIBUTOR_ISSUERS,
					() -> Map.of("quota_ids", List.of(SOME_ID))),
			get("/v2/partners/issued-coupon-quotas", DISTRIBUTOR_VIEWERS),
			get("/v2/partners/coupon-quotas/records", DISTRIBUTOR_VIEWERS),
			post("/api/v1/vouchers", ISSUERS, () -> A.issue(SOME_ID, "1.00", Ids.next())),
			get("/api/v1/vouchers", VIEWERS), get("/api/v1/vouchers/{id}", VIEWERS),
			get("/api/v1/vouchers/{id}/uses", VIEWERS), post("/api/v1/vouchers/{id}/reclamation", ISSUERS),
			post("/api/v1/voucher-reclamations", ISSUERS, () -> Map.of("voucherIds", List.of(SOME_ID))),
			get("/api/v1/voucher-records", VIEWERS), get("/api/v1/voucher-records/reveal-records", Set.of("OFFICER")),
			get("/api/v1/my/vouchers", Set.of("CUSTOMER")), get("/api/v1/my/vouchers/{id}", Set.of("CUSTOMER")),
			post("/api/v1/my/coupons/eligibility", Set.of("CUSTOMER"), A::order),
			post("/internal/redemptions/eligible-coupons", PEERS,
					() -> Map.of("customerId", SOME_ID, "order", A.order())),
			post("/internal/redemptions", PEERS, () -> A.reservation("CS1", Ids.next(), "1.00", SOME_ID)),
			get("/internal/redemptions/{id}", PEERS), post("/internal/redemptions/{id}/payment", PEERS),
			post("/internal/redemptions/{id}/use", PEERS), post("/internal/redemptions/{id}/release", PEERS),
			post("/internal/redemptions/{id}/returns", PEERS,
					() -> Map.of("requestId", "R1", "cause", "NO_REASON", "coupons",
							List.of(Map.of("couponId", SOME_ID, "amount", A.money("1.00"))))),
			post("/api/v1/voucher-batches", ISSUERS,
					() -> Map.of("quotaId", SOME_ID, "rows",
							List.of(Map.of("customerId", SOME_ID, "faceValue", A.money("1.00"))))),
			post("/api/v1/voucher-issues?quotaId=" + SOME_ID, ISSUERS), get("/api/v1/coupon-operations", VIEWERS),
			get("/api/v1/coupon-operations/{id}", VIEWERS), get("/api/v1/coupon-operations/{id}/rows", VIEWERS),
			post("/api/v1/coupon-operations/{id}/cancellation", VIEWERS),
			post("/api/v1/voucher-record-exports", VIEWERS,
					() -> Map.of("from", MovableClock.START, "to", MovableClock.START.plusSeconds(1))),
			get("/api/v1/voucher-record-exports", VIEWERS), get("/api/v1/voucher-record-exports/{id}/file", VIEWERS),
			post("/v2/partners/coupon-quotas/query", FIRST_TIER_VIEWERS),
			post(COUPONS, FIRST_TIER_ISSUERS,
					() -> Map.of("quota_id", SOME_ID, "customer_ids", List.of(SOME_ID), "face_value", 1)),
			get(COUPONS, FIRST_TIER_VIEWERS),
			post(COUPONS + "/reclaim", FIRST_TIER_ISSUERS, () -> Map.of("coupon_id", SOME_ID)),
			get(COUPONS + "/records/query", FIRST_TIER_VIEWERS),
			get("/v2/products/service-types",
					Set.of("ADMINISTRATOR", "ACCOUNT_MANAGER", "SUPERVISOR", "CUSTOMER", "SUBSIDY", "OFFICER")),
			get("/v2/promotions/benefits/coupons", Set.of("ADMINISTRATOR", "SUPERVISOR", "CUSTOMER", "SUBSIDY")),
			post("/api/v1/cash-coupons", Set.of("SUBSIDY"), () -> A.issue(SOME_ID, "1.00", Ids.next()))
				.orRefused("PARTNER_TYPE_CANNOT_ISSUE"),
			get("/api/v1/cash-coupons", VIEWERS), get("/api/v1/cash-coupons/{id}", VIEWERS),
			get("/api/v1/cash-coupons/{id}/uses", VIEWERS), post("/api/v1/cash-coupons/{id}/reclamation", ISSUERS),
			get("/api/v1/cash-coupon-records", VIEWERS), get("/api/v1/my/cash-coupons", Set.of("CUSTOMER")),
			get("/api/v1/my/cash-coupons/{id}", Set.of("CUSTOMER")),
			put("/api/v1/whitelist", Set.of("SUBSIDY"),
					() -> Map.of("customers", List.of(Map.of("accountName", "acme", "name", "Acme")))),
			get("/api/v1/whitelist/customers", Set.of("SUBSIDY")),
			get("/api/v1/whitelist/versions", Set.of("SUBSIDY")));

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
		A.Partner subsidy = A.subsidyPartner();
		this.hears.event(distributor.registered());
		this.hears.event(reseller.registered());
		this.hears.event(subsidy.registered());
		Map<String, Caller> callers = AccessMatrix.outsiders();
		callers.put("ADMINISTRATOR", distributor.administrator());
		callers.put("ACCOUNT_MANAGER", distributor.accountManager(Ids.next()));
		callers.put("SUPERVISOR", distributor.supervisor(Ids.next()));
		callers.put("RESELLER", reseller.administrator());
		callers.put("SUBSIDY", subsidy.administrator());
		callers.put("OFFICER", Caller.member("officer", distributor.tenant(), distributor.id(), distributor.type(),
				Ids.next(), Set.of(Role.SYSTEM_ADMIN), Set.of(Permission.MANAGE_MEMBERS), DataScope.ALL));
		return callers;
	}

}
