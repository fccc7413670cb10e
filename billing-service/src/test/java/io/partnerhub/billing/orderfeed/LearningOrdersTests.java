package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.OrderEvent.OrderCancelled;
import io.partnerhub.contracts.VendorEvent.OrderReported;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class LearningOrdersTests {

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Announced announced;

	private final Books books;

	private final JsonMapper json;

	private final MovableClock clock;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	LearningOrdersTests(HubClient client, Given given, Hears hears, Announced announced, Books books, JsonMapper json,
			MovableClock clock) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.announced = announced;
		this.books = books;
		this.json = json;
		this.clock = clock;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasACustomer() {
		this.clock.reset();
		this.partner = this.given.distributor();
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
	}

	@Test
	@Tag("ORD-01")
	void showsWhatTheVendorReported() {
		String number = this.ordering.pending(this.customer, "120.00");
		Answer order = order(number).expect(200);
		assertThat(order.text("/order/status")).isEqualTo("PENDING_PAYMENT");
		assertThat(order.text("/order/amountAfterDiscount/amount")).isEqualTo("120.00");
		assertThat(order.text("/order/customerName")).isEqualTo("华***");
		assertThat(order.text("/lines/0/productId")).isEqualTo("s6.large.2");
		assertThat(order.text("/order/resourcesPath")).isEqualTo("/api/v1/customers/" + this.customer + "/resources");
	}

	@Test
	@Tag("ORD-21")
	void leadsCustomersToNoPathOfThePartner() {
		String number = this.ordering.pending(this.customer, "120.00");
		Caller self = Caller.customer("huabei", this.customer);
		assertThat(this.client.as(self).get("/api/v1/my/orders/" + number).expect(200).text("/order/resourcesPath"))
			.isEmpty();
	}

	@Test
	@Tag("ORD-13")
	void givesSevenDaysOrAnHourForHardware() {
		String general = this.ordering.pending(this.customer, "1.00");
		String hardware = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, hardware, "1.00"), "hardware", true));
		assertThat(order(general).text("/order/pendingPaymentEndTime")).isEqualTo("2026-03-08T08:00:00Z");
		assertThat(order(hardware).text("/order/pendingPaymentEndTime")).isEqualTo("2026-03-01T09:00:00Z");
	}

	@Test
	void ignoresRepeatedAndLateNews() {
		Map<String, Object> order = Ordering.order(this.customer, Ordering.number(), "10.00");
		Map<String, Object> dearer = Ordering.with(Ordering.order(this.customer, number(order), "12.00"), "version", 3);
		assertThat(this.ordering.report(order)).isEqualTo("APPLIED");
		assertThat(this.ordering.report(order)).isEqualTo("STALE");
		assertThat(this.ordering.report(dearer)).isEqualTo("APPLIED");
		assertThat(this.ordering.report(Ordering.with(order, "version", 2))).isEqualTo("STALE");
		assertThat(order(number(order)).text("/order/amountAfterDiscount/amount")).isEqualTo("12.00");
		assertThat(order(number(order)).json().at("/lines")).hasSize(1);
	}

	@Test
	void leavesOutWhoseCustomerNobodyHas() {
		assertThat(this.ordering.report(Ordering.order(Ids.next(), Ordering.number(), "1.00")))
			.isEqualTo("CUSTOMER_UNKNOWN");
	}

	@Test
	@Tag("ORD-02")
	void refusesWhatWasPlacedWhileNobodyHadTheCustomer() {
		Partner next = this.given.distributor();
		assertThat(placed(-1)).isEqualTo("CUSTOMER_UNKNOWN");
		this.hears.event(new CustomerDisassociated(this.partner.tenant(), this.partner.id(), this.customer, 1,
				AssociationType.ADVISORY, Ids.next(), "moving on", MovableClock.START.plusSeconds(60)));
		this.given.associated(next, this.customer, 2, AssociationType.ADVISORY, MovableClock.START.plusSeconds(120));
		assertThat(placed(59)).isEqualTo("APPLIED");
		assertThat(placed(60)).isEqualTo("CUSTOMER_UNKNOWN");
		assertThat(placed(119)).isEqualTo("CUSTOMER_UNKNOWN");
		assertThat(placed(120)).isEqualTo("APPLIED");
	}

	@Test
	@Tag("ORD-02")
	void takesAnOrderOnceItHasHeardWhoHadItsCustomer() {
		UUID early = Ids.next();
		Map<String, Object> order = Ordering.order(early, Ordering.number(), "1.00");
		assertThat(this.ordering.report(order)).isEqualTo("CUSTOMER_UNKNOWN");
		this.given.associated(this.partner, early, 1, AssociationType.ADVISORY);
		assertThat(this.ordering.report(order)).isEqualTo("APPLIED");
	}

	@Test
	void keepsANumberToItsCustomer() {
		String number = this.ordering.pending(this.customer, "1.00");
		UUID other = this.given.customer(this.partner, AssociationType.ADVISORY);
		assertThat(this.ordering.report(Ordering.with(Ordering.order(other, number, "1.00"), "version", 9)))
			.isEqualTo("NUMBER_TAKEN");
	}

	@Test
	@Tag("ORD-14")
	void keepsTheSubOrdersOfACombinedOrderTogether() {
		String number = Ordering.number();
		Map<String, Object> combined = Ordering.combined(this.customer, number, "10.00", "20.00", "30.00");
		assertThat(this.ordering.report(combined)).isEqualTo("APPLIED");
		assertThat(order(number).json().at("/order/subOrders")).hasSize(2);
		assertThat(this.ordering.report(Ordering.with(Ordering.order(this.customer, number, "30.00"), "version", 2)))
			.isEqualTo("SUB_ORDERS_DIFFER");
		assertThat(this.ordering.report(Ordering.with(combined, "version", 3, "status", "CANCELLED")))
			.isEqualTo("APPLIED");
		assertThat(order(number).text("/order/subOrders/1/status")).isEqualTo("CANCELLED");
	}

	@Test
	@Tag("ORD-14")
	void refusesSubOrdersThatMakeNoSense() {
		String number = Ordering.number();
		Map<String, Object> combined = Ordering.combined(this.customer, number, "10.00", "20.00", "30.00");
		this.ordering
			.post(Ordering.with(combined, "subOrders",
					List.of(Ordering.part(number + "-1", "40.00"), Ordering.part(number + "-2", "-10.00"))))
			.refused(400, "INVALID_REQUEST");
		List<Object> lines = List.of(Ordering.with(Ordering.line("1", "10.00"), "subOrderId", number + "-x"),
				Ordering.with(Ordering.line("2", "20.00"), "subOrderId", number + "-X"));
		this.ordering
			.post(Ordering.with(combined, "lines", lines, "subOrders",
					List.of(Ordering.part(number + "-x", "10.00"), Ordering.part(number + "-X", "20.00"))))
			.refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("ORD-14")
	void showsASubOrderWithItsOwnLines() {
		String number = Ordering.number();
		this.ordering.report(Ordering.combined(this.customer, number, "10.00", "20.00", "30.00"));
		Answer part = order(number + "-2").expect(200);
		assertThat(part.json().at("/lines")).hasSize(1);
		assertThat(part.text("/lines/0/amountAfterDiscount/amount")).isEqualTo("20.00");
		assertThat(order(number).json().at("/lines")).hasSize(2);
	}

	@Test
	@Tag("ORD-02")
	@Tag("I-31")
	void leavesWhatIsToldLateToWhoHadTheCustomer() {
		Partner next = this.given.distributor();
		this.hears.event(new CustomerTransferred(next.tenant(), next.id(), this.partner.id(), this.customer, 1, 2,
				AssociationType.RESALE, "华北科技有限公司", "huabei", Ids.next(), MovableClock.START.plusSeconds(60)));
		String number = this.ordering.pending(this.customer, "1.00");
		order(number).expect(200);
		this.client.as(next.admin()).get("/api/v1/orders/" + number).refused(404, "ORDER_NOT_FOUND");
		String later = Ordering.number();
		this.ordering.report(Ordering.with(Ordering.order(this.customer, later, "1.00"), "createTime",
				MovableClock.START.plusSeconds(60).toString()));
		order(later).refused(404, "ORDER_NOT_FOUND");
		this.client.as(next.admin()).get("/api/v1/orders/" + later).expect(200);
	}

	@Test
	@Tag("ORD-13")
	void tellsThatTheVendorCancelled() {
		Map<String, Object> order = Ordering.order(this.customer, Ordering.number(), "10.00");
		this.ordering.report(order);
		this.announced.next();
		this.ordering.report(Ordering.with(order, "version", 2, "status", "CANCELLED"));
		this.ordering.report(Ordering.with(order, "version", 3));
		assertThat(this.announced.next(Event.class)).singleElement().isInstanceOf(OrderCancelled.class);
		assertThat(order(number(order)).text("/order/status")).isEqualTo("CANCELLED");
	}

	@Test
	void hearsTheSameRecordsOverTheBroker() {
		Map<String, Object> order = Ordering.with(Ordering.order(this.customer, Ordering.number(), "10.00"), "hardware",
				false, "subOrders", List.of(), "discounts", List.of());
		Map<String, Object> line = Ordering.with(Ordering.line("1", "10.00"), "strictlySelected", false, "marketplace",
				false);
		OrderReported reported = this.json.convertValue(Ordering.with(order, "lines", List.of(line)),
				OrderReported.class);
		UUID id = Ids.next();
		this.hears.event(reported, id);
		this.hears.event(reported, id);
		assertThat(order(number(order)).text("/order/amountAfterDiscount/amount")).isEqualTo("10.00");
		assertThat(this.ordering.report(order)).isEqualTo("STALE");
	}

	@Test
	void setsAsideWhatMakesNoSenseOverTheBroker() {
		long before = this.books.number("select count(*) from dead_letter");
		Map<String, Object> order = Ordering.with(Ordering.order(this.customer, Ordering.number(), "10.00"), "hardware",
				false, "subOrders", List.of(), "discounts", List.of(), "status", "NEVER", "lines", List.of());
		this.hears.event(this.json.convertValue(order, OrderReported.class));
		assertThat(this.books.number("select count(*) from dead_letter")).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"lines\":[]}", "{\"sourceType\":9}", "{\"orderId\":\"a b\"}", "{\"version\":0}",
			"{\"createTime\":\"2027-01-01T00:00:00Z\"}", "{\"pendingPaymentEndTime\":\"2026-03-01T08:00:00Z\"}",
			"{\"subOrders\":[],\"x\":1}", "{\"amountAfterDiscount\":{\"amount\":\"9.00\",\"currency\":\"CNY\"}}",
			"{\"amountAfterDiscount\":{\"amount\":\"-1.00\",\"currency\":\"CNY\"}}",
			"{\"officialAmount\":{\"amount\":\"-1.00\",\"currency\":\"CNY\"}}" })
	void refusesWhatMakesNoSense(String wrong) {
		Map<String, Object> order = Ordering.order(this.customer, Ordering.number(), "10.00");
		order.putAll(this.json.readValue(wrong, new TypeReference<Map<String, Object>>() {
		}));
		this.ordering.post(order).refused(400, "INVALID_REQUEST");
	}

	/** What becomes of an order placed so many seconds after the start. */
	private String placed(int seconds) {
		return this.ordering.report(Ordering.with(Ordering.order(this.customer, Ordering.number(), "1.00"),
				"createTime", MovableClock.START.plusSeconds(seconds).toString()));
	}

	private Answer order(String number) {
		return this.client.as(this.partner.admin()).get("/api/v1/orders/" + number);
	}

	private static String number(Map<String, Object> order) {
		return (String) order.get("orderId");
	}

}
