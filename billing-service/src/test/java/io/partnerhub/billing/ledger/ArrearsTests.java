package io.partnerhub.billing.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What customers owe. Nothing charges them yet, so the test moves the money by the ledger
 * itself.
 */
@BillingTest
class ArrearsTests {

	private final JdbcClient jdbc;

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Books books;

	private final Announced announced;

	private final Accounts accounts;

	private final Ledger ledger;

	private final Arrears arrears;

	private final TransactionTemplate transaction;

	ArrearsTests(JdbcClient jdbc, HubClient client, Given given, Hears hears, Books books, Announced announced,
			Accounts accounts, Ledger ledger, Arrears arrears, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.books = books;
		this.announced = announced;
		this.accounts = accounts;
		this.ledger = ledger;
		this.arrears = arrears;
		this.transaction = transaction;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("CUS-01")
	@Tag("DIS-05")
	void tellsEveryChangeOfWhatIsOwed() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = overdrawable(this.given.customerWith(partner, "5.00"));
		this.announced.next();
		charge(partner, customer, "5.00");
		assertThat(this.announced.next()).isEmpty();
		charge(partner, customer, "12.34");
		assertThat(this.announced.next()).containsExactly(owes(partner, customer, 1, "12.34"));
		charge(partner, customer, "0.01");
		assertThat(this.announced.next()).containsExactly(owes(partner, customer, 1, "12.35"));
	}

