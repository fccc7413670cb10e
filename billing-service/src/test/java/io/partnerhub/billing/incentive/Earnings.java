package io.partnerhub.billing.incentive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;

/** What the vendor tells of incentives, and partners do about them. */
final class Earnings {

	static final String INCENTIVES = "/api/v1/incentives";

	private final HubClient client;

	Earnings(HubClient client) {
		this.client = client;
	}

	/** What the vendor tells; tests change it before they send it. */
	static Map<String, Object> bill(Partner partner, String amount) {
		return new LinkedHashMap<>(Map.of("partnerId", partner.id(), "number", Ids.next(), "stage", "BILL", "period",
				"2026-02", "model", "ADVISORY", "amount", Given.money(amount), "productTaxRate", "6.00"));
	}

	static Map<String, Object> line(String kind, String consumed, String incentive) {
		return new LinkedHashMap<>(Map.of("kind", kind, "serviceType", "hws.service.type.ec2", "consumed",
				Given.money(consumed), "incentive", Given.money(incentive)));
	}

	Answer tell(Map<String, Object> bill) {
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/incentives", bill);
	}

	/** The id of an incentive that waits for its confirmation. */
	String billed(Partner partner, String amount) {
		return tell(bill(partner, amount)).expect(201).text("/id");
	}

	/** The same of a model. */
	String billed(Partner partner, String amount, String model) {
		Map<String, Object> bill = bill(partner, amount);
		bill.put("model", model);
		return tell(bill).expect(201).text("/id");
	}

	Answer confirm(Partner partner, String id) {
		return this.client.as(partner.admin()).post(INCENTIVES + "/" + id + "/confirmation", Map.of());
	}

	/** The ids of confirmed ones. */
	List<String> confirmed(Partner partner, String... amounts) {
		return List.of(amounts).stream().map((amount) -> {
			String id = billed(partner, amount);
			confirm(partner, id).expect(200);
			return id;
		}).toList();
	}

	Answer get(Partner partner, String id) {
		return this.client.as(partner.admin()).get(INCENTIVES + "/" + id).expect(200);
	}

	String state(Partner partner, String id) {
		return get(partner, id).text("/state");
	}

	/** Its business information is certified and it pays 6 percent. */
	Partner certified(Partner partner) {
		facts(partner, Map.of("businessInfoCertified", true, "taxRate", "6.00"));
		return partner;
	}

	void facts(Partner partner, Map<String, Object> facts) {
		this.client.as(Given.VENDOR).put("/api/v1/vendor/payout-facts/" + partner.id(), facts).expect(200);
	}

}
