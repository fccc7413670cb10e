package io.partnerhub.billing.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.consumption.Feed;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dashboards as series without a gap. */
@BillingTest
class ShowingDashboardsTests {

	private static final Instant AT = MovableClock.START.plus(Duration.ofHours(1));

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Feed feed;

	ShowingDashboardsTests(HubClient client, Given given, Hears hears) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.feed = new Feed(client);
	}

	@Test
	@Tag("DSH-01")
	@Tag("ASG-13")
	void plotsConsumptionMonthByMonth() {
		Partner partner = this.given.distributor();
		UUID customer = this.given.resaleCustomer(partner);
		UUID manager = Ids.next();
		this.hears.event(new CustomerAssigned(partner.tenant(), partner.id(), customer, 1, manager,
				AssignmentSource.MANUAL, MovableClock.START));
		Map<String, Object> owed = Feed.with(Feed.record(Ids.next().toString(), customer, AT, "0"), "amounts",
				Map.of("official", "10", "cash", "6", "debt", "3"));
		this.feed.tells(owed, Feed.record(Ids.next().toString(), this.given.resaleCustomer(partner), AT, "5.00"));
		String path = "/api/v1/dashboards/consumption?from=2026-02&to=2026-03";
		assertThat(chart(partner, path)).isEqualTo("paid CNY 0.00 11.00, payable CNY 0.00 14.00");
		assertThat(chart(partner, path + "&accountManagerId=" + manager))
			.isEqualTo("paid CNY 0.00 6.00, payable CNY 0.00 9.00");
		assertThat(chart(partner, path + "&customerId=" + customer))
			.isEqualTo("paid CNY 0.00 6.00, payable CNY 0.00 9.00");
		assertThat(chart(partner, path + "&supervisorId=" + Ids.next())).isEmpty();
	}

	@Test
	@Tag("DSH-01")
	void countsCustomersThatCameAndWent() {
		Partner partner = this.given.distributor();
		UUID staying = this.given.resaleCustomer(partner);
		UUID leaving = this.given.resaleCustomer(partner);
		this.hears.event(Given.switched(partner, staying, 1, AssociationType.ADVISORY));
		this.hears.event(Given.disassociated(partner, leaving, 1, AssociationType.RESALE));
		this.feed.tells(Feed.record(Ids.next().toString(), staying, AT, "5.00"));
		String path = "/api/v1/dashboards/customers?from=2026-02&to=2026-03";
		assertThat(chart(partner, path)).isEqualTo("disassociated 0 1, new 0 2");
		HubClient.Answer customers = this.client.as(partner.admin()).get(path);
		assertThat(customers.text("/present")).isEqualTo("1");
		assertThat(customers.text("/contributions/0/customerId") + customers.text("/contributions/0/paid"))
			.isEqualTo(staying + "5.00");
	}

	@Test
	@Tag("DSH-01")
	@Tag("ASG-13")
	void countsACustomerForHisFirstManagerAndHisLast() {
		Partner partner = this.given.distributor();
		UUID customer = this.given.resaleCustomer(partner);
		this.given.resaleCustomer(partner);
		UUID first = Ids.next();
		UUID last = Ids.next();
		assigned(partner, customer, first, MovableClock.START);
		assigned(partner, customer, last, AT);
		String path = "/api/v1/dashboards/customers?from=2026-03&to=2026-03";
		assertThat(present(partner, path) + present(partner, path + "&accountManagerId=" + first)
				+ present(partner, path + "&accountManagerId=" + last))
			.isEqualTo("201");
		this.hears.event(new CustomerDisassociated(partner.tenant(), partner.id(), customer, 1, AssociationType.RESALE,
				Ids.next(), "moves on", AT.plusSeconds(60)));
		assertThat(chart(partner, path)).isEqualTo("disassociated 1, new 2");
		assertThat(chart(partner, path + "&accountManagerId=" + first)).isEqualTo("new 1");
		assertThat(chart(partner, path + "&accountManagerId=" + last)).isEqualTo("disassociated 1");
		assertThat(chart(partner, path + "&supervisorId=" + first)).isEmpty();
		assertThat(this.client.as(person(partner, first)).get(path).expect(200).json().at("/series")).hasSize(1);
	}

	@Test
	@Tag("DSH-01")
	void plotsWhatWasEarnedInItsMonthAndItsState() {
		Partner partner = this.given.distributor();
		earned(partner, "2026-01", "ESTIMATE", "5.00");
		earned(partner, "2026-01", "BILL", "100.00");
		earned(partner, "2026-02", "BILL", "-30.00");
		earned(partner, "2025-12", "BILL", "7.00");
		assertThat(chart(partner, "/api/v1/dashboards/incentives"))
			.isEqualTo("estimated CNY 5.00 0.00 0.00, to_confirm CNY 100.00 -30.00 0.00");
		assertThat(this.client.as(partner.admin()).get("/api/v1/dashboards/incentives").text("/series/1/total"))
			.isEqualTo("70.00");
	}

	@Test
	@Tag("DSH-01")
	void plotsIncentivesOfThisYear() {
		Partner partner = this.given.distributor();
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/payment-orders",
					Map.of("partnerId", partner.id(), "number", Ids.next(), "amount", Given.money("106.00"), "taxRate",
							"6.00"))
			.expect(201);
		assertThat(chart(partner, "/api/v1/dashboards/incentives")).isEqualTo("open CNY 0.00 0.00 106.00");
	}

	@Test
	void refusesMoreMonthsThanCanBeLookedAt() {
		HubClient.As admin = this.client.as(this.given.distributor().admin());
		admin.get("/api/v1/dashboards/consumption?from=2024-08&to=2026-03").refused(400, "INVALID_REQUEST");
		admin.get("/api/v1/dashboards/consumption?from=2026-03&to=2026-02").refused(400, "INVALID_REQUEST");
	}

	private void assigned(Partner partner, UUID customer, UUID manager, Instant at) {
		this.hears.event(new CustomerAssigned(partner.tenant(), partner.id(), customer, 1, manager,
				AssignmentSource.MANUAL, at));
	}

	private void earned(Partner partner, String period, String stage, String amount) {
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/incentives",
					Map.of("partnerId", partner.id(), "number", Ids.next(), "stage", stage, "period", period, "model",
							"ADVISORY", "amount", Given.money(amount), "productTaxRate", "6.00"))
			.expect(201);
	}

	private String present(Partner partner, String path) {
		return this.client.as(partner.admin()).get(path).expect(200).text("/present");
	}

	private static Caller person(Partner partner, UUID member) {
		return Caller.member("person", partner.tenant(), partner.id(), partner.type(), member,
				Set.of(Role.ACCOUNT_MANAGER), Set.of(Permission.VIEW_CUSTOMERS), DataScope.OWN);
	}

	/** Names and values, in one line. */
	private String chart(Partner partner, String path) {
		StringBuilder text = new StringBuilder();
		this.client.as(partner.admin()).get(path).expect(200).json().at("/series").valueStream().forEach((series) -> {
			text.append(text.isEmpty() ? "" : ", ").append(series.at("/name").asString());
			series.at("/points")
				.valueStream()
				.forEach((point) -> text.append(' ').append(point.at("/value").asString()));
		});
		return text.toString();
	}

}
