package io.partnerhub.billing.consumption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Consumption counts for who had the customer at its time, and stays there. */
@BillingTest
class AttributingConsumptionTests {

	private static final Instant NOON = MovableClock.START.plus(Duration.ofDays(1));

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final MovableClock clock;

	private final Feed feed;

	private final UUID one = Ids.next();

	private final UUID other = Ids.next();

	private Partner partner;

	private UUID customer;

	private final LateNews news;

	private final TransactionTemplate transaction;

	private final Announced announced;

	private final Books books;

	AttributingConsumptionTests(HubClient client, Given given, Hears hears, MovableClock clock, LateNews news,
			PlatformTransactionManager transactions, Announced announced, Books books) {
		this.books = books;
		this.news = news;
		this.announced = announced;
		this.transaction = new TransactionTemplate(transactions);
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.clock = clock;
		this.feed = new Feed(client);
	}

	@AfterEach
	void backToTheStart() {
		this.clock.reset();
	}

	@BeforeEach
	void associated() {
		this.partner = this.given.distributor();
		this.customer = this.given.resaleCustomer(this.partner);
	}

	@Test
	@Tag("CON-03")
	@Tag("I-29")
	@Tag("ASG-09")
	void countsForTheManagerOfTheMoment() {
		consumed(NOON.minusSeconds(1), "1.00");
		assigned(this.one, NOON);
		consumed(NOON.minusSeconds(1), "2.00");
		consumed(NOON, "4.00");
		assigned(this.other, NOON.plusSeconds(60));
		consumed(NOON.plusSeconds(59), "8.00");
		consumed(NOON.plusSeconds(60), "16.00");
		JsonNode month = summary(this.partner.admin(), "&by=ACCOUNT_MANAGER");
		assertThat(payable(month, this.one.toString())).isEqualTo("12.00");
		assertThat(payable(month, this.other.toString())).isEqualTo("16.00");
		assertThat(payable(month, "")).as("nobody").isEqualTo("3.00");
		assertThat(month.at("/totals/0/payable/amount").asString()).isEqualTo("31.00");
	}

	@Test
	@Tag("CON-06")
	void tellsIntegratorsOneSumOfAServiceWhoeverLookedAfterIt() {
		this.clock.set(NOON.plus(Duration.ofDays(1)));
		assigned(this.one, NOON);
		consumed(NOON, "4.00");
		assigned(this.other, NOON.plusSeconds(60));
		consumed(NOON.plusSeconds(60), "16.00");
		HubClient.Answer sums = this.client.as(this.partner.key())
			.get("/v2/bills/partner-bills/subcustomer-bills/monthly-sum?cycle=2026-03&charge_mode=3");
		assertThat(sums.text("/count") + " " + sums.text("/bill_sums/0/amount")).isEqualTo("1 20.0");
	}

	@Test
	@Tag("CON-06")
	void namesAManagerToIntegratorsByHisLogin() {
		logsIn(this.one, "lin", null);
		assigned(this.one, NOON);
		consumed(NOON, "4.00");
		assigned(this.other, NOON.plusSeconds(60));
		consumed(NOON.plusSeconds(60), "16.00");
		String path = "/v2/bills/subcustomer-bills/res-fee-records?bill_cycle=2026-03&customer_id=" + this.customer;
		HubClient.As key = this.client.as(this.partner.key());
		HubClient.Answer all = key.get(path).expect(200);
		assertThat(all.text("/fee_records/1/account_manager_id")).isEqualTo("lin");
		assertThat(all.text("/fee_records/0/account_manager_id")).as("was never heard of")
			.isEqualTo(this.other.toString());
		HubClient.Answer own = key.get(path + "&account_manager_id=lin").expect(200);
		assertThat(own.text("/total_count") + " " + own.text("/fee_records/0/cash_amount")).isEqualTo("1 4.0");
		assertThat(key.get(path + "&account_manager_id=wang").expect(200).text("/total_count")).isEqualTo("0");
	}

