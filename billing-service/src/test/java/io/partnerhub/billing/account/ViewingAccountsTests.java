package io.partnerhub.billing.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ViewingAccountsTests {

	private static final String BALANCES = "/v2/accounts/partner-accounts/balances";

	private final HubClient client;

	private final Given given;

	ViewingAccountsTests(HubClient client, Given given) {
		this.client = client;
		this.given = given;
	}

	@Test
	@Tag("ORG-11")
	void showsTheBalanceToEverybodyInThePartner() {
		Partner partner = this.given.distributorWith("12.30");
		for (Caller caller : List.of(partner.admin(), partner.key(), partner.financeOperator(),
				partner.accountManager(), partner.supervisor())) {
			Answer answer = this.client.as(caller).get("/api/v1/accounts").expect(200);
			assertThat(answer.json().at("/items")).hasSize(1);
			assertThat(answer.text("/items/0/balance/amount")).isEqualTo("12.30");
			assertThat(answer.text("/items/0/available/amount")).isEqualTo("12.30");
			assertThat(answer.text("/items/0/type")).isEqualTo("CASH");
		}
	}

	@Test
	void offersAppropriationOnlyToThoseWhoMay() {
		Partner partner = this.given.distributor();
		assertThat(this.client.as(partner.financeOperator()).get("/api/v1/accounts").text("/items/0/allowedActions/0"))
			.isEqualTo("APPROPRIATE");
		assertThat(
				this.client.as(partner.accountManager()).get("/api/v1/accounts").json().at("/items/0/allowedActions"))
			.isEmpty();
	}

	@Test
	void keepsEverybodyElseOut() {
		Partner partner = this.given.distributorWith("1.00");
		Caller withoutPermission = partner.member(Role.CUSTOMER_OPERATOR, Set.of(Permission.VIEW_CUSTOMERS),
				DataScope.ALL);
		for (Caller caller : List.of(withoutPermission, Given.VENDOR, Caller.customer("c", Ids.next()))) {
			this.client.as(caller).get("/api/v1/accounts").refused(403, "ACCESS_DENIED");
			this.client.as(caller).get(BALANCES).refused(403, "CBC.0151");
		}
		this.client.asNobody().get("/api/v1/accounts").refused(401, "UNAUTHENTICATED");
		this.client.as(partner.admin()).get("/api/v1/accounts?owner=x").refused(400, "INVALID_REQUEST");
	}

	@Test
	void pagesTheStatementNewestFirstWithTheBalanceAfterEachEntry() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		for (int i = 0; i < 4; i++) {
			this.client.as(partner.admin())
				.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money("10.00")))
				.expect(201);
		}
		List<String> balances = new ArrayList<>();
		Set<String> others = new LinkedHashSet<>();
		String page = entries(partner) + "?limit=2";
		for (String next = page; next != null;) {
			Answer answer = this.client.as(partner.admin()).get(next).expect(200);
			assertThat(answer.json().at("/items").size()).isLessThanOrEqualTo(2);
			for (JsonNode line : answer.json().at("/items")) {
				balances.add(line.at("/direction").asString() + " " + line.at("/balanceAfter/amount").asString());
				others.add(line.at("/other/kind").asString() + line.at("/other/id").asString(" ")
						+ line.at("/channel").asString(""));
			}
			String cursor = answer.text("/nextCursor");
			next = cursor.isEmpty() ? null : page + "&cursor=" + cursor;
		}
		assertThat(balances).containsExactly("EXPENSE 60.00", "EXPENSE 70.00", "EXPENSE 80.00", "EXPENSE 90.00",
				"INCOME 100.00");
		assertThat(others).containsExactly("CUSTOMER" + customer, "VENDOR BANK_TRANSFER");
	}

	@Test
	@Tag("ORG-09")
	void showsTheStatementOnlyToThoseWhoSeeTheWholePartner() {
		Partner partner = this.given.distributorWith("1.00");
		String entries = entries(partner);
		this.client.as(partner.financeOperator()).get(entries).expect(200);
		this.client.as(partner.accountManager()).get(entries).refused(403, "ACCESS_DENIED");
		this.client.as(partner.supervisor()).get(entries).refused(403, "ACCESS_DENIED");
		this.client.as(this.given.distributor().admin()).get(entries).refused(404, "NOT_FOUND");
		this.client.as(this.given.resellerOf(partner).admin()).get(entries).refused(404, "NOT_FOUND");
		this.client.as(partner.admin()).get("/api/v1/accounts/nonsense/entries").refused(400, "INVALID_REQUEST");
	}

	@Test
	void showsACustomerHisOwnBalanceWithHisPresentPartner() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "30.00");
		UUID other = this.given.customerWith(partner, "20.00");
		Answer answer = this.client.as(Caller.customer("c", customer)).get("/api/v1/my/accounts").expect(200);
		assertThat(answer.json().at("/items")).hasSize(1);
		assertThat(answer.text("/items/0/balance/amount")).isEqualTo("30.00");
		assertThat(
				this.client.as(Caller.customer("o", other)).get("/api/v1/my/accounts").text("/items/0/balance/amount"))
			.isEqualTo("20.00");
		assertThat(this.client.as(Caller.customer("x", Ids.next())).get("/api/v1/my/accounts").json().at("/items"))
			.isEmpty();
		this.client.as(partner.admin()).get("/api/v1/my/accounts").refused(403, "ACCESS_DENIED");
	}

	@Test
	void showsAnAdvisoryCustomerNoAccount() {
		UUID customer = this.given.customer(this.given.distributor(), AssociationType.ADVISORY);
		assertThat(this.client.as(Caller.customer("c", customer)).get("/api/v1/my/accounts").json().at("/items"))
			.isEmpty();
	}

	@Test
	void answersTheVendorsBalancesWithPlainNumbers() {
		Partner partner = this.given.distributorWith("1000000.00");
		Answer answer = this.client.as(partner.key()).get(BALANCES).expect(200);
		assertThat(answer.response().body()).contains("\"amount\":1000000.00");
		JsonNode cash = answer.json().at("/account_balances/0");
		assertThat(cash.at("/account_type").asInt()).isEqualTo(1);
		assertThat(cash.at("/currency").asString()).isEqualTo("CNY");
		assertThat(cash.at("/designated_amount").asDouble()).isZero();
		assertThat(cash.at("/measure_id").asInt()).isEqualTo(1);
		assertThat(cash.has("credit_amount")).isFalse();
	}

	@Test
	void alwaysHasACashAccountEvenBeforeThePartnerIsKnown() {
		UUID id = Ids.next();
		Partner stranger = new Partner(id, id, PartnerType.SOLUTION_PROVIDER);
		assertThat(this.client.as(stranger.key()).get(BALANCES).expect(200).text("/account_balances/0/account_type"))
			.isEqualTo("1");
	}

	@Test
	@Tag("ADJ-05")
	void showsAResellersBalanceToItsDistributorAlone() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "8.00");
		String balances = BALANCES + "?indirect_partner_id=" + reseller.id();
		assertThat(this.client.as(distributor.key()).get(balances).expect(200).text("/account_balances/0/amount"))
			.isEqualTo("8.0");
		this.client.as(this.given.distributor().key()).get(balances).refused(400, "CBC.99000037");
		this.client.as(this.given.partner(PartnerType.SOLUTION_PROVIDER).key())
			.get(balances)
			.refused(400, "CBC.99000037");
		this.client.as(distributor.key()).get(BALANCES + "?indirect_partner_id=nobody").refused(400, "CBC.99000037");
		this.client.as(distributor.key())
			.get(BALANCES + "?indirect_partner_id=" + distributor.id())
			.refused(400, "CBC.99000037");
		this.client.as(reseller.key()).get(BALANCES).refused(403, "CBC.0151");
		this.client.as(distributor.key()).get(BALANCES + "?indirect_partner_id=").expect(200);
	}

	private String entries(Partner partner) {
		return "/api/v1/accounts/" + this.client.as(partner.admin()).get("/api/v1/accounts").text("/items/0/id")
				+ "/entries";
	}

}
