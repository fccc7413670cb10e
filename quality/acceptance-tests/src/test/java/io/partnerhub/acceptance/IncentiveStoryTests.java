package io.partnerhub.acceptance;

import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An incentive on its way to a voucher quota: told by the vendor, confirmed by the
 * partner, released by billing-service and granted by coupon-service.
 */
class IncentiveStoryTests {

	private static final String PAYOUTS = "/api/v1/incentive-payouts";

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("INC-01")
	@Tag("INC-05")
	void becomesAVoucherQuota() {
		String partnerId = partner().get("/api/v1/partners/me").expect(200).text("/id");
		vendor()
			.put("/api/v1/vendor/payout-facts/" + partnerId, Map.of("businessInfoCertified", true, "taxRate", "6.00"))
			.expect(200);
		String incentive = vendor()
			.post("/api/v1/vendor/incentives",
					Map.of("partnerId", partnerId, "number", "story-" + Ids.next(), "stage", "BILL", "period",
							"2026-02", "model", "RESALE", "amount", Relation.money("66.00"), "productTaxRate", "6.00"))
			.expect(201)
			.text("/id");
		partner().post("/api/v1/incentives/" + incentive + "/confirmation", Map.of("mode", "QUOTA")).expect(200);
		String payout = partner().get(PAYOUTS + "?limit=1").text("/items/0/id");
		await().atMost(Relation.PATIENCE).until(() -> show(payout).text("/state").equals("DONE"));
		Answer quota = partner().get("/api/v1/voucher-quotas/" + show(payout).text("/quotaId")).expect(200);
		assertThat(quota.text("/value/amount")).isEqualTo("66.00");
		assertThat(partner().get("/api/v1/incentives/" + incentive).text("/state")).isEqualTo("PAID");
	}

	private Answer show(String payout) {
		return partner().get(PAYOUTS + "/" + payout).expect(200);
	}

	private HubClient.As partner() {
		return this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN");
	}

	private HubClient.As vendor() {
		return this.hub.as("VENDOR_TOKEN");
	}

}