	@Test
	@Tag("CON-03")
	@Tag("ASG-10")
	void showsAManagerHisPeriodAndASupervisorHisTeam() {
		UUID supervisor = Ids.next();
		logsIn(this.one, "lin", supervisor);
		assigned(this.one, NOON);
		assigned(this.other, NOON.plusSeconds(60));
		consumed(NOON, "4.00");
		consumed(NOON.plusSeconds(60), "16.00");
		assertThat(total(person(this.one, DataScope.OWN))).isEqualTo("4.00");
		assertThat(total(person(this.other, DataScope.OWN))).isEqualTo("16.00");
		assertThat(total(person(supervisor, DataScope.TEAM))).isEqualTo("4.00");
		assertThat(total(person(Ids.next(), DataScope.OWN))).isEmpty();
		this.client.as(person(this.one, DataScope.OWN))
			.get("/api/v1/consumption/records?cycle=2026-03&customerId=" + this.customer)
			.expect(200);
		this.client.as(person(Ids.next(), DataScope.OWN))
			.get("/api/v1/consumption/records?cycle=2026-03&customerId=" + this.customer)
			.refused(404, "CUSTOMER_NOT_VISIBLE");
	}

	@Test
	@Tag("CON-04")
	@Tag("PER-06")
	void staysWithThePartnerOfTheMoment() {
		consumed(NOON, "4.00");
		this.hears.event(new CustomerDisassociated(this.partner.tenant(), this.partner.id(), this.customer, 1,
				AssociationType.RESALE, Ids.next(), "moves on", NOON.plusSeconds(60)));
		Partner next = this.given.distributor();
		this.given.associated(next, this.customer, 2, AssociationType.ADVISORY);
		consumed(NOON.plusSeconds(30), "8.00");
		consumed(NOON.plusSeconds(90), "16.00");
		assertThat(total(this.partner.admin())).isEqualTo("12.00");
		assertThat(total(next.admin())).isEqualTo("16.00");
		assertThat(this.client.as(this.partner.key())
			.post("/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query",
					java.util.Map.of("bill_cycle", "2026-03"))
			.text("/sub_customers/0/customer_id")).isEqualTo(this.customer.toString());
	}

	@Test
	@Tag("ASG-09")
	void tellsWhoHadACustomerAtATime() {
		assigned(this.one, NOON);
		assigned(this.other, NOON.plusSeconds(60));
		String path = "/api/v1/consumption/attribution?customerId=" + this.customer + "&asOf=";
		HubClient.As admin = this.client.as(this.partner.admin());
		assertThat(admin.get(path + NOON.minusSeconds(1)).expect(200).text("/accountManagerId")).isEmpty();
		assertThat(admin.get(path + NOON.plusSeconds(59)).text("/accountManagerId")).isEqualTo(this.one.toString());
		assertThat(admin.get(path + NOON.plusSeconds(60)).text("/accountManagerId")).isEqualTo(this.other.toString());
		admin.get(path + MovableClock.START.minusSeconds(1)).refused(404, "CUSTOMER_NOT_VISIBLE");
		this.client.as(this.given.distributor().admin()).get(path + NOON).refused(404, "CUSTOMER_NOT_VISIBLE");
	}

	@Test
	@Tag("I-29")
	void countsForAManagerOfWhomNewsCameLate() {
		consumed(NOON, "4.00");
		consumed(NOON.plusSeconds(30), "8.00");
		assigned(this.one, NOON.plusSeconds(10));
		assigned(this.other, NOON.plusSeconds(40));
		follow();
		JsonNode month = summary(this.partner.admin(), "&by=ACCOUNT_MANAGER");
		assertThat(payable(month, this.one.toString())).isEqualTo("8.00");
		assertThat(payable(month, "")).isEqualTo("4.00");
		assertThat(month.at("/totals/0/payable/amount").asString()).isEqualTo("12.00");
		JsonNode performance = this.client.as(this.partner.admin()).get("/api/v1/performance?period=2026-03").json();
		assertThat(performance.at("/shares/0/accountManagerId").asString()).isEqualTo(this.one.toString());
		assertThat(performance.at("/shares/0/amount/amount").asString()).isEqualTo("8.00");
	}

