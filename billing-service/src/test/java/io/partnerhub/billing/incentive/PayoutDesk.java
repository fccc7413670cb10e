package io.partnerhub.billing.incentive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;

/** What partners and the vendor do about a pay-out. */
final class PayoutDesk {

	static final String PAYOUTS = "/api/v1/incentive-payouts";

	private final HubClient client;

	private final Uploads uploads;

	PayoutDesk(HubClient client, Uploads uploads) {
		this.client = client;
		this.uploads = uploads;
	}

	Answer apply(Partner partner, String mode, String... incentives) {
		return admin(partner).post(PAYOUTS, Map.of("mode", mode, "items",
				Arrays.stream(incentives).map((id) -> Map.of("incentiveId", id)).toList()));
	}

	Answer applyPart(Partner partner, String mode, String incentive, String amount) {
		return admin(partner).post(PAYOUTS, Map.of("mode", mode, "items",
				List.of(Map.of("incentiveId", incentive, "amount", Given.money(amount)))));
	}

	Answer get(Partner partner, String payout) {
		return admin(partner).get(PAYOUTS + "/" + payout).expect(200);
	}

	Answer list(Partner partner) {
		return admin(partner).get(PAYOUTS).expect(200);
	}

	/** What the vendor says of a pay-out: acceptance, payment or repetition. */
	Answer decide(String payout, String decision) {
		return vendor().post("/api/v1/vendor/incentive-payouts/" + payout + "/" + decision, Map.of());
	}

	Answer reject(String payout) {
		return vendor().post("/api/v1/vendor/incentive-payouts/" + payout + "/rejection",
				Map.of("reason", "wrong title"));
	}

	Answer decideOrder(String order, String decision, Map<String, Object> body) {
		return vendor().post("/api/v1/vendor/payment-orders/" + order + "/" + decision, body);
	}

	/** One invoice of that amount. */
	Answer invoice(Partner partner, String order, String amount, String rate) {
		return submit(partner, order, invoiceOf(partner, amount, rate));
	}

	Answer submit(Partner partner, String order, Object... invoices) {
		return admin(partner).post("/api/v1/payment-orders/" + order + "/invoices",
				Map.of("invoices", List.of(invoices)));
	}

	Map<String, Object> invoiceOf(Partner partner, String amount, String rate) {
		return Map.of("number", Ids.next().toString().replace("-", ""), "amount", Given.money(amount), "taxRate", rate,
				"fileId", this.uploads.by(partner));
	}

	/** The payment order of a pay-out that waits for invoices. */
	String accepted(Partner partner, String mode, String... incentives) {
		String payout = apply(partner, mode, incentives).expect(201).text("/id");
		return decide(payout, "acceptance").expect(200).text("/paymentOrderId");
	}

	/** A pay-out up to its payment, with one invoice at 3 percent. */
	String paid(Partner partner, String mode, String payable, String... incentives) {
		String payout = apply(partner, mode, incentives).expect(201).text("/id");
		finish(partner, payout, payable);
		return payout;
	}

	void finish(Partner partner, String payout, String payable) {
		String order = decide(payout, "acceptance").expect(200).text("/paymentOrderId");
		invoice(partner, order, payable, "3.00").expect(200);
		decideOrder(order, "approval", Map.of()).expect(200);
		decide(payout, "payment").expect(200);
	}

	private HubClient.As admin(Partner partner) {
		return this.client.as(partner.admin());
	}

	private HubClient.As vendor() {
		return this.client.as(Given.VENDOR);
	}

}
