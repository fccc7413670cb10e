package io.partnerhub.billing.consumption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Batches of records count once, for the cent, whatever comes again. */
@BillingTest
class RecordingConsumptionTests {

	private static final Instant AT = MovableClock.START.plus(Duration.ofHours(1));

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	private final Feed feed;

	private Partner partner;

	private UUID customer;

	RecordingConsumptionTests(HubClient client, Given given, Books books, Announced announced) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.announced = announced;
		this.feed = new Feed(client);
	}

	@BeforeEach
	void consumes() {
		this.partner = this.given.distributor();
		this.customer = this.given.resaleCustomer(this.partner);
	}

	@Test
	@Tag("CON-01")
	void countsARecordOnceHoweverOftenItIsTold() {
		Map<String, Object> record = Feed.record(id(), this.customer, AT, "12.345678901234");
		assertThat(this.feed.tells(record).text("/posted")).isEqualTo("1");
		this.announced.next();
		assertThat(this.feed.tells(record, record).text("/repeated")).isEqualTo("2");
		assertThat(this.announced.next()).isEmpty();
		assertThat(month().text("/totals/0/payable/amount")).isEqualTo("12.35");
		assertThat(records().text("/items/0/amounts/cash")).isEqualTo("12.345678901234");
	}

	@Test
	void refusesARecordThatIsToldOtherwise() {
		Map<String, Object> record = Feed.record(id(), this.customer, AT, "1.00");
		this.feed.tells(record);
		HubClient.Answer answer = this.feed
			.tells(Feed.with(record, "amounts", Map.of("official", "2.00", "cash", "2.00")));
		assertThat(answer.text("/refused/0/code") + " " + answer.text("/repeated")).isEqualTo("RECORD_CONTRADICTS 0");
		assertThat(month().text("/totals/0/payable/amount")).isEqualTo("1.00");
	}

	@Test
	void roundsTheSumAndNotEachRecord() {
		this.feed
			.tells(IntStream.range(0, 7).mapToObj((number) -> Feed.record(id(), this.customer, AT, "0.004")).toList());
		assertThat(month().text("/totals/0/payable/amount")).isEqualTo("0.03");
		this.feed.tells(Feed.record(id(), this.customer, AT, "0.007"));
		assertThat(month().text("/totals/0/payable/amount")).as("half to even: 0.035").isEqualTo("0.04");
		this.feed.tells(Feed.record(id(), this.customer, AT, "0.01"));
		assertThat(month().text("/totals/0/payable/amount")).as("half to even: 0.045").isEqualTo("0.04");
	}

	@Test
	@Tag("PER-06")
	void leavesOutWhoNobodyHadThen() {
		Map<String, Object> early = Feed.record(id(), this.customer, MovableClock.START.minusSeconds(1), "1.00");
		Map<String, Object> unknown = Feed.record(id(), Ids.next(), AT, "1.00");
		Map<String, Object> good = Feed.record(id(), this.customer, AT, "1.00");
		HubClient.Answer answer = this.feed.tells(early, unknown, good);
		assertThat(answer.text("/posted")).isEqualTo("1");
		assertThat(answer.text("/refused/0/id") + answer.text("/refused/0/code"))
			.isEqualTo(early.get("id") + "NOT_ASSOCIATED");
		assertThat(answer.text("/refused/1/code")).isEqualTo("UNKNOWN_SUB_ACCOUNT");
	}

	@Test
	void announcesWhatAPartnersMonthGrewBy() {
		this.announced.next();
		this.feed.tells(Feed.record(id(), this.customer, AT, "1.25"), Feed.record(id(), this.customer, AT, "1.25"));
		ConsumptionPosted posted = this.announced.next(ConsumptionPosted.class).getFirst();
		assertThat(posted.ownerPartnerId()).isEqualTo(this.partner.id());
		assertThat(posted.records()).isEqualTo(2);
		assertThat(posted.cycle() + " " + posted.payable().amount()).isEqualTo("2026-03 2.50");
	}

	@Test
	@Tag("CON-06")
	void takesAThousandRecordsAtATime() {
		List<Map<String, Object>> records = IntStream.range(0, 1001)
			.mapToObj((number) -> Feed.record(id(), this.customer, AT, "0.01"))
			.toList();
		assertThat(this.feed.tells(records.subList(0, 1000)).text("/posted")).isEqualTo("1000");
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/consumption", Map.of("records", records))
			.refused(400, "INVALID_REQUEST");
		Map<String, Object> wrong = Feed.with(records.getLast(), "currency", "XXX");
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/consumption", Map.of("records", List.of(wrong)))
			.refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("PER-03")
	void refusesWhatCannotBeBookedAndARefundThatAdds() {
		Map<String, Object> record = Feed.record(id(), this.customer, AT, "1.00");
		for (Map<String, Object> wrong : List.of(Feed.with(record, "billType", "REFUND"),
				Feed.with(record, "billType", "WRITE_OFF"),
				Feed.with(record, "amounts", Map.of("official", "1", "cash", "1234567890123")))) {
			this.client.as(Given.VENDOR)
				.post("/api/v1/vendor/consumption", Map.of("records", List.of(wrong)))
				.refused(400, "INVALID_REQUEST");
		}
		assertThat(month().text("/totals/0/payable/amount")).isEmpty();
	}

	@Test
	@Tag("CON-01")
	void takesNoMonthBeyondTheNext() {
		Map<String, Object> next = Feed.with(Feed.record(id(), this.customer, AT, "1.00"), "cycle", "2026-04");
		Map<String, Object> later = Feed.with(Feed.record(id(), this.customer, AT, "1.00"), "cycle", "2026-05");
		Map<String, Object> traded = Feed.record(id(), this.customer, Instant.parse("2026-04-30T16:00:00Z"), "1.00");
		assertThat(this.feed.tells(next).text("/posted")).isEqualTo("1");
		for (Map<String, Object> wrong : List.of(later, traded)) {
			this.client.as(Given.VENDOR)
				.post("/api/v1/vendor/consumption", Map.of("records", List.of(wrong)))
				.refused(400, "CYCLE_OUT_OF_RANGE");
		}
		assertThat(this.books
			.number("select count(*) from consumption_record where customer_id = '" + this.customer + "'")).isOne();
	}

	@Test
	void keepsSumsThatAgreeWithTheDetail() {
		this.feed.tells(Feed.record(id(), this.customer, AT, "1.005"), Feed.record(id(), this.customer, AT, "-0.33"));
		this.feed.tells(Feed.record(id(), this.customer, AT, "2.005"));
		assertThat(this.books.number("""
				select count(*)
				from (select owner_partner_id, cycle, sum(payable_amount) as exact
				      from consumption_record group by 1, 2) r
				full join (select owner_partner_id, cycle, sum(payable) as exact
				           from consumption_summary group by 1, 2) s using (owner_partner_id, cycle)
				where r.exact is distinct from s.exact
				""")).isZero();
	}

	private HubClient.Answer month() {
		return this.client.as(this.partner.admin()).get("/api/v1/consumption/summary?cycle=2026-03").expect(200);
	}

	private HubClient.Answer records() {
		return this.client.as(this.partner.admin()).get("/api/v1/consumption/records?cycle=2026-03").expect(200);
	}

	private static String id() {
		return Ids.next().toString();
	}

}