	@Test
	@Tag("PER-06")
	@Tag("I-29")
	void countsForThePartnerAndTheModelOfWhichNewsCameLate() {
		consumed(NOON, "4.00");
		consumed(NOON.plusSeconds(30), "8.00");
		consumed(NOON.plusSeconds(60), "16.00");
		this.hears.event(new CustomerModelSwitched(this.partner.tenant(), this.partner.id(), this.customer, 1, 2,
				AssociationType.RESALE, AssociationType.ADVISORY, "Customer", "customer", null, Ids.next(),
				NOON.plusSeconds(20)));
		Partner next = this.given.distributor();
		this.hears.event(new CustomerTransferred(next.tenant(), next.id(), this.partner.id(), this.customer, 2, 3,
				AssociationType.RESALE, "Customer", "customer", Ids.next(), NOON.plusSeconds(50)));
		this.announced.next();
		follow();
		JsonNode month = summary(this.partner.admin(), "");
		assertThat(payable(month, "RESALE") + " " + payable(month, "ADVISORY")).isEqualTo("4.00 8.00");
		assertThat(payable(summary(next.admin(), ""), "RESALE")).isEqualTo("16.00");
		assertThat(performance(this.partner) + " " + performance(next)).isEqualTo("12.00 16.00");
		assertThat(this.announced.next(ConsumptionPosted.class))
			.filteredOn((posted) -> Set.of(this.partner.id(), next.id()).contains(posted.ownerPartnerId()))
			.extracting((posted) -> posted.ownerPartnerId() + " " + posted.records() + " " + posted.cash().amount())
			.containsExactlyInAnyOrder(this.partner.id() + " -1 -16.00", next.id() + " 1 16.00");
	}

	private void follow() {
		while (this.books.number("select count(*) from attribution_change") > 0) {
			this.transaction.executeWithoutResult((status) -> this.news.follow());
		}
	}

	private String performance(Partner owner) {
		return this.client.as(owner.admin())
			.get("/api/v1/performance?period=2026-03")
			.expect(200)
			.text("/shares/0/amount/amount");
	}

	private void logsIn(UUID member, String login, @Nullable UUID supervisor) {
		this.hears.event(new MemberChanged(this.partner.tenant(), this.partner.id(), member, login, login,
				List.of(Role.ACCOUNT_MANAGER), supervisor, true, "https://idp.example", login, null, null));
	}

	private void assigned(UUID manager, Instant at) {
		this.hears.event(new CustomerAssigned(this.partner.tenant(), this.partner.id(), this.customer, 1, manager,
				AssignmentSource.MANUAL, at));
	}

	private void consumed(Instant at, String cash) {
		assertThat(this.feed.tells(Feed.record(Ids.next().toString(), this.customer, at, cash)).text("/posted"))
			.isEqualTo("1");
	}

	private Caller person(UUID member, DataScope scope) {
		return Caller.member("person", this.partner.tenant(), this.partner.id(), this.partner.type(), member,
				Set.of(Role.ACCOUNT_MANAGER), Set.of(Permission.VIEW_CUSTOMERS), scope);
	}

	private String total(Caller caller) {
		return summary(caller, "").at("/totals/0/payable/amount").asString("");
	}

	private JsonNode summary(Caller caller, String more) {
		return this.client.as(caller).get("/api/v1/consumption/summary?cycle=2026-03" + more).expect(200).json();
	}

	private static String payable(JsonNode month, String key) {
		return month.at("/parts")
			.valueStream()
			.filter((part) -> part.at("/key").asString("").equals(key))
			.findAny()
			.orElseThrow()
			.at("/sums/payable/amount")
			.asString();
	}

}
