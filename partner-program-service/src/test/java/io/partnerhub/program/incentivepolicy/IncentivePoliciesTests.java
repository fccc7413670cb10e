package io.partnerhub.program.incentivepolicy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The vendor tells what products earn, and partners look it up. */
@ProgramTest
@Tag("INC-11")
class IncentivePoliciesTests {

	private static final String LIST = "/api/v1/incentive-policies";

	private static final String WIRE = "/v2/products/incentive-discount-policies";

	private final HubClient client;

	private final JdbcClient jdbc;

	private final Caller partner;

	private final Caller reseller;

	IncentivePoliciesTests(HubClient client, JdbcClient jdbc, A a) {
		this.client = client;
		this.jdbc = jdbc;
		this.partner = a.partner(PartnerType.DISTRIBUTOR);
		this.reseller = a.resellerOf(this.partner);
	}

	@BeforeEach
	void twoServiceTypes() {
		for (String code : List.of("ecs", "obs")) {
			this.client.as(A.VENDOR)
				.put("/api/v1/vendor/service-types/" + code, Map.of("nameZh", "产品" + code, "nameEn", "Product " + code))
				.expect(200);
		}
	}

	@AfterEach
	void nothingIsLeft() {
		this.jdbc.sql("delete from incentive_policy").update();
	}

	@Test
	void holdsFromItsMonthUntilALaterOne() {
		tell(policy("ecs", "2025-11", "ORDINARY"), policy("ecs", "2026-02", "REVENUE_NO_REBATE")).expect(204);
		assertThat(kindOf("2025-10")).isEmpty();
		assertThat(kindOf("2026-01")).isEqualTo("ORDINARY");
		assertThat(kindOf("2026-02")).isEqualTo("REVENUE_NO_REBATE");
		Answer present = this.client.as(this.partner).get(LIST + "?serviceType=ecs").expect(200);
		assertThat(List.of(present.text("/items/0/policy"), present.text("/items/0/earnsRebate"),
				present.text("/items/0/countsAsPerformance")))
			.containsExactly("REVENUE_NO_REBATE", "false", "true");
	}

	@Test
	void takesTheLastWordOnAMonth() {
		tell(policy("ecs", "2026-02", "ORDINARY")).expect(204);
		tell(policy("ecs", "2026-02", "ORDINARY")).expect(204);
		tell(policy("ecs", "2026-02", "SPECIAL")).expect(204);
		assertThat(kindOf("2026-02")).isEqualTo("SPECIAL");
		assertThat(this.client.as(this.partner).get(LIST).json().at("/items")).hasSize(1);
	}

	@Test
	void pagesThoseOfAllProducts() {
		tell(policy("ecs", "2026-02", "ORDINARY"), policy("obs", "2026-02", "SPECIAL")).expect(204);
		Answer first = this.client.as(this.partner).get(LIST + "?limit=1").expect(200);
		assertThat(first.text("/items/0/serviceType")).isEqualTo("obs");
		Answer second = this.client.as(this.partner).get(LIST + "?limit=1&cursor=" + first.text("/nextCursor"));
		assertThat(second.text("/items/0/serviceType")).isEqualTo("ecs");
	}

	@Test
	void answersTheVendorsSdk() {
		tell(policy("ecs", "2026-02", "REVENUE_NO_REBATE"), policy("obs", "2026-02", "SPECIAL")).expect(204);
		Answer all = this.client.as(this.partner).get(WIRE + "?time=2026-02&limit=1&service_type_code=").expect(200);
		assertThat(List.of(all.text("/total_count"), all.text("/policies/0/service_type_code"),
				all.text("/policies/0/service_type_name"), all.text("/policies/0/incentive_policy"),
				all.text("/policies/0/allow_discount")))
			.containsExactly("2", "ecs", "产品ecs", "13", "YES");
		Answer one = this.client.as(this.partner)
			.with("X-Language", "en_US")
			.get(WIRE + "?time=2026-02&service_type_code=obs");
		assertThat(one.text("/policies/0/service_type_name") + one.text("/policies/0/incentive_policy"))
			.isEqualTo("Product obs1");
		this.client.as(this.reseller).get(WIRE + "?time=2026-02").refused(403, "CBC.0151");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?time=", "?time=2026", "?time=2026-13", "?time=2026-02&limit=101",
			"?time=2026-02&offset=-1", "?time=2026-02&limit=x" })
	void refusesWhatTheSdkMayNotAsk(String query) {
		this.client.as(this.partner).get(WIRE + query).refused(400, "CBC.0100");
	}

	@ParameterizedTest
	@CsvSource({ "ORDINARY", "SPECIAL", "REVENUE_NO_REBATE" })
	@Tag("INC-12")
	void earnsNothingOnTheMarketplace(String kind) {
		Map<String, Object> sale = policy("ecs", "2026-02", kind);
		sale.put("marketplace", true);
		tell(sale).refused(400, "INVALID_REQUEST");
		sale.put("policy", "NO_REVENUE_NO_REBATE");
		tell(sale).expect(204);
		Answer shown = this.client.as(this.partner).get(LIST).expect(200);
		assertThat(List.of(shown.text("/items/0/marketplace"), shown.text("/items/0/earnsRebate"),
				shown.text("/items/0/countsAsPerformance")))
			.containsExactly("true", "false", "false");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update incentive_policy set kind = '" + kind + "'").update())
			.withMessageContaining("incentive_policy_of_marketplace");
	}

	@Test
	void refusesBadInput() {
		tell().refused(400, "INVALID_REQUEST");
		tell(policy("none", "2026-02", "ORDINARY")).refused(409, "SERVICE_TYPE_UNKNOWN");
		tell(policy("ecs", "2026-02", "ORDINARY"), policy("ecs", "2026-02", "SPECIAL")).refused(400, "INVALID_REQUEST");
		tell(policy("ecs", "2026-2", "ORDINARY")).refused(400, "INVALID_REQUEST");
		tell(policy("ecs", "2026-02", "HALF")).refused(400, "INVALID_REQUEST");
		this.client.as(this.partner).get(LIST + "?month=2026").refused(400, "INVALID_REQUEST");
		assertThat(this.client.as(this.partner).get(LIST).json().at("/items")).isEmpty();
	}

	private String kindOf(String month) {
		return this.client.as(this.partner)
			.get(LIST + "?serviceType=ecs&month=" + month)
			.expect(200)
			.text("/items/0/policy");
	}

	private Answer tell(Object... policies) {
		return this.client.as(A.VENDOR).post("/api/v1/vendor/incentive-policies", Map.of("items", List.of(policies)));
	}

	private static Map<String, Object> policy(String code, String from, String kind) {
		return new LinkedHashMap<>(Map.of("serviceType", code, "from", from, "policy", kind, "discountAllowed", true));
	}

}
