package io.partnerhub.billing.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.consumption.Feed;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.ConsumptionEvent.PerformanceSheetClosed;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Performance of partners, month by month. */
@BillingTest
class CountingPerformanceTests {

	private static final Instant AT = MovableClock.START.plus(Duration.ofHours(1));

	private final HubClient client;

	private final Given given;

	private final Feed feed;

	private final PerformanceSheets sheets;

	private final TransactionTemplate transaction;

	private final Announced announced;

	private final MovableClock clock;

	private final Hears hears;

	CountingPerformanceTests(HubClient client, Given given, PerformanceSheets sheets,
			PlatformTransactionManager transactions, Announced announced, MovableClock clock, Hears hears) {
		this.client = client;
		this.given = given;
		this.feed = new Feed(client);
		this.sheets = sheets;
		this.transaction = new TransactionTemplate(transactions);
		this.announced = announced;
		this.clock = clock;
		this.hears = hears;
	}

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	@Tag("PER-01")
	@Tag("PER-02")
	@Tag("PER-05")
	@Tag("USE-08")
	@Tag("CSH-12")
	void countsCashWhoeverPaidIt() {
		Partner partner = this.given.distributor();
		Map<String, Object> record = Feed.record("", this.given.resaleCustomer(partner), AT, "0");
		this.feed.tells(
				paid(record,
						Map.of("official", "20", "cash", "10", "storedValueCard", "1", "voucher", "4", "cashCoupon",
								"2", "credit", "3")),
				Feed.with(paid(record, Map.of("official", "5", "cash", "5")), "paidByPartner", true),
				Feed.with(paid(record, Map.of("official", "7", "cash", "7")), "goods", "MARKETPLACE"),
				Feed.with(paid(record, Map.of("official", "9", "cash", "9")), "goods", "STORED_VALUE_CARD"));
		assertThat(month(partner, "2026-03").text("/shares/0/amount/amount")).isEqualTo("16.00");
	}

	@Test
	@Tag("PER-03")
	void countsARefundAgainstTheMonthItWasMadeIn() {
		Partner partner = this.given.distributor();
		Map<String, Object> refund = Feed.record("", this.given.resaleCustomer(partner), AT, "0");
		refund.put("cycle", "2026-02");
		refund.put("billType", "REFUND");
		this.feed.tells(paid(refund, Map.of("official", "-8.00", "cash", "-8.00")));
		assertThat(month(partner, "2026-03").text("/shares/0/amount/amount")).isEqualTo("-8.00");
		assertThat(month(partner, "2026-02").text("/shares/0/amount/amount")).isEmpty();
	}

	@Test
	@Tag("PER-07")
	void countsAResellersCustomersForItsDistributor() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.resellerOf(distributor);
		this.feed.tells(Feed.record(id(), this.given.resaleCustomer(reseller), AT, "3.00"),
				Feed.record(id(), this.given.resaleCustomer(distributor), AT, "4.00"));
		HubClient.Answer distributors = month(distributor, "2026-03");
		assertThat(distributors.text("/shares/0/amount/amount")).isEqualTo("4.00");
		assertThat(distributors.text("/resellers/0/resellerId") + distributors.text("/resellers/0/amount/amount"))
			.isEqualTo(reseller.id() + "3.00");
		assertThat(month(reseller, "2026-03").text("/shares/0/amount/amount")).isEqualTo("3.00");
		assertThat(this.client.as(distributor.admin())
			.get("/api/v1/performance?period=2026-03&indirectPartnerId=" + reseller.id())
			.text("/shares/0/amount/amount")).isEqualTo("3.00");
	}

	@Test
	@Tag("PER-06")
	@Tag("PER-07")
	void settlesAMonthForGood() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.resellerOf(distributor);
		Instant october = Instant.parse("2025-10-10T00:00:00Z");
		UUID customer = linked(reseller, october);
		this.feed.tells(Feed.record(id(), customer, october, "3.00"),
				Feed.record(id(), linked(distributor, october), october, "4.00"));
		this.announced.next();
		this.clock.set(Instant.parse("2025-11-04T16:00:00Z"));
		this.transaction.executeWithoutResult((status) -> this.sheets.close());
		this.transaction.executeWithoutResult((status) -> this.sheets.close());
		assertThat(this.announced.next(PerformanceSheetClosed.class))
			.filteredOn((sheet) -> sheet.partnerId().equals(distributor.id()))
			.extracting((sheet) -> sheet.ownerPartnerId() + " " + sheet.total().amount())
			.containsExactlyInAnyOrder(distributor.id() + " 7.00", reseller.id() + " 3.00");
		this.feed.tells(Feed.record(id(), customer, october, "1.00"));
		assertThat(month(reseller, "2025-10").text("/closed")).isEqualTo("true");
		assertThat(month(reseller, "2025-10").text("/shares/0/amount/amount")).isEqualTo("3.00");
		assertThat(month(reseller, "2025-11").text("/shares/0/amount/amount")).isEqualTo("1.00");
		assertThat(this.client.as(distributor.admin())
			.get("/api/v1/performance-sheets?period=2025-10")
			.expect(200)
			.text("/items/0/total/amount")).isEqualTo("7.00");
	}

	@Test
	void refusesWhatIsNoMonth() {
		HubClient.As admin = this.client.as(this.given.distributor().admin());
		admin.get("/api/v1/performance?period=2026-13").refused(400, "INVALID_REQUEST");
		admin.get("/api/v1/performance?period=March").refused(400, "INVALID_REQUEST");
	}

	private UUID linked(Partner partner, Instant since) {
		UUID customer = Ids.next();
		this.hears.event(new CustomerAssociated(partner.tenant(), partner.id(), customer, 1, AssociationType.RESALE,
				"Customer", "customer", null, null, since));
		return customer;
	}

	private HubClient.Answer month(Partner partner, String period) {
		return this.client.as(partner.admin()).get("/api/v1/performance?period=" + period).expect(200);
	}

	private static Map<String, Object> paid(Map<String, Object> record, Map<String, String> amounts) {
		return Feed.with(Feed.with(record, "id", id()), "amounts", amounts);
	}

	private static String id() {
		return Ids.next().toString();
	}

}
