package io.partnerhub.billing.appropriation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class AdjustingByOpenApiTests {

	private static final String ADJUST = "/v2/accounts/partner-accounts/adjust-amount";

	private static final String RECLAIM = "/v2/accounts/partner-accounts/reclaim";

	private static final String RECORDS = "/v3/accounts/partner-accounts/adjust-records";

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final MovableClock clock;

	AdjustingByOpenApiTests(HubClient client, Given given, Books books, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.clock = clock;
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	@Tag("ADJ-01")
	void appropriatesAndReclaimsAsTheVendorsSdkAsks() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		Answer transfer = send(partner.key(), ADJUST, """
				{"customer_id":"%s","amount":50.5,"some_new_field":true}""".formatted(customer)).expect(200);
		assertThat(transfer.text("/transfer_id")).isNotEmpty();
		assertThat(transfer.header("Content-Type")).startsWith("application/json");
		Answer taken = send(partner.key(), RECLAIM, """
				{"customer_id":"%s","amount":"0.5"}""".formatted(customer)).expect(200);
		assertThat(taken.text("/trans_id")).isNotEmpty();
		assertThat(this.books.partnerHas(partner)).isEqualTo("50.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("50.00");
	}

	@Test
	@Tag("ADJ-01")
	void answersWithTheVendorsCodes() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		UUID advisory = this.given.customer(partner, AssociationType.ADVISORY);
		for (String path : List.of(ADJUST, RECLAIM)) {
			post(partner.key(), path, advisory, "1.00", null).refused(400, "CBC.5021");
			post(partner.key(), path, customer, "1000", null).refused(400, "CBC.99005003");
			post(this.given.distributor().key(), path, customer, "1.00", null).refused(400, "CBC.99000035");
			post(partner.key(), path, "no-such-customer", "1.00", null).refused(400, "CBC.99000035");
			send(partner.key(), path, "{\"amount\":1.00}").refused(400, "CBC.0100");
			send(partner.key(), path, "{\"customer_id\":\"%s\"}".formatted(customer)).refused(400, "CBC.0100");
			send(partner.key(), path, "{\"customer_id\":").refused(400, "CBC.0100");
			post(partner.key(), path, "x".repeat(65), "1.00", null).refused(400, "CBC.0100");
		}
		assertThat(this.books.customerHas(customer)).isEqualTo("10.00");
	}

	@ParameterizedTest
	@Tag("ADJ-02")
	@ValueSource(strings = { "1.234", "0", "0.00", "-1", "1e400", "1e-400", "1e999999999", "1e99999999999",
			"2147483648", "\"1.234\"", "\"abc\"", "\"\"", "\"1e400\"", "\"NaN\"", "true", "null", "[]", "{}", """
					{"amount":"1.00","currency":"CNY"}""" })
	void refusesWhatIsNoAmount(String amount) {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "50.00");
		String body = """
				{"customer_id":"%s","amount":%s}""".formatted(customer, amount);
		send(partner.key(), ADJUST, body).refused(400, "CBC.0100");
		send(partner.key(), RECLAIM, body).refused(400, "CBC.0100");
		assertThat(this.books.partnerHas(partner)).isEqualTo("50.00");
	}

	@Test
	@Tag("ADJ-05")
	void usesTheResellersBalanceWhenItsDistributorNamesIt() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "10.00");
		UUID customer = this.given.resaleCustomer(reseller);
		post(distributor.key(), ADJUST, customer, "10.01", reseller.id()).refused(400, "CBC.99005003");
		post(distributor.key(), ADJUST, customer, "10.00", reseller.id()).expect(200);
		post(distributor.key(), RECLAIM, customer, "3.00", reseller.id()).expect(200);
		assertThat(this.books.partnerHas(reseller)).isEqualTo("3.00");
		assertThat(this.books.partnerHas(distributor)).isEqualTo("100.00");
		post(distributor.key(), ADJUST, customer, "1.00", null).refused(400, "CBC.99000035");
		post(this.given.distributor().key(), ADJUST, customer, "1.00", reseller.id()).refused(400, "CBC.99000037");
		post(this.given.partner(PartnerType.SOLUTION_PROVIDER).key(), ADJUST, customer, "1.00", reseller.id())
			.refused(400, "CBC.99000037");
		post(distributor.key(), ADJUST, customer, "1.00", Ids.next()).refused(400, "CBC.99000037");
	}

	@Test
	void isForFirstTierPartnersAlone() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "10.00");
		UUID customer = this.given.customerWith(reseller, "10.00");
		for (Caller caller : List.of(reseller.key(), Caller.customer("AKC", customer), Given.VENDOR,
				distributor.accountManager(), distributor.supervisor(), distributor.customerOperator())) {
			post(caller, ADJUST, customer, "1.00", null).refused(403, "CBC.0151");
			post(caller, RECLAIM, customer, "1.00", null).refused(403, "CBC.0151");
		}
		this.client.as(reseller.key()).get(RECORDS).refused(403, "CBC.0151");
		this.client.as(Caller.customer("AKC", customer)).get(RECORDS).refused(403, "CBC.0151");
		this.client.as(distributor.accountManager()).get(RECORDS).refused(403, "CBC.0151");
	}

	@Test
	@Tag("X-14")
	void repeatsItsAnswerForAnIdempotencyKeyAndNeedsNone() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		this.client.as(partner.key())
			.with("Idempotency-Key", "")
			.post(ADJUST, body(customer, "1.00", null))
			.expect(200);
		HubClient.As keyed = this.client.as(partner.key()).with("Idempotency-Key", Ids.next().toString());
		String first = keyed.post(ADJUST, body(customer, "1.00", null)).expect(200).text("/transfer_id");
		assertThat(keyed.post(ADJUST, body(customer, "1.00", null)).expect(200).text("/transfer_id")).isEqualTo(first);
		keyed.post(ADJUST, body(customer, "2.00", null)).refused(400, "CBC.99007009");
		assertThat(this.books.customerHas(customer)).isEqualTo("2.00");
	}

	@Test
	@Tag("ADJ-09")
	void listsAdjustRecordsWithTheVendorsFilters() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		String transfer = post(partner.key(), ADJUST, customer, "10.00", null).text("/transfer_id");
		this.clock.advance(java.time.Duration.ofHours(1));
		post(partner.key(), RECLAIM, customer, "4.00", null).expect(200);
		Answer all = records(partner.key(), "").expect(200);
		assertThat(all.text("/total_count")).isEqualTo("2");
		assertThat(all.text("/records/0/operation_type")).isEqualTo("SOURCE_OPERATION_BERETRIEVE");
		assertThat(all.text("/records/0/operation_time")).isEqualTo("2026-03-01T09:00:00Z");
		assertThat(all.json().at("/records/1/amount").isString()).isTrue();
		assertThat(all.text("/records/1/amount")).isEqualTo("10.00");
		assertThat(all.text("/records/1/customer_name")).isEqualTo("华北科技有限公司");
		assertThat(all.text("/records/1/trans_id")).isEqualTo(transfer);
		Map<String, String> totals = new LinkedHashMap<>();
		totals.put("customer_id=" + customer, "2");
		totals.put("customer_id=" + Ids.next(), "0");
		totals.put("customer_id=not-one-of-ours", "0");
		totals.put("customer_id=&trans_id=&operation_type=", "2");
		totals.put("operation_type=SOURCE_OPERATION_BEADJUST", "1");
		totals.put("operation_type=SOURCE_OPERATION_BEUNBIND", "0");
		totals.put("trans_id=" + transfer, "1");
		totals.put("operation_time_begin=2026-03-01T08:00:00Z", "1");
		totals.put("operation_time_end=2026-03-01T09:00:00Z", "1");
		totals.put("offset=5", "2");
		totals.forEach(
				(query, total) -> assertThat(records(partner.key(), query).expect(200).text("/total_count")).as(query)
					.isEqualTo(total));
		assertThat(records(partner.key(), "offset=1&limit=1").text("/records/0/trans_id")).isEqualTo(transfer);
		assertThat(records(partner.key(), "offset=5").json().at("/records")).isEmpty();
		assertThat(records(this.given.distributor().key(), "customer_id=" + customer).text("/total_count"))
			.isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=101", "limit=x", "offset=-1", "offset=99999999999",
			"operation_type=SOURCE_OPERATION_RECHARGE", "operation_type=10", "operation_time_begin=",
			"operation_time_begin=2026-03-01", "operation_time_end=2026-13-01T00:00:00Z" })
	void refusesFiltersThatCannotBe(String query) {
		records(this.given.distributor().key(), query).refused(400, "CBC.0100");
	}

	@Test
	@Tag("ADJ-09")
	void showsAResellersRecordsOnlyWhenItIsNamed() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "10.00");
		UUID customer = this.given.customerWith(reseller, "10.00");
		assertThat(records(distributor.key(), "customer_id=" + customer).text("/total_count")).isEqualTo("0");
		assertThat(records(distributor.key(), "indirect_partner_id=" + reseller.id()).text("/total_count"))
			.isEqualTo("1");
		records(this.given.distributor().key(), "indirect_partner_id=" + reseller.id()).refused(400, "CBC.99000037");
	}

	private Answer records(Caller caller, String query) {
		return this.client.as(caller).get(RECORDS + "?" + query);
	}

	private Answer post(Caller caller, String path, Object customer, String amount, Object reseller) {
		return send(caller, path, body(customer, amount, reseller));
	}

	private Answer send(Caller caller, String path, String body) {
		return this.client.as(caller).post(path, body);
	}

	private static String body(Object customer, String amount, Object reseller) {
		return "{\"customer_id\":\"%s\",\"amount\":%s%s}".formatted(customer, amount,
				(reseller != null) ? ",\"indirect_partner_id\":\"" + reseller + "\"" : "");
	}

}
