package io.partnerhub.billing.appropriation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReclaimed;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class AppropriatingTests {

	private static final String APPROPRIATE = "/api/v1/appropriations";

	private static final String RECLAIM = "/api/v1/balance-reclamations";

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	AppropriatingTests(HubClient client, Given given, Books books, Announced announced) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.announced = announced;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("ADJ-01")
	void movesCashFromThePartnerToItsResaleCustomer() {
		Partner partner = this.given.distributorWith("800.00");
		UUID customer = this.given.resaleCustomer(partner);
		this.announced.next();
		Answer answer = post(partner.financeOperator(), APPROPRIATE, customer, "500.00").expect(201);
		assertThat(answer.text("/operationType")).isEqualTo("SOURCE_OPERATION_BEADJUST");
		assertThat(answer.text("/amount/amount")).isEqualTo("500.00");
		assertThat(this.books.partnerHas(partner)).isEqualTo("300.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("500.00");
		assertThat(this.announced.next()).singleElement()
			.isInstanceOfSatisfying(CustomerAppropriated.class, (event) -> {
				assertThat(event.customerId()).isEqualTo(customer);
				assertThat(event.transactionId()).hasToString(answer.text("/transactionId"));
				assertThat(event.amount().amount()).isEqualTo("500.00");
			});
	}

	@Test
	@Tag("ADJ-04")
	void takesBackAtMostWhatTheCustomerHasLeft() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "40.00");
		Answer refused = post(partner.admin(), RECLAIM, customer, "40.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT");
		assertThat(refused.text("/whose")).isEqualTo("CUSTOMER");
		assertThat(refused.text("/available/amount")).isEqualTo("40.00");
		this.announced.next();
		assertThat(post(partner.admin(), RECLAIM, customer, "40.00").expect(201).text("/operationType"))
			.isEqualTo("SOURCE_OPERATION_BERETRIEVE");
		assertThat(this.announced.next(CustomerBalanceReclaimed.class)).hasSize(1);
		assertThat(this.books.partnerHas(partner)).isEqualTo("100.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
	}

	@Test
	@Tag("ADJ-02")
	void refusesMoreThanThePartnerHas() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		this.announced.next();
		Answer refused = post(partner.admin(), APPROPRIATE, customer, "100.01").refused(409,
				"ADJUST_BALANCE_INSUFFICIENT");
		assertThat(refused.text("/whose")).isEqualTo("PARTNER");
		assertThat(refused.text("/available/amount")).isEqualTo("100.00");
		assertThat(this.announced.next()).isEmpty();
		post(partner.admin(), APPROPRIATE, customer, "100.00").expect(201);
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
	}

	@Test
	@Tag("ADJ-01")
	void refusesAdvisoryCustomers() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customer(partner, AssociationType.ADVISORY);
		post(partner.admin(), APPROPRIATE, customer, "1.00").refused(409, "ADJUST_MODEL_NOT_RESALE");
		post(partner.admin(), RECLAIM, customer, "1.00").refused(409, "ADJUST_MODEL_NOT_RESALE");
		assertThat(this.books.partnerHas(partner)).isEqualTo("100.00");
	}

	@Test
	@Tag("ADJ-01")
	void knowsOnlyItsOwnAssociatedCustomers() {
		Partner partner = this.given.distributorWith("100.00");
		Partner other = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(partner), "50.00");
		UUID resellersCustomer = this.given.customerWith(reseller, "10.00");
		for (String path : List.of(APPROPRIATE, RECLAIM)) {
			post(other.admin(), path, customer, "1.00").refused(404, "NOT_FOUND");
			post(reseller.admin(), path, customer, "1.00").refused(404, "NOT_FOUND");
			post(partner.admin(), path, resellersCustomer, "1.00").refused(404, "NOT_FOUND");
			post(partner.admin(), path, Ids.next(), "1.00").refused(404, "NOT_FOUND");
		}
		assertThat(this.books.customerHas(customer)).isEqualTo("10.00");
		assertThat(this.books.customerHas(resellersCustomer)).isEqualTo("10.00");
	}

	@Test
	@Tag("ADJ-05")
	void usesAResellersOwnMoneyForItsOwnCustomers() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "5.00");
		UUID customer = this.given.resaleCustomer(reseller);
		assertThat(post(reseller.admin(), APPROPRIATE, customer, "5.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT")
			.text("/whose")).isEqualTo("RESELLER");
		post(reseller.admin(), APPROPRIATE, customer, "5.00").expect(201);
		assertThat(this.books.partnerHas(distributor)).isEqualTo("100.00");
	}

	@Test
	void isForThoseWhoSeeTheWholePartnerAndMayAppropriate() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		Caller managerWithPermission = partner.member(Role.ACCOUNT_MANAGER,
				Set.of(Permission.APPROPRIATE, Permission.VIEW_BALANCE), DataScope.OWN);
		for (Caller caller : List.of(partner.accountManager(), partner.supervisor(), partner.customerOperator(),
				managerWithPermission, Given.VENDOR, Caller.customer("c", customer), Caller.service("customer-service"),
				Caller.anonymous())) {
			post(caller, APPROPRIATE, customer, "1.00").refused(403, "ACCESS_DENIED");
			post(caller, RECLAIM, customer, "1.00").refused(403, "ACCESS_DENIED");
		}
		post(partner.financeOperator(), APPROPRIATE, customer, "1.00").expect(201);
		post(partner.key(), RECLAIM, customer, "1.00").expect(201);
		assertThat(this.books.customerHas(customer)).isEqualTo("10.00");
	}

	@Test
	@Tag("X-14")
	void needsAnIdempotencyKeyAndRepeatsItsAnswer() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		HubClient.As admin = this.client.as(partner.admin());
		for (String path : List.of(APPROPRIATE, RECLAIM)) {
			admin.with("Idempotency-Key", "")
				.post(path, body(customer, "1.00"))
				.refused(400, "IDEMPOTENCY_KEY_REQUIRED");
		}
		HubClient.As keyed = admin.with("Idempotency-Key", Ids.next().toString());
		String first = keyed.post(APPROPRIATE, body(customer, "1.00")).expect(201).text("/id");
		assertThat(keyed.post(APPROPRIATE, body(customer, "1.00")).expect(201).text("/id")).isEqualTo(first);
		keyed.post(APPROPRIATE, body(customer, "2.00")).refused(422, "IDEMPOTENCY_KEY_REUSED");
		assertThat(this.books.customerHas(customer)).isEqualTo("1.00");
	}

	@Test
	@Tag("X-14")
	void acceptsATransactionIdOfTheCallerOnce() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		Map<String, Object> body = Map.of("customerId", customer, "amount", Given.money("1.00"), "transactionId",
				Ids.next());
		HubClient.As admin = this.client.as(partner.admin());
		assertThat(admin.post(APPROPRIATE, body).expect(201).text("/transactionId"))
			.isEqualTo(String.valueOf(body.get("transactionId")));
		admin.post(APPROPRIATE, body).refused(409, "ADJUST_TRANSACTION_DUPLICATE");
		assertThat(this.books.customerHas(customer)).isEqualTo("1.00");
	}

	@Test
	void keepsTransactionIdsOfPartnersApart() {
		UUID transaction = Ids.next();
		for (Partner partner : List.of(this.given.distributorWith("1.00"), this.given.distributorWith("1.00"))) {
			this.client.as(partner.admin())
				.post(APPROPRIATE,
						Map.of("customerId", this.given.resaleCustomer(partner), "amount", Given.money("1.00"),
								"transactionId", transaction))
				.expect(201);
		}
	}

	@ParameterizedTest
	@Tag("ADJ-02")
	@ValueSource(strings = { """
			{"amount":"1.234","currency":"CNY"}""", """
			{"amount":"0","currency":"CNY"}""", """
			{"amount":"0.00","currency":"CNY"}""", """
			{"amount":"-1.00","currency":"CNY"}""", """
			{"amount":"1e400","currency":"CNY"}""", """
			{"amount":"1e1","currency":"CNY"}""", """
			{"amount":"999999999999999999999","currency":"CNY"}""", """
			{"amount":"1.00","currency":"USD"}""", """
			{"amount":"1.00","currency":"cny"}""", """
			{"amount":1.00,"currency":"CNY"}""", """
			{"amount":1e400,"currency":"CNY"}""", """
			{"amount":"1.00"}""", """
			{"currency":"CNY"}""", """
			{"amount":"1.00","currency":"CNY","scale":2}""", "{}", "[]", "1.00", "\"1.00\"", "null" })
	void refusesWhatIsNoAmount(String amount) {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "50.00");
		String body = """
				{"customerId":"%s","amount":%s}""".formatted(customer, amount);
		for (String path : List.of(APPROPRIATE, RECLAIM)) {
			this.client.as(partner.admin()).post(path, body).refused(400, "INVALID_REQUEST");
		}
		assertThat(this.books.partnerHas(partner)).isEqualTo("50.00");
	}

	@Test
	@Tag("ADJ-07")
	void refusesBodiesThatAreNotTheRequest() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		HubClient.As admin = this.client.as(partner.admin());
		admin.post(APPROPRIATE, "{\"customerId\":").refused(400, "MALFORMED_JSON");
		admin.post(APPROPRIATE, "").refused(400, "MALFORMED_JSON");
		admin.post(APPROPRIATE, "{}").refused(400, "INVALID_REQUEST");
		admin.post(APPROPRIATE, Map.of("customerId", "abc", "amount", Given.money("1.00")))
			.refused(400, "INVALID_REQUEST");
		Answer unknown = admin.post(APPROPRIATE,
				Map.of("customerId", customer, "amount", Given.money("1.00"), "voucherId", Ids.next()));
		assertThat(unknown.refused(400, "INVALID_REQUEST").text("/errors/0/code")).isEqualTo("UNKNOWN_FIELD");
		admin.with("Content-Type", "text/plain").post(APPROPRIATE, "x").expect(415);
		assertThat(this.books.entriesOf(customer)).isZero();
	}

	@Test
	void namesItsRefusalsInTheLanguageOfTheReader() {
		Partner partner = this.given.distributorWith("1.00");
		UUID customer = this.given.resaleCustomer(partner);
		HubClient.As admin = this.client.as(partner.admin());
		assertThat(admin.with("Accept-Language", "zh-CN").post(APPROPRIATE, body(customer, "2.00")).text("/title"))
			.isEqualTo("余额不足");
		assertThat(admin.with("Accept-Language", "en").post(APPROPRIATE, body(customer, "2.00")).text("/title"))
			.isEqualTo("The balance is too small");
	}

	private Answer post(Caller caller, String path, UUID customer, String amount) {
		return this.client.as(caller).post(path, body(customer, amount));
	}

	private static Map<String, Object> body(UUID customer, String amount) {
		return Map.of("customerId", customer, "amount", Given.money(amount));
	}

}
