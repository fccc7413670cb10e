package io.partnerhub.coupon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
			new Operation("POST", "/api/v1/vendor/voucher-quotas", Set.of("VENDOR")),
			new Operation("GET", "/api/v1/voucher-quotas", VIEWERS),
			new Operation("GET", "/api/v1/voucher-quotas/{id}", VIEWERS),
			new Operation("POST", "/api/v1/vouchers", ISSUERS), new Operation("GET", "/api/v1/vouchers", VIEWERS),
			new Operation("GET", "/api/v1/vouchers/{id}", VIEWERS),
			new Operation("POST", "/api/v1/vouchers/{id}/reclamation", ISSUERS),
			new Operation("GET", "/api/v1/voucher-records", VIEWERS),
			new Operation("GET", "/api/v1/my/vouchers", Set.of("CUSTOMER")),
			new Operation("POST", "/v2/partners/coupon-quotas/query", FIRST_TIER_VIEWERS),
			new Operation("POST", COUPONS, FIRST_TIER_ISSUERS), new Operation("GET", COUPONS, FIRST_TIER_VIEWERS),
			new Operation("POST", COUPONS + "/reclaim", FIRST_TIER_ISSUERS),
			new Operation("GET", COUPONS + "/records/query", FIRST_TIER_VIEWERS));

	private final Map<String, Caller> callers = new LinkedHashMap<>();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@BeforeEach
	void gather() {
		A.Partner distributor = A.partner();
		A.Partner reseller = A.resellerOf(distributor);
		this.hears.event(distributor.registered());
		this.hears.event(reseller.registered());
		this.callers.put("VENDOR", Caller.vendor("operator"));
		this.callers.put("ADMINISTRATOR", distributor.administrator());
		this.callers.put("ACCOUNT_MANAGER", distributor.accountManager(Ids.next()));
		this.callers.put("SUPERVISOR", distributor.supervisor(Ids.next()));
		this.callers.put("RESELLER", reseller.administrator());
		this.callers.put("CUSTOMER", Caller.customer("customer", Ids.next()));
		this.callers.put("IDENTITY", Caller.identity("somebody", "issuer", "somebody", null));
		this.callers.put("ANONYMOUS", Caller.anonymous());
		this.callers.put("SERVICE", Caller.service("customer-service"));
	}

	@Test
	void refusesWhoeverMayNot() {
		for (Operation operation : OPERATIONS) {
			this.callers.forEach((name, caller) -> {
				Answer answer = operation.call(this.client.as(caller));
				if (operation.allowed().contains(name)) {
					assertThat(answer.status()).as("%s as %s", operation, name).isIn(200, 201, 204, 400, 404);
					assertThat(answer.text("/error_code")).as("%s as %s", operation, name).isNotEqualTo("CBC.0100");
				}
				else {
					answer.refused(403, operation.onVendorFace() ? "CBC.0151" : "ACCESS_DENIED");
				}
			});
			operation.call(this.client.asNobody())
				.refused(401, operation.onVendorFace() ? "CBC.0154" : "UNAUTHENTICATED");
		}
	}

	@Test
	void forgetsNoOperation() {
		Set<String> paths = new TreeSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((path) -> path.matches("/(api|v2|internal)/.*"))
				.forEach((path) -> mapping.getMethodsCondition()
					.getMethods()
					.forEach((method) -> paths.add(method + " " + path))));
		assertThat(OPERATIONS).extracting((operation) -> operation.method() + " " + operation.path())
			.containsExactlyInAnyOrderElementsOf(paths);
	}

	/** An operation and those who may use it. */
	private record Operation(String method, String path, Set<String> allowed) {

		Answer call(HubClient.As as) {
			String target = this.path.replace("{id}", SOME_ID);
			return this.method.equals("GET") ? as.get(target) : as.post(target, body());
		}

		boolean onVendorFace() {
			return this.path.startsWith("/v2/");
		}

		private Object body() {
			return switch (this.path) {
				case "/api/v1/vendor/voucher-quotas" -> Map.of("partnerId", SOME_ID, "value", A.money("1.00"),
						"effectiveAt", MovableClock.START, "expiresAt", MovableClock.START.plusSeconds(1));
				case "/api/v1/vouchers" -> A.issue(SOME_ID, "1.00", Ids.next());
				case COUPONS -> Map.of("quota_id", SOME_ID, "customer_ids", List.of(SOME_ID), "face_value", 1);
				case COUPONS + "/reclaim" -> Map.of("coupon_id", SOME_ID);
				default -> Map.of();
			};
		}

	}

}
