package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.DisassociationRejected;
import io.partnerhub.contracts.CustomerEvent.DisassociationRequested;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchRejected;
import io.partnerhub.contracts.CustomerEvent.Outcome;
import io.partnerhub.contracts.CustomerEvent.TransferRejected;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class AnsweringInTimeTests extends RelationScenario {

	private static final Instant OVER = Instant.parse("2026-03-31T08:00:00Z");

	@Autowired
	private UnansweredRequests unanswered;

	private Partner partner;

	private UUID customer;

	private Caller he;

	@BeforeEach
	void associate() {
		this.unanswered.sweep();
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.he = self(this.customer);
		this.announced.next();
	}

	@Test
	@Tag("DIS-07")
	void takesAnAnswerUpToTheLastSecond() {
		Answer request = start(this.partner.admin(), ENDS, this.customer).expect(201);
		assertThat(request.text("/answerBy")).isEqualTo(OVER.toString());
		this.clock.set(OVER.minusSeconds(1));
		this.unanswered.sweep();
		consent(this.he, ENDS, request.text("/id")).expect(200);
	}

	@Test
	@Tag("DIS-07")
	void refusesALateAnswerEvenBeforeTheJobCameBy() {
		String id = start(this.partner.admin(), ENDS, this.customer).text("/id");
		this.announced.next();
		for (Instant late : List.of(OVER, OVER.plusSeconds(1))) {
			this.clock.set(late);
			assertThat(consent(this.he, ENDS, id).refused(409, "DISASSOCIATION_NOT_PENDING").text("/state"))
				.isEqualTo("CANCELLED");
			this.client.as(this.he).post(ENDS + "/" + id + "/refusal", "").refused(409, "DISASSOCIATION_NOT_PENDING");
			this.client.as(this.partner.admin())
				.post(ENDS + "/" + id + "/withdrawal", "")
				.refused(409, "DISASSOCIATION_NOT_PENDING");
		}
		Answer seen = look(this.he, ENDS, id);
		assertThat(seen.text("/state")).isEqualTo("CANCELLED");
		assertThat(seen.json().at("/allowedActions")).isEmpty();
		assertThat(this.client.as(this.he).get(ENDS + "?state=CANCELLED").json().at("/items")).hasSize(1);
		assertThat(this.client.as(this.he).get(ENDS + "?state=PENDING").json().at("/items")).isEmpty();
		assertThat(this.client.as(this.he).get("/api/v1/my/partner").json().at("/openRequest").isMissingNode())
			.isTrue();
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("DIS-07")
	void cancelsWhatIsLeftUnansweredOnce() {
		UUID id = UUID.fromString(start(this.partner.admin(), ENDS, this.customer).text("/id"));
		this.announced.next();
		this.clock.set(OVER.minusSeconds(1));
		this.unanswered.sweep();
		assertThat(this.announced.next()).isEmpty();
		this.clock.set(OVER);
		this.unanswered.sweep();
		this.unanswered.sweep();
		assertThat(this.announced.next()).containsExactly(new DisassociationRejected(this.partner.id(),
				this.partner.id(), this.customer, 1, id, Outcome.CANCELLED));
		assertThat(look(this.he, ENDS, id.toString()).text("/decidedAt")).isEqualTo(OVER.toString());
	}

	@Test
	@Tag("DIS-07")
	void cancelsAllKinds() {
		Partner distributor = distributor();
		UUID advised = customerOf(distributor, AssociationType.ADVISORY);
		UUID moved = customerOf(distributor, AssociationType.RESALE);
		start(distributor.admin(), SWITCHES, advised).expect(201);
		move(distributor.admin(), moved, resellerOf(distributor).id()).expect(201);
		this.announced.next();
		this.clock.set(OVER);
		this.unanswered.sweep();
		assertThat(this.announced.next()).hasSize(2)
			.hasAtLeastOneElementOfType(ModelSwitchRejected.class)
			.hasAtLeastOneElementOfType(TransferRejected.class);
	}

	@Test
	@Tag("DIS-03")
	@Tag("DIS-07")
	void countsWhatWasLeftUnanswered() {
		start(this.partner.admin(), ENDS, this.customer).expect(201);
		this.clock.set(OVER);
		this.unanswered.sweep();
		assertThat(start(this.partner.admin(), SWITCHES, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN")
			.text("/nextAllowedAt")).isEqualTo("2026-06-01T08:00:00Z");
	}

	@Test
	@Tag("DIS-07")
	void makesRoomForTheNextBeforeTheJobCameBy() {
		start(this.partner.admin(), ENDS, this.customer).expect(201);
		this.announced.next();
		this.clock.set(OVER);
		start(this.he, SWITCHES, this.customer).expect(201);
		assertThat(this.announced.next()).hasSize(2).hasAtLeastOneElementOfType(DisassociationRejected.class);
	}

	@Test
	@Tag("DIS-03")
	void countsDisassociationsAndSwitchesTogether() {
		String id = start(this.he, ENDS, this.customer).text("/id");
		this.client.as(this.he).post(ENDS + "/" + id + "/withdrawal", "").expect(200);
		assertThat(
				start(this.he, SWITCHES, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN").text("/nextAllowedAt"))
			.isEqualTo("2026-06-01T08:00:00Z");
		this.clock.set(Instant.parse("2026-06-01T07:59:59Z"));
		start(this.he, SWITCHES, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN");
		this.clock.advance(Duration.ofSeconds(1));
		start(this.he, SWITCHES, this.customer).expect(201);
	}

	@Test
	@Tag("DIS-03")
	void waitsOnlyToTheEndOfAShorterMonth() {
		this.clock.set(Instant.parse("2026-11-30T10:00:00Z"));
		String id = start(this.he, ENDS, this.customer).text("/id");
		this.client.as(this.he).post(ENDS + "/" + id + "/withdrawal", "").expect(200);
		this.clock.set(Instant.parse("2027-02-28T09:59:59Z"));
		assertThat(start(this.he, ENDS, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN").text("/nextAllowedAt"))
			.isEqualTo("2027-02-28T10:00:00Z");
		this.clock.advance(Duration.ofSeconds(1));
		start(this.he, ENDS, this.customer).expect(201);
	}

	@Test
	@Tag("DIS-03")
	void countsPerPair() {
		start(this.partner.admin(), ENDS, this.customer).expect(201);
		start(this.partner.admin(), ENDS, customerOf(this.partner, AssociationType.RESALE)).expect(201);
		assertThat(this.announced.next(DisassociationRequested.class)).hasSize(2);
	}

	@Test
	@Tag("DIS-04")
	void letsThePartnerWaitThreeMonthsAfterTheCustomer() {
		String id = start(this.he, SWITCHES, this.customer).text("/id");
		this.client.as(this.partner.admin())
			.post(SWITCHES + "/" + id + "/refusal", Map.of("reason", "No."))
			.expect(200);
		assertThat(start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN")
			.text("/nextAllowedAt")).isEqualTo("2026-06-01T08:00:00Z");
		this.clock.set(Instant.parse("2026-06-01T07:59:59Z"));
		start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN");
		this.clock.advance(Duration.ofSeconds(1));
		start(this.partner.admin(), ENDS, this.customer).expect(201);
	}

	@Test
	@Tag("DIS-08")
	void letsOnlyTheRequesterWithdrawAndOnlyWhilePending() {
		String id = start(this.he, SWITCHES, this.customer).text("/id");
		String path = SWITCHES + "/" + id + "/withdrawal";
		this.client.as(this.partner.admin()).post(path, "").refused(403, "REQUESTER_ONLY");
		this.client.as(this.he).post(path, "").expect(200);
		this.client.as(this.he).post(path, "").refused(409, "DISASSOCIATION_NOT_PENDING");
		assertThat(this.announced.next(ModelSwitchRejected.class)).singleElement()
			.extracting(ModelSwitchRejected::outcome)
			.isEqualTo(Outcome.CANCELLED);
	}

}
