package io.partnerhub.billing.order;

import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
@Tag("X-03")
class ShowingNamesTests {

	private static final String NAME = "华北科技有限公司";

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	private String number;

	ShowingNamesTests(HubClient client, Given given, Hears hears) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasAnOrder() {
		this.partner = this.given.distributor();
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
		this.number = this.ordering.pending(this.customer, "1.00");
	}

	@Test
	void masksThemUnlessAskedForAndRecordsWhoSawThem() {
		assertThat(list("orders", "").text("/items/0/customerName")).isEqualTo("华***");
		assertThat(list("order-reveal-records", "").json().at("/items")).isEmpty();
		assertThat(list("orders", "?reveal=customerName").text("/items/0/customerName")).isEqualTo(NAME);
		assertThat(list("orders/" + this.number, "?reveal=customerName").text("/order/customerName")).isEqualTo(NAME);
		assertThat(list("order-lines", "?reveal=customerName").text("/items/0/customerName")).isEqualTo(NAME);
		Answer records = list("order-reveal-records", "").expect(200);
		assertThat(records.json().at("/items")).hasSize(3);
		assertThat(records.text("/items/0/resource") + records.text("/items/2/resource"))
			.isEqualTo("order-linesorders");
	}

	@Test
	void showsThemToNobodyWithoutThePermission() {
		HubClient.As operator = this.client.as(this.partner.customerOperator());
		operator.get("/api/v1/orders?reveal=customerName").refused(403, "ACCESS_DENIED");
		operator.get("/api/v1/order-lines?reveal=customerName").refused(403, "ACCESS_DENIED");
		operator.get("/api/v1/orders/" + this.number + "?reveal=customerName").refused(403, "ACCESS_DENIED");
		operator.get("/api/v1/order-reveal-records").refused(403, "ACCESS_DENIED");
		list("orders", "?reveal=userName").refused(400, "INVALID_REQUEST");
	}

	@Test
	void showsAccountManagersTheirOwnWithoutARecord() {
		Caller manager = this.partner.accountManager();
		this.hears.event(new CustomerAssigned(this.partner.tenant(), this.partner.id(), this.customer, 1,
				manager.memberId(), AssignmentSource.MANUAL, MovableClock.START));
		assertThat(this.client.as(manager).get("/api/v1/orders").text("/items/0/customerName")).isEqualTo(NAME);
		assertThat(this.client.as(manager).get("/api/v1/order-lines").text("/items/0/customerName")).isEqualTo(NAME);
		assertThat(list("order-reveal-records", "").json().at("/items")).isEmpty();
	}

	@Test
	void showsCustomersTheirOwn() {
		HubClient.As self = this.client.as(Caller.customer("huabei", this.customer));
		assertThat(self.get("/api/v1/my/orders").text("/items/0/customerName")).isEqualTo(NAME);
	}

	@Test
	@Tag("I-43")
	void showsNoNameOfWhoWentToAnotherPartner() {
		Partner next = this.given.distributor();
		this.hears.event(new CustomerTransferred(next.tenant(), next.id(), this.partner.id(), this.customer, 1, 2,
				AssociationType.RESALE, NAME, "huabei", Ids.next(), MovableClock.START.plusSeconds(60)));
		Answer left = list("orders/" + this.number, "?reveal=customerName").expect(200);
		assertThat(left.text("/order/customerName")).isEmpty();
		assertThat(left.text("/order/customerId")).isEqualTo(this.customer.toString());
	}

	private Answer list(String what, String parameters) {
		return this.client.as(this.partner.admin()).get("/api/v1/" + what + parameters);
	}

}
