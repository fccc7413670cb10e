package io.partnerhub.opportunity.opportunity;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.OpportunityEvent.OpportunityClosed;
import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.OpportunityTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OpportunityTest
@Tag("OPP-20")
class ClosingOpportunitiesTests {

	private static final Map<String, String> REASON = Map.of("reason", "Project postponed");

	private final HubClient client;

	private final Hears hears;

	private final Announced announced;

	private final UUID partner = Ids.next();

	private final UUID customer = Ids.next();

	private final UUID manager = Ids.next();

	private String opportunity;

	ClosingOpportunitiesTests(HubClient client, Hears hears, Announced announced) {
		this.client = client;
		this.hears = hears;
		this.announced = announced;
	}

	@BeforeEach
	void register() {
		this.hears.event(A.link(this.partner, this.customer, 1, this.manager));
		this.opportunity = "/api/v1/opportunities/" + this.client.as(A.administrator(this.partner))
			.post("/api/v1/opportunities", A.registration(this.customer))
			.expect(201)
			.text("/id");
		this.announced.next();
	}

	@Test
	void closesForItsAccountManagerAndAnnouncesIt() {
		Answer answer = close(A.manager(this.partner, this.manager)).expect(200);
		assertThat(answer.text("/state")).isEqualTo("CLOSED");
		assertThat(answer.text("/closeReason")).isEqualTo("Project postponed");
		assertThat(answer.header("ETag")).isEqualTo("\"2\"");
		assertThat(answer.json().at("/allowedActions")).isEmpty();
		assertThat(this.announced.next()).containsExactly(new OpportunityClosed(this.partner, this.partner,
				this.customer, UUID.fromString(answer.text("/id")), "Project postponed"));
	}

	@Test
	void closesForAnAdministratorButOnlyOnce() {
		close(A.administrator(this.partner)).expect(200);
		close(A.administrator(this.partner)).refused(409, "OPPORTUNITY_CLOSED");
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	void refusesOthersOfThePartner() {
		close(A.manager(this.partner, Ids.next())).refused(403, "OPPORTUNITY_CUSTOMER_NOT_OWNED");
		close(A.supervisor(this.partner, Ids.next())).refused(403, "OPPORTUNITY_SUPERVISOR_READ_ONLY");
		close(A.onlooker(this.partner)).refused(403, "ACCESS_DENIED");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void isUnknownToOtherPartners() {
		close(A.administrator(Ids.next())).refused(404, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"reason\":\"\"}", "{\"reason\":\" \"}", "{\"reason\":null}",
			"{\"reason\":\"x\",\"state\":\"WON\"}" })
	void requiresAReasonAndNothingElse(String body) {
		this.client.as(A.administrator(this.partner))
			.post(this.opportunity + "/closure", body)
			.refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("OPP-18")
	void leavesRoomForATwin() {
		close(A.administrator(this.partner)).expect(200);
		Answer again = this.client.as(A.administrator(this.partner))
			.post("/api/v1/opportunities", A.registration(this.customer))
			.expect(201);
		assertThat(again.json().at("/warnings")).isEmpty();
	}

	private Answer close(Caller caller) {
		return this.client.as(caller).post(this.opportunity + "/closure", REASON);
	}

}
