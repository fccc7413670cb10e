package io.partnerhub.billing.invoice;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;

/** What the vendor does about invoices, and partners ask of it. */
final class Vendor {

	static final String ENTITY = "华为云计算技术有限公司";

	static final String FORMER_ENTITY = "华为软件技术有限公司";

	private final HubClient client;

	private final Uploads uploads;

	Vendor(HubClient client, Uploads uploads) {
		this.client = client;
		this.uploads = uploads;
	}

	/** The id of a new order. */
	String order(Partner partner, String amount, String rate) {
		return order(partner, Ids.next().toString(), amount, rate, ENTITY);
	}

	String order(Partner partner, String number, String amount, String rate, String entity) {
		return learn(partner, number, amount, rate, entity).expect(201).text("/id");
	}

	Answer learn(Partner partner, String number, String amount, String rate, String entity) {
		return vendor().post("/api/v1/vendor/billed-orders", Map.of("partnerId", partner.id(), "orderNumber", number,
				"taxRate", rate, "signingEntity", entity, "amount", Given.money(amount)));
	}

	Answer refund(Partner partner, String number, String reference, String amount) {
		return vendor().post("/api/v1/vendor/billed-order-refunds", Map.of("partnerId", partner.id(), "orderNumber",
				number, "reference", reference, "amount", Given.money(amount)));
	}

	Answer owed(Partner partner, String number, String amount, String rate) {
		return vendor().post("/api/v1/vendor/owed-invoices",
				Map.of("partnerId", partner.id(), "reference", Ids.next(), "invoiceNumber", number, "reason",
						"RECEIPT_WITHDRAWN", "taxRate", rate, "signingEntity", ENTITY, "amount", Given.money(amount)));
	}

	/** The partner offsets as much as both leave, or less. */
	Answer offset(Partner partner, String owed, String order) {
		return offset(partner, owed, Map.of("orderId", order));
	}

	Answer offset(Partner partner, String owed, String order, String amount) {
		return offset(partner, owed, Map.of("orderId", order, "amount", Given.money(amount)));
	}

	private Answer offset(Partner partner, String owed, Map<String, Object> offset) {
		return this.client.as(partner.admin()).post("/api/v1/owed-invoices/" + owed + "/offset", offset);
	}

	Answer request(Partner partner, String medium, String... orders) {
		return this.client.as(partner.admin())
			.post("/api/v1/invoices", Map.of("orderIds", List.of(orders), "medium", medium, "title",
					Map.of("kind", "COMPANY", "name", "华北科技有限公司")));
	}

	/** The id of an invoice for the orders, requested. */
	String requested(Partner partner, String medium, String... orders) {
		return request(partner, medium, orders).expect(201).text("/items/0/id");
	}

	/** The id of an invoice for the orders, issued under the number. */
	String issued(Partner partner, String number, String amount, String... orders) {
		String id = requested(partner, "ELECTRONIC", orders);
		act(id, "approval").expect(200);
		issue(id, number, amount, "6.00").expect(200);
		return id;
	}

	/** Gives an issued invoice back, and the vendor takes it. */
	void returned(Partner partner, String id) {
		giveBack(partner, id).expect(200);
		act(id, "return-approval").expect(200);
	}

	Answer giveBack(Partner partner, String id) {
		return this.client.as(partner.admin())
			.post("/api/v1/invoices/" + id + "/return", Map.of("reason", "wrong title"));
	}

	/** What the partner owes, per number of an invoice. */
	Map<String, String> owes(Partner partner) {
		Map<String, String> owed = new TreeMap<>();
		this.client.as(partner.admin())
			.get("/api/v1/owed-invoices")
			.json()
			.at("/items")
			.forEach((item) -> owed.put(item.at("/invoiceNumber").asString(), item.at("/open/amount").asString()));
		return owed;
	}

	/** What is left to invoice of each order, by its id. */
	Map<String, String> invoiceable(Partner partner) {
		Map<String, String> left = new TreeMap<>();
		this.client.as(partner.admin())
			.get("/api/v1/invoiceable-orders")
			.json()
			.at("/items")
			.forEach((item) -> left.put(item.at("/id").asString(), item.at("/invoiceable/amount").asString()));
		return left;
	}

	Answer issue(String id, String number, String amount, String rate) {
		return vendor().post("/api/v1/vendor/invoices/" + id + "/issuance", Map.of("number", number, "amount",
				Given.money(amount), "taxRate", rate, "fileId", this.uploads.byVendor()));
	}

	/** A step of the vendor, with a reason wherever there can be one. */
	Answer act(String id, String step) {
		boolean reasoned = Stream.of("rejection", "refusal").anyMatch(step::endsWith);
		return vendor().post("/api/v1/vendor/invoices/" + id + "/" + step,
				reasoned ? Map.of("reason", "not legible") : Map.of());
	}

	HubClient.As vendor() {
		return this.client.as(Given.VENDOR);
	}

	static String number() {
		return Ids.next().toString().replace("-", "");
	}

}
