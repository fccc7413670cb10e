package io.partnerhub.billing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Operation;

import static io.partnerhub.platform.testkit.Operation.delete;
import static io.partnerhub.platform.testkit.Operation.get;
import static io.partnerhub.platform.testkit.Operation.post;
import static io.partnerhub.platform.testkit.Operation.put;

/** The operations around consumption, performance and bills, and who may use them. */
final class ConsumptionOperations {

	private static final Set<String> VENDOR = Set.of("VENDOR");

	static final List<Operation> ALL = List.of(
			post("/api/v1/vendor/consumption", VENDOR, ConsumptionOperations::consumption),
			post("/api/v1/vendor/sub-accounts", VENDOR,
					() -> Map.of("items", List.of(Map.of("id", Ids.next(), "customerId", Ids.next())))),
			post("/api/v1/vendor/consumption-files", VENDOR, () -> "BilledCost"),
			get("/api/v1/vendor/consumption-files", VENDOR), get("/api/v1/vendor/consumption-files/{id}", VENDOR),
			get("/api/v1/vendor/consumption-files/{id}/issues", VENDOR),
			get("/api/v1/consumption/summary?cycle=2026-03", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/consumption/discounts?cycle=2026-03", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/consumption/summary-lines?cycle=2026-03", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/consumption/records?cycle=2026-03", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/consumption/attribution?asOf=2026-03-01T00:00:00Z&customerId=" + Ids.next(),
					WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/performance?period=2026-03", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/performance-sheets", WhoMayDoWhatTests.SEEING_ALL),
			put("/api/v1/consumption-subscription", WhoMayDoWhatTests.SEEING_ALL, Map::of),
			delete("/api/v1/consumption-subscription", WhoMayDoWhatTests.SEEING_ALL),
			get("/api/v1/consumption-exports", WhoMayDoWhatTests.SEEING_ALL),
			get("/api/v1/consumption-exports/{id}/file", WhoMayDoWhatTests.SEEING_ALL),
			get("/api/v1/dashboards/customers", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/dashboards/consumption", WhoMayDoWhatTests.PARTNERS),
			get("/api/v1/dashboards/incentives", WhoMayDoWhatTests.SEEING_ALL),
			get("/api/v1/bills", WhoMayDoWhatTests.SEEING_ALL), get("/api/v1/bills/{id}", WhoMayDoWhatTests.SEEING_ALL),
			post("/api/v1/bills/{id}/payment", WhoMayDoWhatTests.APPROPRIATING),
			put("/api/v1/vendor/billing-terms/{partnerId}", VENDOR, () -> Map.of("monthly", true)),
			post("/api/v1/vendor/partner-charges", VENDOR,
					() -> Map.of("reference", Ids.next(), "partnerId", Ids.next(), "cycle", "2026-02", "description",
							"support", "amount", Given.money("1.00"))),
			post("/api/v1/vendor/bills/{id}/transfers", VENDOR,
					() -> Map.of("reference", Ids.next(), "amount", Given.money("1.00"))),
			post("/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query",
					WhoMayDoWhatTests.FIRST_TIER_SEEING_ALL, () -> Map.of("bill_cycle", "2026-03")),
			get("/v2/bills/subcustomer-bills/res-fee-records?bill_cycle=2026-03&customer_id=" + Ids.next(),
					WhoMayDoWhatTests.FIRST_TIER_SEEING_ALL),
			get("/v2/bills/partner-bills/subcustomer-bills/monthly-sum?cycle=2026-03&charge_mode=3",
					WhoMayDoWhatTests.FIRST_TIER_SEEING_ALL));

	private ConsumptionOperations() {
	}

	static Set<String> paths() {
		return ALL.stream()
			.map((operation) -> operation.path().replaceFirst("\\?.*", ""))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Map<String, Object> consumption() {
		return Map.of("records",
				List.of(Map.of("id", Ids.next(), "customerId", Ids.next(), "tradeTime", "2026-03-01T09:00:00Z",
						"chargeMode", "PAY_PER_USE", "serviceType", "ecs", "currency", "CNY", "amounts",
						Map.of("official", "1.00", "cash", "1.00"))));
	}

}
