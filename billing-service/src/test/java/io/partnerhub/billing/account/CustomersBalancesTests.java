package io.partnerhub.billing.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Balances of customers on the vendor-compatible face. */
@BillingTest
class CustomersBalancesTests {

	private static final String MANY = "/v2/accounts/customer-accounts/balances/batch-query";

	private static final String OWN = "/v2/accounts/customer-accounts/balances";

	private final HubClient client;

	private final Given given;

	CustomersBalancesTests(HubClient client, Given given) {
		this.client = client;
		this.given = given;
	}

	@Test
	@Tag("ADJ-03")
	void tellsThePartnersResaleCustomersAndLeavesTheOthersOut() {
		Partner partner = this.given.withCredit(this.given.distributorWith("100.00"), "50.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		this.client.as(partner.admin())
			.post("/api/v1/appropriations",
					Map.of("customerId", customer, "type", "CREDIT", "amount", Given.money("2.50")))
			.expect(201);
		UUID advisory = this.given.customer(partner, AssociationType.ADVISORY);
		UUID foreign = this.given.customerWith(this.given.distributorWith("1.00"), "1.00");
		Answer answer = ask(partner.key(), null, customer, advisory, foreign, Ids.next(), "nobody").expect(200);
		assertThat(answer.json().at("/customer_balances")).hasSize(1);
		assertThat(answer.text("/customer_balances/0/customer_id")).isEqualTo(customer.toString());
		assertThat(answer.response().body()).contains("\"amount\":12.50", "\"debt_amount\":0.00");
		assertThat(answer.text("/customer_balances/0/currency")).isEqualTo("CNY");
	}

	@Test
	@Tag("ADJ-05")
	void tellsAResellersCustomersWhenItIsNamed() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "8.00");
		UUID customer = this.given.customerWith(reseller, "8.00");
		assertThat(ask(distributor.key(), null, customer).json().at("/customer_balances")).isEmpty();
		assertThat(ask(distributor.key(), reseller.id(), customer).json().at("/customer_balances")).hasSize(1);
		ask(this.given.distributor().key(), reseller.id(), customer).refused(400, "CBC.99000037");
	}

	@Test
	void takesOneToOneHundred() {
		Partner partner = this.given.distributor();
		ask(partner.key(), null).refused(400, "CBC.0100");
		ask(partner.key(), null, IntStream.range(0, 101).mapToObj((i) -> Ids.next()).toArray()).refused(400,
				"CBC.0100");
		ask(partner.key(), null, IntStream.range(0, 100).mapToObj((i) -> Ids.next()).toArray()).expect(200);
		ask(partner.key(), null, "").refused(400, "CBC.0100");
	}

	@Test
	void tellsACustomerHisOwn() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		Answer own = this.client.as(Caller.customer("c", customer)).get(OWN).expect(200);
		assertThat(own.text("/account_balances/0/account_type")).isEqualTo("1");
		assertThat(own.response().body()).contains("\"amount\":10.00", "\"debt_amount\":0.00");
		assertThat(this.client.as(Caller.customer("x", Ids.next())).get(OWN).expect(200).json().at("/account_balances"))
			.isEmpty();
		this.client.as(partner.key()).get(OWN).refused(403, "CBC.0151");
	}

	private Answer ask(Caller caller, UUID reseller, Object... customers) {
		List<Map<String, Object>> infos = java.util.Arrays.stream(customers)
			.map((id) -> Map.<String, Object>of("customer_id", id))
			.toList();
		return this.client.as(caller)
			.post(MANY, (reseller != null) ? Map.of("customer_infos", infos, "indirect_partner_id", reseller)
					: Map.of("customer_infos", infos));
	}

}
