package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.attribution.AttributionRules.PerformanceStart;
import io.partnerhub.billing.consumption.Feed;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the policy says so, the day of an assignment is nobody's performance. */
@BillingTest
class StartingPerformanceNextDayTests {

	private static final Instant ASSIGNED = Instant.parse("2026-03-02T04:00:00Z");

	private static final Instant MIDNIGHT = Instant.parse("2026-03-02T16:00:00Z");

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Feed feed;

	private final Attributions nextDay;

	private final Job lateAttribution;

	private final TransactionTemplate transaction;

	private final UUID one = Ids.next();

	private final UUID other = Ids.next();

	private Partner partner;

	private UUID customer;

	StartingPerformanceNextDayTests(HubClient client, Given given, Books books, AttributionStore store,
			MemberStore members, HistoryStore histories, @Qualifier("lateAttribution") Job lateAttribution,
			PlatformTransactionManager transactions) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.feed = new Feed(client);
		this.nextDay = new Attributions(store, members, histories, new AttributionSettings(PerformanceStart.NEXT_DAY));
		this.lateAttribution = lateAttribution;
		this.transaction = new TransactionTemplate(transactions);
	}

	@BeforeEach
	void associated() {
		this.partner = this.given.distributor();
		this.customer = this.given.resaleCustomer(this.partner);
	}

	@Test
	@Tag("PER-04")
	@Tag("ASG-08")
	void countsForTheManagerFromTheDayAfterHisAssignment() {
		assigned(this.one, ASSIGNED);
		consumed(ASSIGNED, "1.00");
		consumed(MIDNIGHT.minusSeconds(1), "2.00");
		consumed(MIDNIGHT, "4.00");
		assertThat(performance(this.one) + " " + performance("")).isEqualTo("4.00 3.00");
		assertThat(consumption(this.one)).as("what he sees begins at once").isEqualTo("7.00");
	}

	@Test
	@Tag("PER-04")
	@Tag("I-29")
	void countsSoAlsoWhereNewsOfTheAssignmentComeLate() {
		assigned(this.one, ASSIGNED.minusSeconds(86400));
		consumed(ASSIGNED.minusSeconds(1), "1.00");
		consumed(ASSIGNED, "2.00");
		consumed(MIDNIGHT, "4.00");
		consumed(ASSIGNED.plusSeconds(86401), "8.00");
		assigned(this.other, ASSIGNED);
		follow();
		assertThat(performance(this.one) + " " + performance("") + " " + performance(this.other))
			.isEqualTo("1.00 2.00 12.00");
		assigned(this.other, ASSIGNED.plusSeconds(86400));
		follow();
		assertThat(performance("") + " " + performance(this.other)).as("the same manager again")
			.isEqualTo("10.00 4.00");
		assertThat(consumption(this.other)).isEqualTo("14.00");
	}

	private void assigned(UUID manager, Instant at) {
		this.transaction
			.executeWithoutResult((status) -> this.nextDay.assigned(new CustomerAssigned(this.partner.tenant(),
					this.partner.id(), this.customer, 1, manager, AssignmentSource.MANUAL, at)));
	}

	private void follow() {
		while (this.books.number("select count(*) from attribution_change") > 0) {
			this.transaction.executeWithoutResult((status) -> this.lateAttribution.work().run());
		}
	}

	private void consumed(Instant at, String cash) {
		this.feed.tells(Feed.record(Ids.next().toString(), this.customer, at, cash));
	}

	private String performance(Object manager) {
		return amount(this.client.as(this.partner.admin()).get("/api/v1/performance?period=2026-03").expect(200).json(),
				"/shares", "/accountManagerId", manager, "/amount/amount");
	}

	private String consumption(Object manager) {
		return amount(this.client.as(this.partner.admin())
			.get("/api/v1/consumption/summary?by=ACCOUNT_MANAGER&cycle=2026-03")
			.expect(200)
			.json(), "/parts", "/key", manager, "/sums/payable/amount");
	}

	private static String amount(JsonNode found, String list, String key, Object manager, String amount) {
		return found.at(list)
			.valueStream()
			.filter((each) -> each.at(key).asString("").equals(manager.toString()))
			.map((each) -> each.at(amount).asString())
			.findAny()
			.orElse("");
	}

}