	@Test
	@Tag("ADJ-10")
	@Tag("CUS-01")
	void clearsWhatIsOwedFirst() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = overdrawable(this.given.resaleCustomer(partner));
		charge(partner, customer, "10.00");
		this.announced.next();
		appropriate(partner, customer, "4.00");
		assertThat(this.announced.next(CustomerArrearsChanged.class))
			.containsExactly(owes(partner, customer, 1, "6.00"));
		appropriate(partner, customer, "9.00");
		assertThat(this.announced.next(CustomerArrearsChanged.class))
			.containsExactly(owes(partner, customer, 1, "0.00"));
		appropriate(partner, customer, "1.00");
		assertThat(this.announced.next(CustomerArrearsChanged.class)).isEmpty();
	}

	@Test
	@Tag("I-36")
	void tellsNothingThatWasNotBooked() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = overdrawable(this.given.resaleCustomer(partner));
		this.announced.next();
		this.transaction.executeWithoutResult((status) -> {
			charge(partner, customer, "10.00");
			status.setRollbackOnly();
		});
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("I-16")
	void keepsAnAccountThatIsNotFlaggedFromOwing() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		assertThatThrownBy(() -> charge(partner, customer, "0.01")).hasMessageContaining("does not cover");
	}

	@Test
	@Tag("I-16")
	void flagsNoPartner() {
		Partner partner = this.given.distributorWith("1.00");
		assertThatThrownBy(() -> overdrawable(partner.id())).hasMessageContaining("account_overdrawable");
	}

	@Test
	@Tag("DIS-11")
	void returnsNothingFromAnAccountBelowZero() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = overdrawable(this.given.resaleCustomer(partner));
		charge(partner, customer, "10.00");
		this.announced.next();
		this.hears.event(Given.switched(partner, customer, 1, AssociationType.ADVISORY));
		assertThat(this.announced.next(CustomerBalanceReturned.class)).singleElement()
			.returns("0.00", (event) -> event.amount().amount());
		assertThat(this.books.customerHas(customer)).isEqualTo("-10.00");
	}

	@Test
	@Tag("WDR-16")
	void addsUpWhatThePartnersOwnCustomersOwe() {
		Partner partner = this.given.distributorWith("100.00");
		UUID one = overdrawable(this.given.resaleCustomer(partner));
		UUID other = overdrawable(this.given.resaleCustomer(partner));
		overdrawable(this.given.customerWith(partner, "7.00"));
		Partner reseller = this.given.resellerOf(partner);
		charge(reseller, overdrawable(this.given.resaleCustomer(reseller)), "1000.00");
		charge(partner, one, "500.00");
		charge(partner, other, "0.01");
		Realm realm = new Realm(partner.tenant(), partner.id());
		assertThat(this.arrears.of(realm)).isEqualTo(new Arrears.Sum(Money.of("500.01"), 2));
		Page<Arrears.Row> first = this.arrears.rows(realm, new PageQuery(1, null));
		Page<Arrears.Row> rest = this.arrears.rows(realm, new PageQuery(1, first.items().getFirst().accountId()));
		assertThat(List.of(first.items().getFirst().customerId(), rest.items().getFirst().customerId()))
			.containsExactlyInAnyOrder(one, other);
		assertThat(rest.nextCursor()).isNull();
	}

	@Test
	@Tag("ASC-02")
	@Tag("ASC-04")
	void failsTheCheckOfANewLinkWhoeverIsOwed() {
		Partner former = this.given.distributorWith("100.00");
		Partner next = this.given.distributor();
		UUID customer = overdrawable(this.given.resaleCustomer(former));
		charge(former, customer, "10.00");
		Answer answer = check(customer, next.id());
		assertThat(answer.text("/checks/0/code")).isEqualTo("IS_DEBT");
		assertThat(answer.json().at("/checks/0/failed").asBoolean()).isTrue();
		assertThat(answer.text("/checks/0/facts/arrears/amount")).isEqualTo("10.00");
		assertThat(answer.text("/checks/0/facts/arrearsWithPartner/amount")).isEqualTo("0.00");
		assertThat(check(customer, former.id()).text("/checks/0/facts/arrearsWithPartner/amount")).isEqualTo("10.00");
	}

	@Test
	@Tag("ASC-04")
	void setsNoMoneyAgainstDebtsElsewhere() {
		Partner former = this.given.distributorWith("100.00");
		Partner present = this.given.distributorWith("100.00");
		UUID customer = overdrawable(this.given.resaleCustomer(former));
		charge(former, customer, "10.00");
		this.given.associated(present, customer, 2, AssociationType.RESALE);
		appropriate(present, customer, "50.00");
		assertThat(check(customer, present.id()).text("/checks/0/facts/arrears/amount")).isEqualTo("10.00");
	}

	@Test
	@Tag("CUS-01")
	void keepsDebtsOfAFormerLinkApartFromThePresentOne() {
		Partner former = this.given.distributorWith("100.00");
		UUID customer = overdrawable(this.given.resaleCustomer(former));
		this.given.associated(this.given.distributor(), customer, 2, AssociationType.RESALE);
		this.announced.next();
		charge(former, customer, "10.00");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("ASC-04")
	void passesWhoOwesNothing() {
		Answer answer = check(Ids.next(), Ids.next());
		assertThat(answer.json().at("/checks")).hasSize(2);
		assertThat(answer.json().at("/checks/0/failed").asBoolean()).isFalse();
		assertThat(answer.text("/checks/0/facts/arrears/amount")).isEqualTo("0.00");
		assertThat(answer.text("/checks/1/code")).isEqualTo("IS_CREDIT_ACCOUNT");
		assertThat(answer.json().at("/checks/1/failed").asBoolean()).isFalse();
	}

	private Answer check(UUID customer, UUID partner) {
		return this.client.as(Caller.service("customer-service"))
			.get("/internal/association-checks?customerId=" + customer + "&partnerId=" + partner)
			.expect(200);
	}

	private void appropriate(Partner partner, UUID customer, String amount) {
		this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money(amount)))
			.expect(201);
	}

	private void charge(Partner partner, UUID customer, String amount) {
		Realm realm = new Realm(partner.tenant(), partner.id());
		this.transaction.executeWithoutResult((status) -> this.ledger
			.move(new Movement(Ids.next(), EntryKind.BERETRIEVE, realm, this.accounts.ofCustomer(realm, customer).id(),
					this.accounts.clearing(realm).id(), Money.of(amount))));
	}

	private UUID overdrawable(UUID holder) {
		this.jdbc.sql("update account set overdrawable = true where holder_id = :id and owner_kind <> 'VENDOR'")
			.param("id", holder)
			.update();
		return holder;
	}

	private static CustomerArrearsChanged owes(Partner partner, UUID customer, int epoch, String amount) {
		return new CustomerArrearsChanged(partner.tenant(), partner.id(), customer, epoch, new Amount(amount, "CNY"));
	}

}
