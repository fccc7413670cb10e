package io.partnerhub.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A resale customer consumes and asks for an invoice, his partner issues it with its file
 * and delivers it, and the partner's statement of account tells what was appropriated.
 */
class InvoiceStoryTests {

	private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("INVO-12")
	void aPartnerInvoicesWhatHisCustomerConsumed() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").appropriate("300.00");
		consumed(relation, "106.00");
		String id = relation.customer()
			.post("/api/v1/my/invoices",
					Map.of("amount", Relation.money("106.00"), "taxRate", "6.00", "title",
							Map.of("kind", "COMPANY", "name", "Acme")))
			.expect(201)
			.text("/id");
		relation.partner().post("/api/v1/customer-invoices/" + id + "/issuance", issuance(relation)).expect(200);
		relation.partner().post("/api/v1/customer-invoices/" + id + "/delivery", Map.of("way", "by mail")).expect(200);
		assertThat(relation.customer().download("/api/v1/my/invoices/" + id + "/file")).isEqualTo(PDF);
		assertThat(relation.customer().get("/api/v1/my/invoiceable-amounts").text("/items/0/invoiceable/amount"))
			.isEqualTo("0.00");
		this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN").get("/api/v1/customer-invoices/" + id).expect(404);
		assertThat(statement(relation)).startsWith("%PDF-");
	}

	private void consumed(Relation relation, String amount) {
		this.hub.as("VENDOR_TOKEN")
			.post("/api/v1/vendor/invoiceable-amounts",
					Map.of("reference", Ids.next(), "partnerId", relation.partnerId(), "customerId",
							relation.customerId(), "taxRate", "6.00", "kind", "CONSUMED", "amount",
							Relation.money(amount)))
			.expect(200);
	}

	private static Map<String, Object> issuance(Relation relation) {
		String file = relation.partner()
			.with("Content-Type", "application/octet-stream")
			.post("/api/v1/invoice-files", PDF)
			.expect(201)
			.text("/id");
		return Map.of("number", Ids.next().toString().substring(0, 32), "amount", Relation.money("106.00"), "taxRate",
				"6.00", "fileId", file);
	}

	private static String statement(Relation relation) {
		Instant now = Instant.now().minusSeconds(1);
		Answer begun = relation.partner()
			.post("/api/v1/account-statements",
					Map.of("from", now.minusSeconds(3600).toString(), "to", now.toString(), "format", "PDF", "language",
							"zh"))
			.expect(202);
		String path = "/api/v1/account-statements/" + begun.text("/id");
		await().atMost(Relation.PATIENCE).until(() -> relation.partner().get(path).text("/state").equals("DONE"));
		return new String(relation.partner().download(path + "/file"), StandardCharsets.ISO_8859_1);
	}

}
