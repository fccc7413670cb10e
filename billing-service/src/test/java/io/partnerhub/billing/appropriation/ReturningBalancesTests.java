package io.partnerhub.billing.appropriation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ReturningBalancesTests {

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Books books;

	private final Announced announced;

	ReturningBalancesTests(HubClient client, Given given, Hears hears, Books books, Announced announced) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.books = books;
		this.announced = announced;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("DIS-09")
	void returnsAllThatIsLeftToThePartner() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.customerWith(partner, "500.00");
		this.announced.next();
		this.hears.event(ended(partner, customer));
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
		assertThat(this.announced.next()).containsExactly(returned(partner, customer, 1, "500.00"));
		assertThat(this.client.as(partner.key())
			.get("/v3/accounts/partner-accounts/adjust-records?operation_type=SOURCE_OPERATION_BEUNBIND")
			.text("/records/0/amount")).isEqualTo("500.00");
		assertThat(this.client.as(Caller.customer("c", customer)).get("/api/v1/my/accounts").json().at("/items"))
			.isEmpty();
	}

	@Test
	@Tag("DIS-09")
	void returnsAResellersMoneyToTheReseller() {
		Partner distributor = this.given.distributorWith("1.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "20.00");
		UUID customer = this.given.customerWith(reseller, "15.00");
		this.hears.event(ended(reseller, customer));
		assertThat(this.books.partnerHas(reseller)).isEqualTo("20.00");
		assertThat(this.books.partnerHas(distributor)).isEqualTo("1.00");
	}

	@Test
	@Tag("DIS-09")
	@Tag("I-38")
	void returnsOnceHoweverOftenTheEventComes() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.customerWith(partner, "500.00");
		CustomerDisassociated event = ended(partner, customer);
		UUID eventId = Ids.next();
		this.hears.event(event, eventId);
		this.announced.next();
		this.hears.event(event, eventId);
		this.hears.event(event, Ids.next());
		assertThat(this.announced.next()).isEmpty();
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
		assertThat(this.books
			.number("select count(*) from adjust_record where kind = 'BEUNBIND' and customer_id = '" + customer + "'"))
			.isEqualTo(1);
	}

	@Test
	@Tag("DIS-09")
	void answersWithNothingForAdvisoryAndEmptyAndUnknownCustomers() {
		Partner partner = this.given.distributor();
		UUID advisory = this.given.customer(partner, AssociationType.ADVISORY);
		UUID empty = this.given.resaleCustomer(partner);
		UUID unknown = Ids.next();
		this.announced.next();
		this.hears.event(Given.disassociated(partner, advisory, 1, AssociationType.ADVISORY));
		this.hears.event(ended(partner, empty));
		this.hears.event(ended(partner, unknown));
		assertThat(this.announced.next()).containsExactly(returned(partner, advisory, 1, "0.00"),
				returned(partner, empty, 1, "0.00"), returned(partner, unknown, 1, "0.00"));
	}

	@Test
	@Tag("ADJ-01")
	void keepsALinkThatEndedUnheardOfFromComingBack() {
		Partner partner = this.given.distributorWith("10.00");
		UUID customer = Ids.next();
		this.hears.event(ended(partner, customer));
		this.given.associated(partner, customer, 1, AssociationType.RESALE);
		appropriate(partner, customer, 404);
	}

	@Test
	@Tag("ADJ-01")
	void appropriatesNothingAfterTheEndUntilTheNextLink() {
		Partner partner = this.given.distributorWith("10.00");
		UUID customer = this.given.resaleCustomer(partner);
		this.hears.event(ended(partner, customer));
		appropriate(partner, customer, 404);
		this.given.associated(partner, customer, 2, AssociationType.RESALE);
		appropriate(partner, customer, 201);
	}

	@Test
	@Tag("DIS-09")
	void leavesTheMoneyOfANewerLinkAlone() {
		Partner first = this.given.distributorWith("10.00");
		Partner second = this.given.distributorWith("10.00");
		UUID customer = this.given.resaleCustomer(first);
		this.given.associated(second, customer, 2, AssociationType.RESALE);
		appropriate(second, customer, 201);
		this.announced.next();
		this.hears.event(ended(first, customer));
		assertThat(this.announced.next()).containsExactly(returned(first, customer, 1, "0.00"));
		assertThat(this.books.customerHas(customer)).isEqualTo("1.00");
		appropriate(second, customer, 201);
	}

	@Test
	@Tag("DIS-09")
	void returnsEachLinksMoneyToItsPartner() {
		Partner first = this.given.distributorWith("10.00");
		Partner second = this.given.distributorWith("10.00");
		UUID customer = this.given.customerWith(first, "4.00");
		this.hears.event(ended(first, customer));
		this.given.associated(second, customer, 2, AssociationType.RESALE);
		appropriate(second, customer, 201);
		this.announced.next();
		this.hears.event(Given.disassociated(second, customer, 2, AssociationType.RESALE));
		assertThat(this.announced.next()).containsExactly(returned(second, customer, 2, "1.00"));
		assertThat(this.books.partnerHas(first)).isEqualTo("10.00");
		assertThat(this.books.partnerHas(second)).isEqualTo("10.00");
	}

	private void appropriate(Partner partner, UUID customer, int status) {
		this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money("1.00")))
			.expect(status);
	}

	private static CustomerDisassociated ended(Partner partner, UUID customer) {
		return Given.disassociated(partner, customer, 1, AssociationType.RESALE);
	}

	private static CustomerBalanceReturned returned(Partner partner, UUID customer, int epoch, String amount) {
		return new CustomerBalanceReturned(partner.tenant(), partner.id(), customer, epoch,
				new io.partnerhub.contracts.Amount(amount, "CNY"), Reason.UNBIND, null);
	}

}
