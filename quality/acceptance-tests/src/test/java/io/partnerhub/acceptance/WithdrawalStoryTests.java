package io.partnerhub.acceptance;

import java.util.List;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A partner's money on its way in and out again: topped up, explained, withdrawn with a
 * code, approved by the vendor and paid by the bank, also by one that falls silent after
 * it has paid.
 */
class WithdrawalStoryTests {

	private static final String PARTNER = "SOLUTION_PROVIDER_ADMIN_TOKEN";

	private static final String MAILBOX = "solution-provider-admin@partner-hub.local";

	private static final String WITHDRAWALS = "/api/v1/withdrawals";

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("WDR-10")
	@Tag("WDR-12")
	@Tag("WDR-17")
	void paysOutWhatWasToppedUp() {
		String flow = topUp("320.00");
		String reference = "story-" + Ids.next();
		vendor()
			.post("/api/v1/vendor/unposted-flows", Map.of("partnerId", partnerId(), "reference", reference, "kind",
					"METERED_CHARGE", "amount", Relation.money("20.00")))
			.expect(201);
		Answer amount = partner().get("/api/v1/withdrawable-amount").expect(200);
		assertThat(amount.json().at("/unposted/rows")).extracting((row) -> row.at("/reference").asString())
			.contains(reference);
		assertThat(amount.json().at("/unblock")).extracting((remedy) -> remedy.at("/action").asString())
			.contains("WAIT_FOR_POSTING");
		vendor().post("/api/v1/vendor/unposted-flows/" + reference + "/posting", "").expect(200);
		partner().post(WITHDRAWALS, wish(flow, "5678")).refused(403, "VERIFICATION_REQUIRED");
		String id = submit(flow, "5678").expect(201).text("/id");
		submit(flow, "5678").refused(409, "WITHDRAW_IN_PROGRESS");
		approve(id);
		assertThat(paid(id).json().at("/progress")).extracting((step) -> step.at("/state").asString())
			.containsExactly("SUBMITTED", "APPROVED", "PROCESSING", "SUCCEEDED");
	}

	@Test
	@Tag("I-21")
	void findsOutThatABankHasPaidThatFellSilent() {
		String id = submit(topUp("320.00"), "0003").expect(201).text("/id");
		approve(id);
		Answer paid = paid(id);
		assertThat(paid.text("/payment/state")).isEqualTo("PAID");
		assertThat(paid.text("/withdrawal/bank/accountNo")).isEqualTo("****0003");
		partner().get(WITHDRAWALS + "/" + Ids.next()).refused(404, "NOT_FOUND");
	}

	/** Money that only a bank card can get. */
	private String topUp(String amount) {
		return vendor()
			.post("/api/v1/vendor/top-ups", Map.of("partnerId", partnerId(), "amount", Relation.money(amount),
					"bankSerialNumber", "story-" + Ids.next(), "channel", "TRADE_MODEL_CONVERSION"))
			.expect(201)
			.text("/id");
	}

	private Answer submit(String flow, String ending) {
		return partner().with(Codes.PROOF, proof()).post(WITHDRAWALS, wish(flow, ending));
	}

	private void approve(String id) {
		assertThat(vendor().post("/api/v1/vendor/withdrawals/" + id + "/approval", "").expect(200).text("/state"))
			.isEqualTo("APPROVED");
	}

	private Answer paid(String id) {
		await().atMost(Relation.PATIENCE.multipliedBy(2))
			.until(() -> show(id).text("/withdrawal/state").equals("SUCCEEDED"));
		return show(id);
	}

	private Answer show(String id) {
		return partner().get(WITHDRAWALS + "/" + id).expect(200);
	}

	private static Map<String, Object> wish(String flow, String ending) {
		return Map.of("type", "BANK_CARD", "amount", Relation.money("320.00"), "flowIds", List.of(flow), "bank",
				Map.of("name", "招商银行", "branch", "深圳科技园支行", "holder", "云岭解决方案", "accountNo", "62258801" + ending));
	}

	private String proof() {
		return new Codes(this.hub, partner(), MAILBOX).proof("WITHDRAW");
	}

	private String partnerId() {
		return partner().get("/api/v1/partners/me").expect(200).text("/id");
	}

	private HubClient.As partner() {
		return this.hub.as(PARTNER);
	}

	private HubClient.As vendor() {
		return this.hub.as("VENDOR_TOKEN");
	}

}
