package io.partnerhub.billing.account;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Bonus and deposit, and statements of every account. */
@BillingTest
class VendorPostingsTests {

	private static final String POSTINGS = "/api/v1/vendor/account-postings";

	private final HubClient client;

	private final Given given;

	private final Books books;

	VendorPostingsTests(HubClient client, Given given, Books books) {
		this.client = client;
		this.given = given;
		this.books = books;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("I-16")
	void keepsBonusAndDepositApartFromCash() {
		Partner partner = this.given.distributorWith("5.00");
		post(partner, "BONUS", "30.00", Ids.next()).expect(201);
		post(partner, "DEPOSIT", "20.00", Ids.next()).expect(201);
		post(partner, "DEPOSIT_RETURNED", "20.01", Ids.next()).refused(409, "ADJUST_BALANCE_INSUFFICIENT");
		post(partner, "DEPOSIT_RETURNED", "5.00", Ids.next()).expect(201);
		Answer accounts = this.client.as(partner.admin()).get("/api/v1/accounts");
		assertThat(accounts.json().at("/items"))
			.extracting((each) -> each.at("/type").asString() + " " + each.at("/balance/amount").asString() + " "
					+ each.at("/allowedActions").size())
			.containsExactlyInAnyOrder("CASH 5.00 1", "BONUS 30.00 0", "DEPOSIT 15.00 0");
		assertThat(this.client.as(partner.key())
			.get("/v2/accounts/partner-accounts/balances")
			.json()
			.at("/account_balances")).extracting((each) -> each.at("/account_type").asInt()).containsExactly(1, 5, 7);
	}

	@Test
	@Tag("X-14")
	void postsATransactionOnce() {
		Partner partner = this.given.distributor();
		UUID transaction = Ids.next();
		post(partner, "BONUS", "30.00", transaction).expect(201);
		post(partner, "BONUS", "30.00", transaction).refused(409, "ADJUST_TRANSACTION_DUPLICATE");
		post(partner, "GIFT", "30.00", Ids.next()).refused(400, "INVALID_REQUEST");
		post(partner, "BONUS", "0.00", Ids.next()).refused(400, "INVALID_REQUEST");
		assertThat(this.books.has(partner.id(), "BONUS")).isEqualTo("30.00");
	}

	@Test
	@Tag("I-17")
	void takesAnEntryBackOnce() {
		Partner partner = this.given.distributorWith("5.00");
		post(partner, "BONUS", "30.00", Ids.next()).expect(201);
		String entry = statement(partner, "BONUS", "").text("/items/0/id");
		reverse(entry).expect(201);
		reverse(entry).refused(409, "ENTRY_REVERSED");
		reverse(statement(partner, "CASH", "").text("/items/0/id")).refused(404, "NOT_FOUND");
		Answer lines = statement(partner, "BONUS", "");
		assertThat(lines.text("/items/0/kind")).isEqualTo("CORRECTION");
		assertThat(lines.text("/items/0/reverses")).isEqualTo(entry);
		assertThat(this.books.has(partner.id(), "BONUS")).isEqualTo("0.00");
	}

	@Test
	void findsEntriesByWhatTheyAreAbout() {
		Partner partner = this.given.distributorWith("100.00");
		this.given.customerWith(partner, "10.00");
		assertThat(lines(partner, "")).isEqualTo(2);
		assertThat(lines(partner, "kind=BEADJUST")).isEqualTo(1);
		assertThat(lines(partner, "direction=INCOME")).isEqualTo(1);
		assertThat(lines(partner, "direction=EXPENSE&kind=RECHARGE")).isZero();
		assertThat(lines(partner, "from=2026-03-01T08:00:00Z")).isEqualTo(2);
		assertThat(lines(partner, "to=2026-03-01T08:00:00Z")).isZero();
		String transaction = statement(partner, "CASH", "").text("/items/0/transactionId");
		assertThat(lines(partner, "transactionId=" + transaction)).isEqualTo(1);
		statement(partner, "CASH", "kind=GIFT").refused(400, "INVALID_REQUEST");
		statement(partner, "CASH", "from=yesterday").refused(400, "INVALID_REQUEST");
	}

	private int lines(Partner partner, String query) {
		return statement(partner, "CASH", query).expect(200).json().at("/items").size();
	}

	private Answer statement(Partner partner, String type, String query) {
		String id = this.client.as(partner.admin())
			.get("/api/v1/accounts")
			.json()
			.at("/items")
			.valueStream()
			.filter((account) -> account.at("/type").asString().equals(type))
			.map((account) -> account.at("/id").asString())
			.findAny()
			.orElseThrow();
		return this.client.as(partner.admin()).get("/api/v1/accounts/" + id + "/entries?" + query);
	}

	private Answer post(Partner partner, String kind, String amount, UUID transaction) {
		return this.client.as(Given.VENDOR)
			.post(POSTINGS, Map.of("partnerId", partner.id(), "kind", kind, "amount", Given.money(amount),
					"transactionId", transaction));
	}

	private Answer reverse(String entry) {
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/entries/" + entry + "/reversal", Map.of());
	}

}
