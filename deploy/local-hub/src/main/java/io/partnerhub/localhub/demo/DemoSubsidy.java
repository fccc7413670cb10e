package io.partnerhub.localhub.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the demo's government-subsidy partner has to give and to whom: a cash-coupon quota
 * and a white-list of the demo's customers, present and to come, and of an account that
 * has no partner.
 */
final class DemoSubsidy {

	static final String PARTNER = "SUBSIDY";

	static final String ADMIN = "subsidy-admin";

	/** An account of the vendor's own customer; the hub knows it by the feed only. */
	private static final String DIRECT = "direct-customer";

	private static final Duration QUOTA_LIFE = Duration.ofDays(365);

	private static final int LISTED_CUSTOMERS = 100;

	private static final String QUOTA = "SUBSIDY_CASH_QUOTA";

	private static final String WHITELIST = "SUBSIDY_WHITELIST";

	private final DemoHub hub;

	private final DemoProperties demo;

	DemoSubsidy(DemoHub hub, DemoProperties demo) {
		this.hub = hub;
		this.demo = demo;
	}

	void ensure(Instant seededAt) {
		if (!this.demo.has(QUOTA)) {
			this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/cash-coupon-quotas", "demo-cash-quota",
					Map.of("partnerId", this.demo.get(PARTNER + "_ID"), "value",
							Map.of("amount", "1000.00", "currency", "CNY"), "effectiveAt", seededAt.toString(),
							"expiresAt", seededAt.plus(QUOTA_LIFE).toString()));
			this.demo.put(QUOTA, "1000.00");
		}
		if (!this.demo.has(WHITELIST)) {
			this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/customer-facts", "demo-direct-customer", facts(seededAt));
			this.hub.put(ADMIN, "/api/v1/whitelist", "demo-whitelist", Map.of("customers", rows()));
			this.demo.put(WHITELIST, "1");
		}
	}

	private static Map<String, Object> facts(Instant seededAt) {
		return Map.of("facts", List.of(Map.of("accountName", DIRECT, "asOf", seededAt.toString(), "realName", "直客科技",
				"email", DIRECT + "@partner-hub.local", "signingEntity", "HWC-CN")));
	}

	private static List<Map<String, String>> rows() {
		List<Map<String, String>> rows = new ArrayList<>();
		rows.add(Map.of("accountName", DIRECT, "name", "直客科技"));
		for (int number = 1; number <= LISTED_CUSTOMERS; number++) {
			rows.add(Map.of("accountName", DemoCustomers.login(number), "name", DemoCustomers.name(number)));
		}
		return rows;
	}

}
