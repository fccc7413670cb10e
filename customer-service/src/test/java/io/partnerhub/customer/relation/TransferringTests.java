package io.partnerhub.customer.relation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.CustomerEvent.TransferCompleted;
import io.partnerhub.contracts.CustomerEvent.TransferRejected;
import io.partnerhub.contracts.CustomerEvent.TransferRequested;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("DIS-14")
class TransferringTests extends RelationScenario {

	private Partner distributor;

	private Partner from;

	private Partner to;

	private UUID customer;

	private Caller he;

	@BeforeEach
	void associate() {
		this.distributor = distributor();
		this.from = resellerOf(this.distributor);
		this.to = resellerOf(this.distributor);
		String token = invite(this.from.manager(Ids.next()), AssociationType.RESALE);
		this.customer = UUID.fromString(accept(somebody(), token).expect(201).text("/customerId"));
		this.he = self(this.customer);
		this.announced.next();
	}

	@Test
	void movesTheCustomerWithHisConsent() {
		Answer asked = move(this.distributor.admin(), this.customer, this.to.id()).expect(201);
		UUID id = UUID.fromString(asked.text("/id"));
		assertThat(asked.json().at("/allowedActions").toString()).isEqualTo("[\"WITHDRAW\"]");
		assertThat(this.announced.next()).containsExactly(
				new TransferRequested(this.distributor.id(), this.from.id(), this.customer, 1, id, this.to.id()));
		assertThat(look(this.he, TRANSFERS, id.toString()).json().at("/allowedActions").toString())
			.isEqualTo("[\"CONSENT\",\"REFUSE\"]");
		consent(this.he, TRANSFERS, id.toString()).expect(200);
		String account = accountName(this.customer);
		assertThat(this.announced.next())
			.containsExactly(new CustomerTransferred(this.distributor.id(), this.to.id(), this.from.id(), this.customer,
					1, 2, AssociationType.RESALE, "云岭科技有限公司", account, id, this.clock.instant()));
		Link next = links(this.customer).getLast();
		assertThat(next.ownerPartnerId()).isEqualTo(this.to.id());
		assertThat(next.accountManagerId()).isNull();
		assertThat(links(this.customer).getFirst().endReason()).isEqualTo("TRANSFERRED");
		this.client.as(this.to.admin()).get("/api/v1/customers/" + this.customer).expect(200);
		this.client.as(this.from.admin()).get("/api/v1/customers/" + this.customer).refused(404, "NOT_FOUND");
	}

	@Test
	void isDoneWhenAllThreeHaveAnsweredForTheEndedLink() {
		String id = move(this.distributor.admin(), this.customer, this.to.id()).expect(201).text("/id");
		consent(this.he, TRANSFERS, id).expect(200);
		this.announced.next();
		this.hears.event(reclaimed(this.from, this.customer, 1));
		this.hears.event(closed(this.to, this.customer, 2));
		this.hears.event(returned(this.from, this.customer, 1, "3.00"));
		assertThat(this.announced.next()).isEmpty();
		this.hears.event(closed(this.from, this.customer, 1));
		assertThat(this.announced.next()).containsExactly(
				new TransferCompleted(this.distributor.id(), this.from.id(), this.customer, 1, UUID.fromString(id)));
		for (Caller side : List.of(this.distributor.admin(), this.from.admin(), this.he)) {
			Answer done = look(side, TRANSFERS, id).expect(200);
			assertThat(done.text("/state")).isEqualTo("DONE");
			assertThat(done.text("/toPartnerName")).isEqualTo(this.to.name());
			assertThat(done.json().at("/settlement/opportunitiesClosed").asInt()).isEqualTo(2);
			assertThat(this.client.as(side).get(TRANSFERS + "?state=DONE").json().at("/items")).hasSize(1);
		}
		look(this.to.admin(), TRANSFERS, id).refused(404, "NOT_FOUND");
		look(partner().admin(), TRANSFERS, id).refused(404, "NOT_FOUND");
	}

	@Test
	void takesAndGivesTheDistributorsOwnCustomers() {
		UUID own = customerOf(this.distributor, AssociationType.ADVISORY);
		String id = move(this.distributor.admin(), own, this.to.id()).expect(201).text("/id");
		consent(self(own), TRANSFERS, id).expect(200);
		assertThat(links(own).getLast().ownerPartnerId()).isEqualTo(this.to.id());
		id = move(this.distributor.admin(), own, this.distributor.id()).expect(201).text("/id");
		consent(self(own), TRANSFERS, id).expect(200);
		assertThat(links(own)).extracting(Link::ownerPartnerId)
			.containsExactly(this.distributor.id(), this.to.id(), this.distributor.id());
		assertThat(links(own)).extracting(Link::associationType).containsOnly("ADVISORY");
	}

