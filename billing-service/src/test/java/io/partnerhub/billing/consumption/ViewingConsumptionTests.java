package io.partnerhub.billing.consumption;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Consumption as a partner's people and integrators look at it. */
@BillingTest
class ViewingConsumptionTests {

	private static final Instant AT = MovableClock.START.plus(Duration.ofHours(1));

	private static final String SUMMARY = "/api/v1/consumption/summary?cycle=";

	private final HubClient client;

	private final Given given;

	private final MovableClock clock;

	private final Hears hears;

	private final Feed feed;

	private Partner partner;

	private UUID customer;

	ViewingConsumptionTests(HubClient client, Given given, MovableClock clock, Hears hears) {
		this.client = client;
		this.given = given;
		this.clock = clock;
		this.hears = hears;
		this.feed = new Feed(client);
	}

	@BeforeEach
	void hasACustomer() {
		this.partner = this.given.distributor();
		this.customer = this.given.resaleCustomer(this.partner);
	}

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	@Tag("CON-01")
	void looksBackEighteenMonths() {
		HubClient.As admin = this.client.as(this.partner.admin());
		admin.get(SUMMARY + "2024-09").expect(200);
		admin.get(SUMMARY + "2024-08").refused(400, "CYCLE_OUT_OF_RANGE");
		admin.get(SUMMARY + "2026-04").refused(400, "CYCLE_OUT_OF_RANGE");
		admin.get("/api/v1/consumption/records?cycle=2024-08").refused(400, "CYCLE_OUT_OF_RANGE");
		this.client.as(this.partner.key())
			.get("/v2/bills/partner-bills/subcustomer-bills/monthly-sum?cycle=2024-08&charge_mode=3")
			.refused(400, "CBC.0100");
	}

