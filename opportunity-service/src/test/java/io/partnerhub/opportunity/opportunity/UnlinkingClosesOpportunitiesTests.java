package io.partnerhub.opportunity.opportunity;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityClosed;
import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.OpportunityTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OpportunityTest
@Tag("OPP-17")
class UnlinkingClosesOpportunitiesTests {

	private static final String PATH = "/api/v1/opportunities";

	private final Hears hears;

	private final Announced announced;

	private final HubClient.As administrator;

	private final UUID partner = Ids.next();

	private final UUID customer = Ids.next();

	UnlinkingClosesOpportunitiesTests(HubClient client, Hears hears, Announced announced) {
		this.hears = hears;
		this.announced = announced;
		this.administrator = client.as(A.administrator(this.partner));
	}

	@BeforeEach
	void linkCustomer() {
		this.hears.event(A.link(this.partner, this.customer, 1, null));
		this.announced.next();
	}

	@Test
	void closesAllOpenOnesAndAnswersWithTheirNumber() {
		UUID first = register("One");
		UUID second = register("Two");
		UUID closedBefore = register("Three");
		this.administrator.post(PATH + "/" + closedBefore + "/closure", "{\"reason\":\"lost interest\"}").expect(200);
		this.announced.next();

		this.hears.event(A.end(this.partner, this.customer, 1));

		assertThat(state(first)).isEqualTo("CLOSED CUSTOMER_DISASSOCIATED");
		assertThat(state(closedBefore)).isEqualTo("CLOSED lost interest");
		assertThat(this.announced.next()).containsExactlyInAnyOrder(closed(first), closed(second), answer(1, 2));
	}

	@Test
	void changesNothingWhenToldTwice() {
		UUID id = register("One");
		this.announced.next();
		CustomerDisassociated end = A.end(this.partner, this.customer, 1);
		UUID eventId = Ids.next();
		this.hears.event(end, eventId);
		assertThat(this.announced.next()).containsExactly(closed(id), answer(1, 1));

		this.hears.event(end, eventId);
		this.hears.event(end);

		assertThat(this.announced.next()).isEmpty();
		assertThat(this.administrator.get(PATH + "/" + id).header("ETag")).isEqualTo("\"2\"");
	}

	@Test
	void answersForACustomerNeverHeardOf() {
		UUID unknown = Ids.next();
		this.hears.event(A.end(this.partner, unknown, 1));
		this.hears.event(A.end(this.partner, unknown, 1));
		assertThat(this.announced.next())
			.containsExactly(new CustomerOpportunitiesClosed(this.partner, this.partner, unknown, 1, 0));
	}

	@Test
	void leavesTheCustomersOfOthersAlone() {
		UUID id = register("One");
		this.hears.event(A.end(this.partner, Ids.next(), 1));
		assertThat(state(id)).isEqualTo("OPEN ");
	}

	@Test
	@Tag("OPP-01")
	void refusesToRegisterAfterTheEnd() {
		this.hears.event(A.end(this.partner, this.customer, 1));
		this.administrator.post(PATH, A.registration(this.customer)).refused(409, "CUSTOMER_NOT_ASSOCIATED");
	}

	@Test
	@Tag("OPP-01")
	void ignoresTheEndOfAnEarlierLink() {
		this.hears.event(A.end(this.partner, this.customer, 1));
		this.hears.event(A.link(this.partner, this.customer, 2, null));
		UUID id = register("Again");
		this.announced.next();

		this.hears.event(A.end(this.partner, this.customer, 1));
		this.hears.event(A.link(this.partner, this.customer, 1, null));

		assertThat(state(id)).isEqualTo("OPEN ");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void answersTheEndOfALinkThatAnotherReplacedMeanwhile() {
		UUID id = register("Before");
		this.hears.event(A.link(this.partner, this.customer, 2, null));
		UUID later = register("After");
		this.announced.next();
		this.hears.event(A.end(this.partner, this.customer, 1));
		assertThat(this.announced.next()).containsExactly(closed(id), answer(1, 1));
		assertThat(state(later)).isEqualTo("OPEN ");
	}

	@Test
	@Tag("OPP-01")
	void keepsTheHistoryWithTheOldPartnerWhenTheCustomerMoves() {
		UUID id = register("One");
		this.hears.event(A.end(this.partner, this.customer, 1));
		this.hears.event(A.link(Ids.next(), this.customer, 2, null));
		assertThat(state(id)).isEqualTo("CLOSED CUSTOMER_DISASSOCIATED");
		this.administrator.post(PATH, A.registration(this.customer)).refused(404, "NOT_FOUND");
	}

	private UUID register(String name) {
		return UUID.fromString(
				this.administrator.post(PATH, A.registration(this.customer, "name", name)).expect(201).text("/id"));
	}

	private String state(UUID id) {
		Answer answer = this.administrator.get(PATH + "/" + id).expect(200);
		return answer.text("/state") + " " + answer.text("/closeReason");
	}

	private Event closed(UUID id) {
		return new OpportunityClosed(this.partner, this.partner, this.customer, id, "CUSTOMER_DISASSOCIATED");
	}

	private Event answer(int epoch, long count) {
		return new CustomerOpportunitiesClosed(this.partner, this.partner, this.customer, epoch, count);
	}

}
