package io.partnerhub.billing.appropriation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's credit line, and what partners pass on of it. */
@BillingTest
class AppropriatingCreditTests {

	private static final String APPROPRIATE = "/api/v1/appropriations";

	private static final String RECLAIM = "/api/v1/balance-reclamations";

	private final JdbcClient jdbc;

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	private final Hears hears;

	private final Accounts accounts;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	AppropriatingCreditTests(JdbcClient jdbc, HubClient client, Given given, Books books, Announced announced,
			Hears hears, Accounts accounts, Ledger ledger, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.client = client;
		this.given = given;
		this.books = books;
		this.announced = announced;
		this.hears = hears;
		this.accounts = accounts;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("ADJ-03")
	@Tag("ADJ-02")
	void passesCreditOnDownToTheLine() {
		Partner partner = this.given.withCredit(this.given.distributorWith("5.00"), "100.00");
		UUID customer = this.given.resaleCustomer(partner);
		this.announced.next();
		post(partner, APPROPRIATE, customer, "CREDIT", "100.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT");
		assertThat(post(partner, APPROPRIATE, customer, "CREDIT", "100.00").expect(201).text("/type"))
			.isEqualTo("CREDIT");
		assertThat(this.announced.next(CustomerAppropriated.class)).singleElement()
			.returns(AppropriationType.CREDIT, CustomerAppropriated::type);
		assertThat(this.books.has(partner.id(), "CREDIT")).isEqualTo("-100.00");
		assertThat(this.books.has(partner.id(), "CASH")).isEqualTo("5.00");
		assertThat(this.books.has(customer, "CREDIT")).isEqualTo("100.00");
		Answer accounts = this.client.as(partner.admin()).get("/api/v1/accounts");
		assertThat(accounts.text("/items/1/type")).isEqualTo("CREDIT");
		assertThat(accounts.text("/items/1/creditLimit/amount")).isEqualTo("100.00");
		assertThat(accounts.text("/items/1/available/amount")).isEqualTo("0.00");
	}

	@Test
	@Tag("ADJ-03")
	void hasNoCreditWithoutALine() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		post(partner, APPROPRIATE, customer, "CREDIT", "0.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT");
		assertThat(this.books
			.number("select count(*) from account where type = 'CREDIT' and owner_partner_id = '" + partner.id() + "'"))
			.as("a refusal opens no accounts")
			.isZero();
	}

	@Test
	@Tag("ADJ-04")
	void takesBackOnlyWhatCameByTheSameType() {
		Partner partner = this.given.withCredit(this.given.distributorWith("100.00"), "100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		post(partner, APPROPRIATE, customer, "CREDIT", "20.00").expect(201);
		post(partner, RECLAIM, customer, "CASH", "10.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT");
		Answer refused = post(partner, RECLAIM, customer, "CREDIT", "20.01").refused(409,
				"ADJUST_BALANCE_INSUFFICIENT");
		assertThat(refused.text("/whose")).isEqualTo("CUSTOMER");
		assertThat(refused.text("/available/amount")).isEqualTo("20.00");
		post(partner, RECLAIM, customer, "CREDIT", "20.00").expect(201);
		assertThat(this.books.has(partner.id(), "CREDIT")).isEqualTo("0.00");
		assertThat(this.books.has(customer, "CASH")).isEqualTo("10.00");
	}

	@Test
	@Tag("ADJ-10")
	void paysArrearsFirst() {
		Partner partner = this.given.withCredit(this.given.distributorWith("100.00"), "100.00");
		UUID customer = owing(partner, "10.00");
		post(partner, APPROPRIATE, customer, "CREDIT", "4.00").expect(201);
		assertThat(this.books.has(customer, "CASH")).isEqualTo("-6.00");
		assertThat(this.books.has(customer, "CREDIT")).isEqualTo("0.00");
		post(partner, APPROPRIATE, customer, "CREDIT", "9.00").expect(201);
		assertThat(this.books.has(customer, "CASH")).isEqualTo("0.00");
		assertThat(this.books.has(customer, "CREDIT")).isEqualTo("3.00");
		post(partner, RECLAIM, customer, "CREDIT", "3.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT");
	}

	@Test
	@Tag("DIS-09")
	void returnsEachKindToWhereItCameFrom() {
		Partner partner = this.given.withCredit(this.given.distributorWith("100.00"), "100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		post(partner, APPROPRIATE, customer, "CREDIT", "20.00").expect(201);
		this.announced.next();
		this.hears.event(Given.disassociated(partner, customer, 1, AssociationType.RESALE), Ids.next());
		assertThat(this.announced.next(CustomerBalanceReturned.class)).singleElement()
			.returns("30.00", (event) -> event.amount().amount());
		assertThat(this.books.has(partner.id(), "CASH")).isEqualTo("100.00");
		assertThat(this.books.has(partner.id(), "CREDIT")).isEqualTo("0.00");
	}

	@Test
	@Tag("I-16")
	void keepsTheLineAboveWhatIsUsed() {
		Partner partner = this.given.withCredit(this.given.distributor(), "100.00");
		post(partner, APPROPRIATE, this.given.resaleCustomer(partner), "CREDIT", "60.00").expect(201);
		String path = "/api/v1/vendor/credit-lines/" + partner.id();
		Answer refused = this.client.as(Given.VENDOR)
			.put(path, Map.of("limit", Given.money("59.99")))
			.refused(409, "CREDIT_LINE_IN_USE");
		assertThat(refused.text("/used/amount")).isEqualTo("60.00");
		this.client.as(Given.VENDOR).put(path, Map.of("limit", Given.money("-0.01"))).refused(400, "INVALID_REQUEST");
		this.client.as(Given.VENDOR).put(path, Map.of("limit", Given.money("60.00"))).expect(200);
		this.client.as(Given.VENDOR)
			.put("/api/v1/vendor/credit-lines/" + Ids.next(), Map.of("limit", Given.money("1.00")))
			.refused(404, "NOT_FOUND");
	}

	private Answer post(Partner partner, String path, UUID customer, String type, String amount) {
		return this.client.as(partner.admin())
			.post(path, Map.of("customerId", customer, "type", type, "amount", Given.money(amount)));
	}

	/** Nothing charges customers yet, so the ledger itself moves the money. */
	private UUID owing(Partner partner, String amount) {
		UUID customer = this.given.resaleCustomer(partner);
		this.jdbc.sql("update account set overdrawable = true where holder_id = :id").param("id", customer).update();
		UUID tenant = partner.tenant();
		Realm realm = new Realm(tenant, partner.id());
		this.transaction.executeWithoutResult((status) -> this.ledger
			.move(new Movement(Ids.next(), EntryKind.BERETRIEVE, realm, this.accounts.ofCustomer(realm, customer).id(),
					this.accounts.clearing(realm).id(), Money.of(amount))));
		return customer;
	}

}