	@Test
	@Tag("CON-06")
	void wantsACycle() {
		HubClient.As admin = this.client.as(this.partner.admin());
		admin.get("/api/v1/consumption/summary").refused(400, "INVALID_REQUEST");
		admin.get("/api/v1/consumption/records").refused(400, "INVALID_REQUEST");
		admin.get(SUMMARY + "March").refused(400, "INVALID_REQUEST");
		admin.get("/api/v1/consumption/records?cycle=2026-03&limit=101").refused(400, "INVALID_REQUEST");
		admin.get("/api/v1/consumption/records?cycle=2026-03&chargeMode=7").refused(400, "INVALID_REQUEST");
		admin.get("/api/v1/consumption/summary-lines?cycle=2026-03&billType=3").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("CON-06")
	void readsAResellersCustomersForItsDistributor() {
		Partner reseller = this.given.resellerOf(this.partner);
		this.feed.tells(Feed.record(Ids.next().toString(), this.given.resaleCustomer(reseller), AT, "3.00"));
		HubClient.As admin = this.client.as(this.partner.admin());
		assertThat(admin.get(SUMMARY + "2026-03").text("/totals/0/payable/amount")).isEmpty();
		assertThat(admin.get(SUMMARY + "2026-03&indirectPartnerId=" + reseller.id()).text("/totals/0/payable/amount"))
			.isEqualTo("3.00");
		admin.get(SUMMARY + "2026-03&indirectPartnerId=" + Ids.next()).refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("CON-05")
	void dividesAMonthByPaymentAndByModelAndTellsWhatWasSaved() {
		UUID advised = this.given.customer(this.partner, AssociationType.ADVISORY);
		Map<String, Object> paid = Feed.with(Feed.record(Ids.next().toString(), this.customer, AT, "0"), "amounts",
				Map.of("official", "10", "cash", "4", "voucher", "3", "debt", "1"));
		this.feed.tells(paid, Feed.record(Ids.next().toString(), advised, AT, "5.00"));
		HubClient.Answer month = this.client.as(this.partner.admin()).get(SUMMARY + "2026-03");
		assertThat(month.text("/totals/0/cash/amount") + " " + month.text("/totals/0/voucher/amount") + " "
				+ month.text("/totals/0/paid/amount"))
			.isEqualTo("9.00 3.00 12.00");
		assertThat(month.text("/parts/0/key") + month.text("/parts/0/sums/payable/amount")).isEqualTo("ADVISORY5.00");
		assertThat(month.text("/parts/1/key") + month.text("/parts/1/sums/payable/amount")).isEqualTo("RESALE8.00");
		assertThat(this.client.as(this.partner.admin())
			.get("/api/v1/consumption/discounts?cycle=2026-03&customerId=" + this.customer)
			.text("/parts/0/sums/saved/amount")).isEqualTo("2.00");
	}

	@Test
	@Tag("CON-02")
	void bringsTheMonthUpToDateWithEachPostingAndTellsItAsItStood() {
		this.feed.tells(Feed.record(Ids.next().toString(), this.customer, AT, "1.00"));
		Instant between = this.clock.instant().plusSeconds(1);
		this.clock.advance(Duration.ofHours(1));
		this.feed.tells(Feed.record(Ids.next().toString(), this.customer, AT, "2.00"));
		HubClient.As admin = this.client.as(this.partner.admin());
		HubClient.Answer now = admin.get(SUMMARY + "2026-03");
		assertThat(now.text("/totals/0/payable/amount")).isEqualTo("3.00");
		assertThat(now.text("/refreshedAt")).isEqualTo(this.clock.instant().toString());
		assertThat(admin.get(SUMMARY + "2026-03&asOf=" + between).text("/totals/0/payable/amount")).isEqualTo("1.00");
	}

	@Test
	void listsLinesAndRecordsPageByPage() {
		for (int record = 0; record < 3; record++) {
			Map<String, Object> one = Feed.record(Ids.next().toString(), this.customer, AT, "1.00");
			this.feed.tells(Feed.with(one, "serviceType", "service-" + record));
		}
		HubClient.As admin = this.client.as(this.partner.admin());
		for (String list : new String[] { "records", "summary-lines" }) {
			String path = "/api/v1/consumption/" + list + "?cycle=2026-03&limit=2";
			HubClient.Answer first = admin.get(path).expect(200);
			HubClient.Answer second = admin.get(path + "&cursor=" + first.text("/nextCursor")).expect(200);
			assertThat(first.json().at("/items").size() + second.json().at("/items").size()).isEqualTo(3);
		}
		assertThat(admin.get("/api/v1/consumption/records?cycle=2026-03&serviceType=service-1").json().at("/items"))
			.hasSize(1);
	}

	@Test
	void tellsIntegratorsTheSameInTheVendorsWords() {
		Map<String, Object> paid = Feed.with(Feed.record(Ids.next().toString(), this.customer, AT, "0"), "amounts",
				Map.of("official", "10", "cash", "4.123456", "voucher", "3"));
		this.feed.tells(paid);
		this.clock.advance(Duration.ofDays(1));
		HubClient.As key = this.client.as(this.partner.key());
		HubClient.Answer sums = key
			.get("/v2/bills/partner-bills/subcustomer-bills/monthly-sum?cycle=2026-03&charge_mode=3&bill_type=0");
		assertThat(sums.text("/count") + " " + sums.text("/bill_sums/0/amount")).isEqualTo("1 7.12");
		assertThat(sums.text("/bill_sums/0/account_details/1/balance_type")).isEqualTo("BALANCE_TYPE_COUPON");
		HubClient.Answer details = key.get("/v2/bills/subcustomer-bills/res-fee-records?bill_cycle=2026-03&limit=1000"
				+ "&bill_date_begin=2026-03-01&bill_date_end=2026-03-01&customer_id=" + this.customer);
		assertThat(details.text("/fee_records/0/payment_amount")).isEqualTo("7.123456");
		assertThat(details.text("/fee_records/0/id")).isEqualTo(paid.get("id"));
		key.get("/v2/bills/subcustomer-bills/res-fee-records?bill_cycle=2026-03&bill_date_begin=2026-03-01&customer_id="
				+ this.customer)
			.refused(400, "CBC.0100");
	}

	@Test
	@Tag("CON-06")
	void sumsUpForIntegratorsUntilTheLastMidnight() {
		Instant midnight = Instant.parse("2026-03-01T16:00:00Z");
		this.clock.set(midnight.plus(Duration.ofHours(2)));
		this.feed.tells(Feed.record(Ids.next().toString(), this.customer, midnight.minusSeconds(1), "1.005"),
				Feed.record(Ids.next().toString(), this.customer, midnight, "2.00"),
				Feed.with(Feed.record(Ids.next().toString(), this.customer, midnight, "4.00"), "serviceType", "new"));
		HubClient.Answer sums = sums(this.client.as(this.partner.key()));
		assertThat(sums.text("/count") + " " + sums.text("/bill_sums/0/amount")).isEqualTo("1 1.0");
		assertThat(records(this.client.as(this.partner.key()), "").text("/total_count")).isEqualTo("3");
		this.clock.advance(Duration.ofDays(1));
		sums = sums(this.client.as(this.partner.key()));
		assertThat(sums.text("/count") + " " + sums.text("/bill_sums/0/amount")).isEqualTo("2 3.0");
	}

	@Test
	void tellsIntegratorsNothingOfOtherCurrencies() {
		UUID abroad = this.given.resaleCustomer(this.partner);
		this.feed.tells(Feed.record(Ids.next().toString(), this.customer, AT, "1.00"),
				Feed.with(Feed.record(Ids.next().toString(), abroad, AT, "2.00"), "currency", "USD"),
				Feed.with(Feed.record(Ids.next().toString(), this.customer, AT, "3.00"), "currency", "USD"));
		HubClient.As key = this.client.as(this.partner.key());
		HubClient.Answer customers = key.post("/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query",
				Map.of("bill_cycle", "2026-03"));
		assertThat(customers.text("/total_count") + customers.text("/sub_customers/0/customer_id"))
			.isEqualTo("1" + this.customer);
		assertThat(customers.json().at("/sub_customers").size()).isOne();
		HubClient.Answer records = records(key, "");
		assertThat(records.text("/total_count") + records.text("/currency")).isEqualTo("1CNY");
	}

	@Test
	@Tag("X-09")
	void tellsTheTotalAloneWithALimitOfNothing() {
		this.feed.tells(Feed.record(Ids.next().toString(), this.customer, AT, "1.00"));
		HubClient.As key = this.client.as(this.partner.key());
		HubClient.Answer none = records(key, "&limit=0").expect(200);
		assertThat(none.text("/total_count")).isEqualTo("1");
		assertThat(none.json().at("/fee_records")).isEmpty();
		records(key, "&limit=1001").refused(400, "CBC.0100");
		records(key, "&limit=-1").refused(400, "CBC.0100");
	}

	@Test
	void namesServicesInTheLanguageAskedFor() {
		this.hears.event(new ServiceTypeChanged("named", "弹性云服务器", "Elastic Cloud Server", "ECS"));
		this.feed
			.tells(Feed.with(Feed.record(Ids.next().toString(), this.customer, AT, "1.00"), "serviceType", "named"));
		this.feed
			.tells(Feed.with(Feed.record(Ids.next().toString(), this.customer, AT, "1.00"), "serviceType", "other"));
		this.clock.advance(Duration.ofDays(1));
		HubClient.As key = this.client.as(this.partner.key());
		assertThat(sums(key).text("/bill_sums/0/cloud_service_type_name")).isEqualTo("弹性云服务器");
		HubClient.As english = this.client.as(this.partner.key()).with("X-Language", "en_US");
		assertThat(sums(english).text("/bill_sums/0/cloud_service_type_name")).isEqualTo("Elastic Cloud Server");
		assertThat(records(key, "&service_type_code=named").text("/fee_records/0/service_type_name"))
			.isEqualTo("弹性云服务器");
		assertThat(records(english, "&service_type_code=named").text("/fee_records/0/service_type_name"))
			.isEqualTo("Elastic Cloud Server");
		assertThat(
				records(key, "&service_type_code=other").json().at("/fee_records/0/service_type_name").isMissingNode())
			.isTrue();
	}

	@Test
	void namesWhatIsWrongInTheVendorsWords() {
		HubClient.As key = this.client.as(this.partner.key());
		assertThat(key.get("/v2/bills/subcustomer-bills/res-fee-records?customer_id=" + this.customer)
			.refused(400, "CBC.0100")
			.text("/error_msg")).contains("/bill_cycle").doesNotContain("billCycle");
		assertThat(records(key, "&region_code=" + "r".repeat(65)).refused(400, "CBC.0100").text("/error_msg"))
			.contains("/region_code");
	}

	private static HubClient.Answer sums(HubClient.As key) {
		return key.get("/v2/bills/partner-bills/subcustomer-bills/monthly-sum?cycle=2026-03&charge_mode=3");
	}

	private HubClient.Answer records(HubClient.As key, String filter) {
		return key.get(
				"/v2/bills/subcustomer-bills/res-fee-records?bill_cycle=2026-03&customer_id=" + this.customer + filter);
	}

}
