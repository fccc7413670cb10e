package io.partnerhub.billing.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
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
@Tag("ORD-04")
class ExportingLinesTests {

	private static final String EXPORTS = "/api/v1/order-line-exports";

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Books books;

	private final MovableClock clock;

	private final LineExports exports;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	ExportingLinesTests(HubClient client, Given given, Hears hears, Books books, MovableClock clock,
			LineExports exports) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.books = books;
		this.clock = clock;
		this.exports = exports;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasACustomer() {
		this.clock.reset();
		while (this.books.number("select count(*) from order_line_export where state = 'RUNNING'") > 0) {
			this.exports.writeNext();
		}
		this.partner = this.given.distributor();
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
	}

	@Test
	void writesWhatWasAskedForPartByPart() {
		for (int i = 1; i <= 3; i++) {
			this.ordering.pending(this.customer, i + ".00");
		}
		String id = begin(this.partner.admin(), Map.of("status", "PENDING_PAYMENT")).expect(202).text("/id");
		file(this.partner.admin(), id).refused(409, "EXPORT_NOT_READY");
		this.exports.writeNext();
		Answer half = show(this.partner.admin(), id).expect(200);
		assertThat(half.text("/lines") + half.text("/total") + half.text("/state")).isEqualTo("23RUNNING");
		this.exports.writeNext();
		String[] lines = file(this.partner.admin(), id).expect(200).response().body().split("\r\n");
		assertThat(lines).hasSize(4);
		assertThat(lines[0]).startsWith("\uFEFFOrder,Line");
		assertThat(lines[1]).contains(this.customer + ",华***,NEW,PENDING_PAYMENT", ",3.00,3.00,CNY,");
		assertThat(begin(this.partner.admin(), Map.of("status", "COMPLETED")).text("/total")).isEqualTo("0");
		this.exports.writeNext();
	}

	@Test
	@Tag("ORD-02")
	void writesAndShowsWhatTheCallerSees() {
		Caller manager = this.partner.accountManager();
		this.hears.event(new CustomerAssigned(this.partner.tenant(), this.partner.id(), this.customer, 1,
				manager.memberId(), AssignmentSource.MANUAL, MovableClock.START));
		String own = this.ordering.pending(this.customer, "1.00");
		String foreign = this.ordering.pending(this.given.customer(this.partner, AssociationType.ADVISORY), "2.00");
		String id = begin(manager, Map.of()).expect(202).text("/id");
		this.exports.writeNext();
		assertThat(file(manager, id).expect(200).response().body()).contains(own).doesNotContain(foreign);
		show(this.partner.admin(), id).expect(200);
		String all = begin(this.partner.admin(), Map.of()).text("/id");
		this.exports.writeNext();
		this.exports.writeNext();
		show(manager, all).refused(404, "NOT_FOUND");
		file(manager, all).refused(404, "NOT_FOUND");
		assertThat(this.client.as(manager).get(EXPORTS).json().at("/items")).hasSize(1);
		show(this.given.distributor().admin(), id).refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("X-04")
	void keepsTheFileForThreeDays() {
		String id = begin(this.partner.admin(), "").text("/id");
		this.exports.writeNext();
		file(this.partner.admin(), id).expect(200);
		this.clock.advance(Duration.ofDays(3));
		file(this.partner.admin(), id).refused(409, "EXPORT_EXPIRED");
		this.exports.expire();
		assertThat(show(this.partner.admin(), id).text("/state")).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("X-05")
	void takesTwelveMonthsAndFiveAtATime() {
		Caller admin = this.partner.admin();
		String from = "2026-01-01T00:00:00Z";
		begin(admin, Map.of("expireTimeFrom", from, "expireTimeTo", "2027-01-01T00:00:01Z")).refused(400,
				"EXPORT_RANGE_TOO_LONG");
		begin(admin, Map.of("expireTimeFrom", from)).refused(400, "INVALID_REQUEST");
		begin(admin, Map.of("indirectPartnerId", Ids.next())).refused(404, "NOT_FOUND");
		for (int i = 0; i < 5; i++) {
			begin(admin, Map.of("expireTimeFrom", from, "expireTimeTo", "2027-01-01T00:00:00Z")).expect(202);
		}
		begin(admin, Map.of()).refused(409, "TOO_MANY_EXPORTS");
		List.of(1, 2, 3, 4, 5).forEach((each) -> this.exports.writeNext());
	}

	private Answer begin(Caller caller, Object wish) {
		return this.client.as(caller).with("Accept-Language", "en").post(EXPORTS, wish);
	}

	private Answer show(Caller caller, String id) {
		return this.client.as(caller).get(EXPORTS + "/" + id);
	}

	private Answer file(Caller caller, String id) {
		return this.client.as(caller).get(EXPORTS + "/" + id + "/file");
	}

}
