package io.partnerhub.billing;

import java.util.Locale;

import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class DescribingTheApiTests {

	private final HubClient client;

	DescribingTheApiTests(HubClient client) {
		this.client = client;
	}

	@Test
	void namesEveryOperationThatIsRouted() {
		Answer answer = this.client.asNobody().get("/v3/api-docs").expect(200);
		assertThat(answer.json().at("/paths").propertyNames()).containsAll(ConsumptionOperations.paths())
			.containsAll(OrderOperations.paths());
		assertThat(answer.json().at("/paths").propertyNames())
			.filteredOn((path) -> !ConsumptionOperations.paths().contains(path))
			.filteredOn((path) -> !OrderOperations.paths().contains(path))
			.containsExactlyInAnyOrder("/api/v1/accounts", "/api/v1/accounts/{id}/entries", "/api/v1/my/accounts",
					"/api/v1/vendor/top-ups", "/api/v1/vendor/top-ups/{id}/invoiced-amount",
					"/api/v1/vendor/top-ups/{id}/incentive", "/api/v1/withdrawable-amount", "/api/v1/top-up-flows",
					"/api/v1/withdrawals", "/api/v1/withdrawals/{id}", "/api/v1/withdrawals/{id}/cancellation",
					"/api/v1/vendor/withdrawals", "/api/v1/vendor/withdrawals/{id}",
					"/api/v1/vendor/withdrawals/{id}/approval", "/api/v1/vendor/withdrawals/{id}/rejection",
					"/api/v1/vendor/bank-results", "/api/v1/vendor/unposted-flows",
					"/api/v1/vendor/unposted-flows/{reference}/posting", "/api/v1/vendor/payees/{partnerId}",
					"/api/v1/top-up-claims", "/api/v1/top-up-claims/{id}", "/api/v1/dedicated-account",
					"/api/v1/vendor/top-up-claims", "/api/v1/vendor/top-up-claims/{id}/rejection",
					"/api/v1/vendor/incoming-transfers", "/api/v1/vendor/payment-agreements",
					"/api/v1/vendor/credit-lines/{id}", "/api/v1/vendor/account-postings", "/api/v1/balance-alert",
					"/api/v1/appropriation-exports", "/api/v1/appropriation-exports/{id}",
					"/api/v1/appropriation-exports/{id}/file", "/api/v1/vendor/trial-balance",
					"/api/v1/vendor/ledger-differences", "/v2/accounts/customer-accounts/balances",
					"/v2/accounts/customer-accounts/balances/batch-query",
					"/v2/accounts/partner-accounts/account-change-records",
					"/v2/accounts/customer-accounts/account-change-records", "/api/v1/vendor/entries/{id}/reversal",
					"/api/v1/appropriation-batches", "/api/v1/balance-reclamation-batches",
					"/api/v1/reseller-appropriations", "/api/v1/reseller-balance-reclamations",
					"/v2/accounts/partner-accounts/indirect-partner-adjust",
					"/v2/accounts/partner-accounts/indirect-partner-reclaim", "/api/v1/appropriations",
					"/api/v1/balance-reclamations", "/v2/accounts/partner-accounts/balances",
					"/v2/accounts/partner-accounts/adjust-amount", "/v2/accounts/partner-accounts/reclaim",
					"/v3/accounts/partner-accounts/adjust-records", "/api/v1/invoice-files",
					"/api/v1/invoice-files/{id}", "/api/v1/vendor/invoice-files", "/api/v1/vendor/invoiceable-amounts",
					"/api/v1/my/invoiceable-amounts", "/api/v1/customer-invoiceable-amounts", "/api/v1/my/invoices",
					"/api/v1/my/invoices/{id}/file", "/api/v1/my/invoices/{id}/cancellation",
					"/api/v1/customer-invoices", "/api/v1/customer-invoices/{id}",
					"/api/v1/customer-invoices/{id}/file", "/api/v1/customer-invoices/{id}/issuance",
					"/api/v1/customer-invoices/{id}/refusal", "/api/v1/customer-invoices/{id}/delivery",
					"/api/v1/customer-invoices/{id}/correction", "/api/v1/customer-invoices/{id}/return",
					"/api/v1/payment-orders", "/api/v1/payment-orders/{id}", "/api/v1/payment-orders/{id}/invoices",
					"/api/v1/vendor/payment-orders", "/api/v1/vendor/payment-orders/{id}/approval",
					"/api/v1/vendor/payment-orders/{id}/refusal", "/api/v1/vendor/incentive-invoices/{id}/file",
					"/api/v1/owed-invoices", "/api/v1/owed-invoices/{id}/offset", "/api/v1/vendor/owed-invoices",
					"/api/v1/vendor/billed-orders", "/api/v1/vendor/billed-order-refunds", "/api/v1/invoiceable-orders",
					"/api/v1/invoices", "/api/v1/invoices/{id}", "/api/v1/invoices/{id}/file",
					"/api/v1/invoices/{id}/submission", "/api/v1/invoices/{id}/receipt",
					"/api/v1/invoices/{id}/revocation", "/api/v1/invoices/{id}/return", "/api/v1/vendor/invoices",
					"/api/v1/vendor/invoices/{id}/approval", "/api/v1/vendor/invoices/{id}/rejection",
					"/api/v1/vendor/invoices/{id}/issuance", "/api/v1/vendor/invoices/{id}/tax-office-state",
					"/api/v1/vendor/invoices/{id}/revocation-approval",
					"/api/v1/vendor/invoices/{id}/revocation-refusal", "/api/v1/vendor/invoices/{id}/return-approval",
					"/api/v1/vendor/invoices/{id}/return-refusal", "/api/v1/account-statements",
					"/api/v1/account-statements/{id}", "/api/v1/account-statements/{id}/file", "/api/v1/incentives",
					"/api/v1/incentives/{id}", "/api/v1/incentives/{id}/lines", "/api/v1/incentives/{id}/confirmation",
					"/api/v1/vendor/incentives", "/api/v1/vendor/payout-facts/{partnerId}", "/api/v1/incentive-payouts",
					"/api/v1/incentive-payouts/{id}", "/api/v1/incentive-auto-apply",
					"/api/v1/vendor/incentive-payouts", "/api/v1/vendor/incentive-payouts/{id}/acceptance",
					"/api/v1/vendor/incentive-payouts/{id}/payment", "/api/v1/vendor/incentive-payouts/{id}/rejection",
					"/api/v1/vendor/incentive-payouts/{id}/repetition");
		assertThat(answer.json().at("/paths/~1v3~1accounts~1partner-accounts~1adjust-records/get/parameters"))
			.extracting((parameter) -> parameter.at("/name").asString())
			.contains("customer_id", "operation_type", "operation_time_begin", "operation_time_end", "trans_id",
					"indirect_partner_id", "offset", "limit");
	}

	@Test
	void spellsTheRecordsOfTheVendorsFaceAsTheyAreSent() {
		JsonNode schemas = this.client.asNobody().get("/v3/api-docs").expect(200).json().at("/components/schemas");
		String order = "/io.partnerhub.billing.order.";
		assertThat(schemas.at(order + "WireOrder/properties").propertyNames()).contains("order_id", "amount_info")
			.allMatch((name) -> name.equals(name.toLowerCase(Locale.ROOT)));
		assertThat(schemas.at(order + "WireItem/properties").propertyNames()).contains("order_line_item_id");
		assertThat(schemas.at(order + "WireDiscount/properties").propertyNames()).contains("discount_id");
		assertThat(schemas.at(order + "WireDiscount.OfLine/properties").propertyNames()).contains("discount_mode");
		assertThat(schemas.at(order + "WireOrder.AgentPayInfo/properties").propertyNames()).contains("is_agent_pay");
	}

	@Test
	void saysHowCallersProveThemselvesAndWhatARefusalLooksLike() {
		JsonNode api = this.client.asNobody().get("/v3/api-docs").expect(200).json();
		assertThat(api.at("/components/securitySchemes/OidcToken/scheme").asString()).isEqualTo("bearer");
		assertThat(api.at("/components/securitySchemes/AccessKeySignature/name").asString()).isEqualTo("Authorization");
		JsonNode appropriation = api.at("/paths/~1api~1v1~1appropriations/post");
		assertThat(appropriation.at("/security")).hasSize(2);
		assertThat(appropriation.at("/responses").propertyNames()).containsExactlyInAnyOrder("201", "default");
		assertThat(appropriation.at("/responses/default/content/application~1problem+json/schema/$ref").asString())
			.endsWith("/Problem");
		assertThat(api
			.at("/paths/~1v2~1accounts~1partner-accounts~1reclaim/post/responses/default/content"
					+ "/application~1json/schema/$ref")
			.asString()).endsWith("/VendorError");
		assertThat(api.at("/components/schemas/VendorError/properties").propertyNames()).contains("error_code",
				"error_msg");
	}

}
