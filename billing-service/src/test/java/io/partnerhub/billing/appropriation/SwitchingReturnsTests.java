package io.partnerhub.billing.appropriation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of appropriated money when the model changes or the customer is moved.
 */
@BillingTest
class SwitchingReturnsTests {

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Books books;

	private final Announced announced;

	SwitchingReturnsTests(HubClient client, Given given, Hears hears, Books books, Announced announced) {
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
	@Tag("DIS-11")
	@Tag("I-38")
	void returnsTheRestOnceWhenAResaleCustomerBecomesAdvisory() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.customerWith(partner, "300.00");
		CustomerModelSwitched event = Given.switched(partner, customer, 1, AssociationType.ADVISORY);
		UUID delivery = Ids.next();
		this.announced.next();
		this.hears.event(event, delivery);
		assertThat(this.announced.next())
			.containsExactly(returned(partner, customer, 1, "300.00", Reason.MODEL_SWITCH));
		this.hears.event(event, delivery);
		this.hears.event(event);
		assertThat(this.announced.next()).isEmpty();
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
		assertThat(this.client.as(partner.key())
			.get("/v3/accounts/partner-accounts/adjust-records?operation_type=SOURCE_OPERATION_BEUNBIND")
			.text("/records/0/amount")).isEqualTo("300.00");
		appropriate(partner, customer).refused(409, "ADJUST_MODEL_NOT_RESALE");
	}

	@Test
	@Tag("DIS-10")
	void opensAnAccountWhenAnAdvisoryCustomerBecomesResale() {
		Partner partner = this.given.distributorWith("10.00");
		UUID customer = this.given.customer(partner, AssociationType.ADVISORY);
		this.announced.next();
		this.hears.event(Given.switched(partner, customer, 1, AssociationType.RESALE));
		assertThat(this.announced.next()).containsExactly(returned(partner, customer, 1, "0.00", Reason.MODEL_SWITCH));
		assertThat(this.books.number("select count(*) from account where holder_id = '" + customer + "'")).isOne();
		appropriate(partner, customer).expect(201);
		assertThat(this.books
			.number("select epoch from adjust_record where kind = 'BEADJUST' and customer_id = '" + customer + "'"))
			.isEqualTo(2);
	}

	@Test
	@Tag("DIS-11")
	void leavesTheMoneyOfALaterModelAlone() {
		Partner partner = this.given.distributorWith("10.00");
		UUID customer = this.given.customerWith(partner, "4.00");
		CustomerModelSwitched event = Given.switched(partner, customer, 1, AssociationType.ADVISORY);
		this.hears.event(event);
		this.hears.event(Given.switched(partner, customer, 2, AssociationType.RESALE));
		appropriate(partner, customer).expect(201);
		this.announced.next();
		this.hears.event(event);
		assertThat(this.announced.next()).isEmpty();
		this.hears.event(Given.disassociated(partner, customer, 3, AssociationType.RESALE));
		assertThat(this.announced.next()).containsExactly(returned(partner, customer, 3, "1.00", Reason.UNBIND));
		assertThat(this.books.partnerHas(partner)).isEqualTo("10.00");
	}

	@Test
	@Tag("DIS-10")
	@Tag("DIS-11")
	@Tag("DIS-14")
	void answersForALinkLongOverAndChangesNothing() {
		Partner partner = this.given.distributorWith("10.00");
		Partner reseller = this.given.resellerOf(partner);
		UUID customer = Ids.next();
		this.given.associated(partner, customer, 5, AssociationType.RESALE);
		appropriate(partner, customer).expect(201);
		this.announced.next();
		this.hears.event(Given.switched(partner, customer, 2, AssociationType.ADVISORY));
		this.hears.event(Given.moved(partner, reseller, customer, 3));
		assertThat(this.announced.next()).containsExactly(returned(partner, customer, 2, "0.00", Reason.MODEL_SWITCH),
				returned(partner, customer, 3, "0.00", Reason.TRANSFER));
		assertThat(this.books.customerHas(customer)).isEqualTo("1.00");
		appropriate(partner, customer).expect(201);
	}

	@Test
	@Tag("DIS-10")
	@Tag("DIS-14")
	void answersForCustomersNeverHeardOfAndKnowsThemFromThenOn() {
		Partner partner = this.given.distributorWith("10.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(partner), "10.00");
		UUID switched = Ids.next();
		UUID moved = Ids.next();
		this.announced.next();
		this.hears.event(Given.switched(partner, switched, 1, AssociationType.RESALE));
		this.hears.event(Given.moved(partner, reseller, moved, 1));
		assertThat(this.announced.next()).containsExactly(returned(partner, switched, 1, "0.00", Reason.MODEL_SWITCH),
				returned(partner, moved, 1, "0.00", Reason.TRANSFER));
		appropriate(partner, switched).expect(201);
		appropriate(reseller, moved).expect(201);
	}

	@Test
	@Tag("DIS-14")
	@Tag("I-38")
	void returnsTheRestToTheFormerPartnerWhenTheCustomerMoves() {
		Partner distributor = this.given.distributorWith("7.00");
		Partner former = this.given.toppedUp(this.given.resellerOf(distributor), "20.00");
		Partner next = this.given.toppedUp(this.given.resellerOf(distributor), "3.00");
		UUID customer = this.given.customerWith(former, "15.00");
		CustomerTransferred event = Given.moved(former, next, customer, 1);
		UUID delivery = Ids.next();
		this.announced.next();
		this.hears.event(event, delivery);
		assertThat(this.announced.next()).containsExactly(returned(former, customer, 1, "15.00", Reason.TRANSFER));
		assertThat(this.books.partnerHas(former)).isEqualTo("20.00");
		assertThat(this.books.partnerHas(distributor)).isEqualTo("7.00");
		appropriate(former, customer).expect(404);
		appropriate(next, customer).expect(201);

		this.announced.next();
		this.hears.event(event, delivery);
		this.hears.event(event);
		assertThat(this.announced.next()).isEmpty();
		assertThat(this.books.customerHas(customer)).isEqualTo("1.00");
		assertThat(this.books.partnerHas(next)).isEqualTo("2.00");
	}

	private HubClient.Answer appropriate(Partner partner, UUID customer) {
		return this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money("1.00")));
	}

	private static CustomerBalanceReturned returned(Partner partner, UUID customer, int epoch, String amount,
			Reason reason) {
		return new CustomerBalanceReturned(partner.tenant(), partner.id(), customer, epoch, new Amount(amount, "CNY"),
				reason, null);
	}

}
