package io.partnerhub.billing.resale;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
@Tag("INVO-12")
class ReceivingInvoicesTests {

	private static final String MINE = "/api/v1/my/invoices";

	private static final String INVOICES = "/api/v1/customer-invoices";

	private final HubClient client;

	private final Given given;

	private final Uploads uploads;

	private final Hears hears;

	private final Partner partner;

	private final UUID customer;

	ReceivingInvoicesTests(HubClient client, Given given, Uploads uploads, Hears hears) {
		this.client = client;
		this.given = given;
		this.uploads = uploads;
		this.hears = hears;
		this.partner = given.distributor();
		this.customer = given.resaleCustomer(this.partner);
	}

	@Test
	@Tag("INVO-05")
	void comeFromAFormerPartnerWhoIsNamed() {
		consumed("10.00");
		Partner next = this.given.distributor();
		this.hears.event(Given.disassociated(this.partner, this.customer, 1, AssociationType.RESALE));
		this.given.associated(next, this.customer, 2, AssociationType.RESALE);
		request(Map.of()).refused(409, "INVOICE_AMOUNT_MISMATCH");
		request(Map.of("partnerId", next.id())).refused(409, "INVOICE_AMOUNT_MISMATCH");
		assertThat(request(Map.of("partnerId", this.partner.id())).expect(201).text("/partnerId"))
			.isEqualTo(this.partner.id().toString());
	}

	@Test
	void hideInListsWhereTheyWereSent() {
		String id = issued();
		this.client.as(this.partner.admin())
			.post(INVOICES + "/" + id + "/delivery", Map.of("way", "li.lei@acme.example"))
			.expect(200);
		assertThat(this.client.as(this.partner.admin()).get(INVOICES).text("/items/0/delivery")).isEqualTo("l***");
		assertThat(this.client.as(this.partner.admin()).get(INVOICES + "/" + id).text("/delivery"))
			.isEqualTo("li.lei@acme.example");
	}

	@Test
	void tellEverybodyWhatHeCanDo() {
		consumed("10.00");
		String id = request(Map.of()).expect(201).text("/id");
		assertThat(actions(this.partner.admin(), INVOICES + "/" + id, "")).isEqualTo("[\"ISSUE\",\"REFUSE\"]");
		assertThat(actions(this.partner.customerOperator(), INVOICES + "/" + id, "")).isEqualTo("[]");
		assertThat(actions(buyer(), MINE, "/items/0")).isEqualTo("[\"CANCEL\"]");
	}

	private String issued() {
		consumed("10.00");
		String id = request(Map.of()).expect(201).text("/id");
		this.client.as(this.partner.admin())
			.post(INVOICES + "/" + id + "/issuance",
					Map.of("number", Ids.next().toString().substring(4), "amount", Given.money("10.00"), "taxRate",
							"6.00", "fileId", this.uploads.by(this.partner)))
			.expect(200);
		return id;
	}

	private void consumed(String amount) {
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/invoiceable-amounts",
					Map.of("reference", Ids.next(), "partnerId", this.partner.id(), "customerId", this.customer,
							"taxRate", "6.00", "kind", "CONSUMED", "amount", Given.money(amount)))
			.expect(200);
	}

	private Answer request(Map<String, Object> more) {
		Map<String, Object> wish = new LinkedHashMap<>(Map.of("amount", Given.money("10.00"), "taxRate", "6.00",
				"title", Map.of("kind", "COMPANY", "name", "华北科技有限公司")));
		wish.putAll(more);
		return this.client.as(buyer()).post(MINE, wish);
	}

	private String actions(Caller caller, String path, String pointer) {
		return this.client.as(caller).get(path).expect(200).json().at(pointer + "/allowedActions").toString();
	}

	private Caller buyer() {
		return Caller.customer("buyer", this.customer);
	}

}
