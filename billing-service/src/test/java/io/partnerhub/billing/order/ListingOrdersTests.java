package io.partnerhub.billing.order;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ListingOrdersTests {

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final MovableClock clock;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	ListingOrdersTests(HubClient client, Given given, Hears hears, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.clock = clock;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasACustomer() {
		this.clock.reset();
		this.partner = this.given.distributor();
		this.customer = Ids.next();
		this.given.associated(this.partner, this.customer, 1, AssociationType.ADVISORY,
				Instant.parse("2025-01-01T00:00:00Z"));
	}

	@Test
	@Tag("ORD-02")
	@Tag("I-31")
	void showsAccountManagersTheirOwnAndSupervisorsTheirTeams() {
		Caller manager = this.partner.accountManager();
		Caller supervisor = this.partner.supervisor();
		Caller other = this.partner.accountManager();
		this.hears.event(new MemberChanged(this.partner.tenant(), this.partner.id(), manager.memberId(), "m", "M",
				List.of(Role.ACCOUNT_MANAGER), supervisor.memberId(), true, "i", "s", null, null));
		this.hears.event(new CustomerAssigned(this.partner.tenant(), this.partner.id(), this.customer, 1,
				manager.memberId(), AssignmentSource.MANUAL, MovableClock.START));
		UUID foreign = this.given.customer(this.partner, AssociationType.ADVISORY);
		String own = this.ordering.pending(this.customer, "1.00");
		String foreignOrder = this.ordering.pending(foreign, "1.00");
		assertThat(numbers(manager, "")).containsExactly(own);
		assertThat(numbers(supervisor, "")).containsExactly(own);
		assertThat(numbers(other, "")).isEmpty();
		assertThat(numbers(this.partner.admin(), "")).containsExactlyInAnyOrder(own, foreignOrder);
		this.client.as(manager).get("/api/v1/orders/" + foreignOrder).refused(404, "ORDER_NOT_FOUND");
		assertThat(this.client.as(manager).get("/api/v1/order-lines").json().at("/items")).hasSize(1);
	}

	@Test
	@Tag("ORD-02")
	void showsNothingOfOtherPartners() {
		String number = this.ordering.pending(this.customer, "1.00");
		Partner stranger = this.given.distributor();
		assertThat(numbers(stranger.admin(), "")).isEmpty();
		this.client.as(stranger.admin()).get("/api/v1/orders/" + number).refused(404, "ORDER_NOT_FOUND");
	}

	@Test
	@Tag("ORD-02")
	void showsDistributorsTheOrdersOfTheirResellersCustomers() {
		Partner reseller = this.given.resellerOf(this.partner);
		String own = this.ordering.pending(this.customer, "1.00");
		String theirs = this.ordering.pending(this.given.customer(reseller, AssociationType.ADVISORY), "1.00");
		assertThat(numbers(this.partner.admin(), "")).containsExactly(own);
		assertThat(numbers(this.partner.admin(), "tab=RESELLERS")).containsExactly(theirs);
		assertThat(numbers(this.partner.admin(), "indirectPartnerId=" + reseller.id())).containsExactly(theirs);
		assertThat(numbers(reseller.admin(), "")).containsExactly(theirs);
		list(this.given.distributor().admin(), "indirectPartnerId=" + reseller.id()).expect(404);
		list(this.partner.accountManager(), "tab=RESELLERS").refused(403, "ACCESS_DENIED");
	}

	@Test
	@Tag("ORD-03")
	void showsTheLastSixMonthsUnlessTold() {
		String recent = placed("2025-09-02T00:00:00Z");
		String old = placed("2025-08-31T00:00:00Z");
		assertThat(numbers(this.partner.admin(), "")).containsExactly(recent);
		assertThat(numbers(this.partner.admin(), "createTimeFrom=2025-08-01T00:00:00Z")).containsExactly(recent, old);
		assertThat(
				numbers(this.partner.admin(), "createTimeFrom=2025-08-01T00:00:00Z&createTimeTo=2025-09-01T00:00:00Z"))
			.containsExactly(old);
	}

	@ParameterizedTest
	@Tag("ORD-03")
	@CsvSource({ "createTimeFrom=2025-01-01T00:00:00Z&createTimeTo=2026-01-02T00:00:00Z, ORDER_SPAN_TOO_LONG",
			"paymentTimeFrom=2024-01-01T00:00:00Z, ORDER_SPAN_TOO_LONG", "sort=amount, INVALID_REQUEST",
			"status=PAID, INVALID_REQUEST",
			"createTimeTo=2025-01-01T00:00:00Z&createTimeFrom=2025-01-01T00:00:00Z, " + "INVALID_REQUEST",
			"orderId=, INVALID_REQUEST", "colour=red, INVALID_REQUEST" })
	void refusesOtherFilters(String filter, String code) {
		list(this.partner.admin(), filter).refused(400, code);
	}

	@ParameterizedTest
	@Tag("ORD-03")
	@CsvSource({ "status=PENDING_PAYMENT, 1", "status=COMPLETED, 0", "orderType=NEW, 1", "orderType=RENEWAL, 0",
			"serviceTypeCode=hws.service.type.ec2, 1", "serviceTypeCode=hws.service.type.ebs, 0", "customerName=华, 1",
			"customerName=科技有限, 1", "customerName=科技, 0", "customerName=%25, 0",
			"paymentTimeFrom=2026-01-01T00:00:00Z, 0", "paymentTimeFrom=2099-01-01T00:00:00Z, 0",
			"createTimeFrom=2099-01-01T00:00:00Z, 0", "payOnBehalfState=PENDING, 0" })
	void filters(String filter, int found) {
		this.ordering.pending(this.customer, "1.00");
		assertThat(numbers(this.partner.admin(), filter)).hasSize(found);
	}

	@Test
	@Tag("ORD-03")
	void findsANumberWhateverItsCase() {
		String number = this.ordering.pending(this.customer, "1.00");
		this.ordering.pending(this.customer, "2.00");
		assertThat(numbers(this.partner.admin(), "orderId=" + number.toLowerCase(Locale.ROOT))).containsExactly(number);
		assertThat(numbers(this.partner.admin(), "customerId=" + this.customer)).hasSize(2);
	}

	@Test
	@Tag("ORD-03")
	void readsOnFromPageToPageInBothDirections() {
		List<String> placed = List.of(placed("2026-01-01T00:00:00Z"), placed("2026-01-02T00:00:00Z"),
				placed("2026-01-03T00:00:00Z"), placed("2026-01-03T00:00:00Z"), placed("2026-01-04T00:00:00Z"));
		List<String> newestFirst = pages("sort=-createTime");
		assertThat(newestFirst).containsExactlyInAnyOrderElementsOf(placed).first().isEqualTo(placed.getLast());
		assertThat(pages("sort=createTime")).isEqualTo(newestFirst.reversed());
	}

	@Test
	@Tag("ORD-04")
	void listsLinesWithTheirOrders() {
		String number = this.ordering.pending(this.customer, "5.00");
		Answer lines = this.client.as(this.partner.admin())
			.get("/api/v1/order-lines?expireTimeFrom=2026-03-31T08:00:00Z&expireTimeTo=2026-04-01T00:00:00Z"
					+ "&orderType=NEW&status=PENDING_PAYMENT&customerName=%E5%8D%8E&serviceTypeCode=hws.service.type.ec2")
			.expect(200);
		assertThat(lines.json().at("/items")).hasSize(1);
		assertThat(lines.text("/items/0/orderId")).isEqualTo(number);
		assertThat(this.client.as(this.partner.admin())
			.get("/api/v1/order-lines?expireTimeTo=2026-03-31T08:00:00Z")
			.json()
			.at("/items")).isEmpty();
	}

	@Test
	@Tag("ORD-04")
	void refusesARangeOfLinesThatEndsBeforeItBegins() {
		this.client.as(this.partner.admin())
			.get("/api/v1/order-lines?expireTimeFrom=2026-04-01T00:00:00Z&expireTimeTo=2026-03-31T08:00:00Z")
			.refused(400, "INVALID_REQUEST");
	}

	@Test
	void showsCustomersTheirOwn() {
		String number = this.ordering.pending(this.customer, "1.00");
		Caller self = Caller.customer("huabei", this.customer);
		assertThat(this.client.as(self).get("/api/v1/my/orders").text("/items/0/orderId")).isEqualTo(number);
		this.client.as(self).get("/api/v1/my/orders/" + number).expect(200);
		Caller other = Caller.customer("other", this.given.customer(this.partner, AssociationType.ADVISORY));
		this.client.as(other).get("/api/v1/my/orders/" + number).refused(404, "ORDER_NOT_FOUND");
	}

	/** Of an id that no order has: 16 bytes of zero. */
	@Test
	void endsAtACursorOfNoOrder() {
		this.ordering.pending(this.customer, "1.00");
		assertThat(numbers(this.partner.admin(), "cursor=AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
	}

	@Test
	void refusesWhoSeesNoCustomers() {
		Caller nobody = this.partner.member(Role.FINANCE_OPERATOR, Set.of(Permission.VIEW_BALANCE), DataScope.ALL);
		list(nobody, "").refused(403, "ACCESS_DENIED");
	}

	private List<String> pages(String filter) {
		List<String> numbers = new ArrayList<>();
		String next = "";
		do {
			Answer page = list(this.partner.admin(), filter + "&limit=2" + next).expect(200);
			page.json().at("/items").forEach((order) -> numbers.add(order.at("/orderId").asString()));
			next = "&cursor=" + page.text("/nextCursor");
		}
		while (next.length() > "&cursor=".length());
		return numbers;
	}

	private String placed(String at) {
		String number = Ordering.number();
		Map<String, Object> order = Ordering.with(Ordering.order(this.customer, number, "1.00"), "createTime",
				Instant.parse(at).toString());
		assertThat(this.ordering.report(order)).isEqualTo("APPLIED");
		return number;
	}

	private List<String> numbers(Caller caller, String filter) {
		List<String> numbers = new ArrayList<>();
		list(caller, filter).expect(200)
			.json()
			.at("/items")
			.forEach((order) -> numbers.add(order.at("/orderId").asString()));
		return numbers;
	}

	private Answer list(Caller caller, String filter) {
		return this.client.as(caller).get(URI.create("/api/v1/orders?" + filter).toASCIIString());
	}

}