	@Test
	void isTheDistributorsAdministratorsAlone() {
		move(this.distributor.operator(), this.customer, this.to.id()).refused(403, "ADMIN_ONLY");
		move(this.from.admin(), this.customer, this.to.id()).refused(403, "ACCESS_DENIED");
		move(partner().admin(), this.customer, this.to.id()).refused(403, "ACCESS_DENIED");
		move(this.he, this.customer, this.to.id()).refused(403, "ACCESS_DENIED");
		move(distributor().admin(), this.customer, this.to.id()).refused(404, "NOT_FOUND");
		String id = move(this.distributor.admin(), this.customer, this.to.id()).expect(201).text("/id");
		consent(this.distributor.admin(), TRANSFERS, id).refused(403, "OTHER_SIDE_ONLY");
		consent(this.from.admin(), TRANSFERS, id).refused(403, "OTHER_SIDE_ONLY");
		consent(this.to.admin(), TRANSFERS, id).refused(404, "NOT_FOUND");
		String withdrawal = TRANSFERS + "/" + id + "/withdrawal";
		this.client.as(this.from.admin()).post(withdrawal, "").refused(403, "REQUESTER_ONLY");
		assertThat(look(this.from.admin(), TRANSFERS, id).json().at("/allowedActions")).isEmpty();
		this.client.as(this.distributor.admin()).post(withdrawal, "").expect(200);
		assertThat(this.announced.next(TransferRejected.class)).hasSize(1);
	}

	@Test
	void staysInsideTheTenant() {
		Partner stranger = resellerOf(distributor());
		move(this.distributor.admin(), this.customer, stranger.id()).refused(404, "NOT_FOUND");
		move(this.distributor.admin(), this.customer, Ids.next()).refused(404, "NOT_FOUND");
		move(this.distributor.admin(), this.customer, this.from.id()).refused(409, "TRANSFER_SAME_PARTNER");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void isTheOnlyWayToAnotherReseller() {
		for (AssociationType type : AssociationType.values()) {
			String token = invite(this.to.admin(), type);
			accept(this.he, token).refused(409, "ASSOCIATION_CHECK_FAILED");
		}
		assertThat(links(this.customer)).singleElement().extracting(Link::ownerPartnerId).isEqualTo(this.from.id());
	}

	@Test
	void checksBothPartnersAndTheAccount() {
		this.hears.event(this.to.became(PartnerStatus.FROZEN));
		vendorTells(this.customer, Map.of("RESERVED_INSTANCE", true));
		String path = "/api/v1/customers/" + this.customer + "/transfer-checks?toPartnerId=" + this.to.id();
		Answer checks = this.client.as(this.distributor.admin()).get(path).expect(200);
		assertThat(state(checks, "PARTNER_FROZEN")).isEqualTo("FAILED");
		Answer refused = move(this.distributor.admin(), this.customer, this.to.id()).refused(409,
				"DISASSOCIATION_CHECK_FAILED");
		assertThat(refused.json().at("/checks")).hasSize(2);
		this.hears.event(this.to.became(PartnerStatus.NORMAL));
		allow(this.to, null, List.of(AssociationType.ADVISORY));
		assertThat(state(
				move(this.distributor.admin(), this.customer, this.to.id()).refused(409, "DISASSOCIATION_CHECK_FAILED"),
				"ASSOCIATION_TYPE_NOT_ALLOWED"))
			.isEqualTo("FAILED");
	}

	@Test
	@Tag("DIS-03")
	void isNotCounted() {
		for (int i = 0; i < 3; i++) {
			String id = move(this.distributor.admin(), this.customer, this.to.id()).expect(201).text("/id");
			this.client.as(this.he).post(TRANSFERS + "/" + id + "/refusal", "").expect(200);
		}
		start(this.from.admin(), ENDS, this.customer).expect(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{}", """
			{"customerId":"x","toPartnerId":"y","reason":"r","understood":true}""", """
			{"customerId":"00000000-0000-7000-8000-000000000000","reason":"r","understood":true}""" })
	void refusesBadInput(String body) {
		this.client.as(this.distributor.admin()).post(TRANSFERS, body).expect(400);
		this.client.as(this.distributor.admin())
			.get("/api/v1/customers/" + this.customer + "/transfer-checks")
			.expect(400);
	}

	@RepeatedTest(3)
	void letsOneOfTwoAnswersWin() throws Exception {
		String id = move(this.distributor.admin(), this.customer, this.to.id()).expect(201).text("/id");
		this.announced.next();
		List<Callable<Answer>> answers = List.of(() -> consent(this.he, TRANSFERS, id),
				() -> consent(this.he, TRANSFERS, id),
				() -> this.client.as(this.he).post(TRANSFERS + "/" + id + "/refusal", ""),
				() -> this.client.as(this.distributor.admin()).post(TRANSFERS + "/" + id + "/withdrawal", ""));
		List<Answer> given = atOnce(answers);
		assertThat(given).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(given).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> answer.refused(409, "DISASSOCIATION_NOT_PENDING"));
		assertThat(this.announced.next()).hasSize(1);
	}

}
