package io.partnerhub.billing;

import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions about invoices free amounts or settle them: no repeat does so twice. */
@BillingTest
@Tag("I-41")
class KeepingCommandsOnceTests {

	private static final Map<String, Object> REASON = Map.of("reason", "wrong title");

	private final HubClient client;

	private final Given given;

	KeepingCommandsOnceTests(HubClient client, Given given) {
		this.client = client;
		this.given = given;
	}

	@ParameterizedTest
	@ValueSource(strings = { "invoices/%s/revocation-approval", "invoices/%s/return-approval",
			"payment-orders/%s/approval", "payment-orders/%s/refusal", "incentive-payouts/%s/acceptance",
			"incentive-payouts/%s/payment", "incentive-payouts/%s/repetition" })
	void areAskedOfTheVendorWithAKey(String path) {
		refusedWithoutKey(Given.VENDOR, "/api/v1/vendor/" + path, path.endsWith("refusal") ? REASON : Map.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "invoices/%s/revocation", "customer-invoices/%s/refusal", "incentives/%s/confirmation" })
	void areAskedOfPartnersWithAKey(String path) {
		refusedWithoutKey(this.given.distributor().admin(), "/api/v1/" + path,
				path.endsWith("refusal") ? REASON : Map.of());
	}

	@ParameterizedTest
	@ValueSource(strings = "my/invoices/%s/cancellation")
	void areAskedOfCustomersWithAKey(String path) {
		refusedWithoutKey(Caller.customer("buyer", Ids.next()), "/api/v1/" + path, Map.of());
	}

	private void refusedWithoutKey(Caller caller, String path, Map<String, Object> body) {
		String one = path.formatted(Ids.next());
		this.client.as(caller).with("Idempotency-Key", "").post(one, body).refused(400, "IDEMPOTENCY_KEY_REQUIRED");
		this.client.as(caller).post(one, body).refused(404, "NOT_FOUND");
	}

}
