package io.partnerhub.customer.relation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchCompleted;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchRequested;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SwitchingTests extends RelationScenario {

	@Autowired
	private TransactionTemplate transactions;

	@ParameterizedTest
	@Tag("DIS-06")
	@EnumSource(AssociationType.class)
	void endsOneLinkAndBeginsTheNextWithTheConsent(AssociationType from) {
		AssociationType to = other(from);
		Partner partner = partner();
		UUID customer = customerOf(partner, from);
		this.announced.next();
		Answer asked = start(partner.admin(), SWITCHES, customer).expect(201);
		UUID id = UUID.fromString(asked.text("/id"));
		assertThat(asked.text("/associationType") + asked.text("/toType")).isEqualTo(from.name() + to.name());
		assertThat(this.announced.next()).containsExactly(
				new ModelSwitchRequested(partner.id(), partner.id(), customer, 1, id, Side.PARTNER, from, to));
		this.clock.advance(Duration.ofDays(1));
		Answer agreed = consent(self(customer), SWITCHES, id.toString()).expect(200);
		assertThat(agreed.text("/state")).isEqualTo("EXECUTING");
		String account = accountName(customer);
		assertThat(this.announced.next()).containsExactly(new CustomerModelSwitched(partner.id(), partner.id(),
				customer, 1, 2, from, to, account, account, null, id, this.clock.instant()));
		Answer mine = this.client.as(self(customer)).get("/api/v1/my/partner").expect(200);
		assertThat(mine.text("/associationType")).isEqualTo(to.name());
		assertThat(mine.json().at("/epoch").asInt()).isEqualTo(2);
	}

	@Test
	@Tag("I-27")
	@Tag("DIS-06")
	void leavesNeitherAGapNorAnOverlap() {
		Partner partner = partner();
		UUID manager = Ids.next();
		String token = invite(partner.manager(manager), AssociationType.ADVISORY);
		Caller somebody = somebody();
		UUID customer = UUID.fromString(accept(somebody, token).expect(201).text("/customerId"));
		String id = start(partner.admin(), SWITCHES, customer).expect(201).text("/id");
		this.clock.advance(Duration.ofDays(2));
		consent(self(customer), SWITCHES, id).expect(200);
		List<Link> links = links(customer);
		assertThat(links).hasSize(2);
		assertThat(links.getFirst().endedAt()).isEqualTo(links.getLast().associatedAt());
		assertThat(links.getFirst().endReason()).isEqualTo("SWITCHED");
		assertThat(links.getLast().endedAt()).isNull();
		assertThat(links.getLast().accountManagerId()).isEqualTo(manager);
		assertThat(links.getLast().ownerPartnerId()).isEqualTo(partner.id());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				update association set associated_at = associated_at - interval '1 second'
				where customer_id = :customer and epoch = 2
				""").param("customer", customer).update()).withMessageContaining("association_never_two");
	}

	@ParameterizedTest
	@Tag("DIS-10")
	@Tag("DIS-11")
	@EnumSource(AssociationType.class)
	void isDoneWhenCouponAndBillingHaveAnsweredForTheEndedLink(AssociationType from) {
		Partner partner = partner();
		UUID customer = customerOf(partner, from);
		String id = start(self(customer), SWITCHES, customer).expect(201).text("/id");
		Answer agreed = consent(partner.admin(), SWITCHES, id).expect(200);
		assertThat(agreed.json().at("/steps").valueStream().map((step) -> step.at("/step").asString()))
			.containsExactly("BILLING", "COUPON");
		this.announced.next();
		this.hears.event(returned(partner, customer, 2, null));
		this.hears.event(reclaimed(partner, customer, 2));
		this.hears.event(closed(partner, customer, 1));
		this.hears.event(reclaimed(partner, customer, 1));
		assertThat(this.announced.next()).isEmpty();
		this.hears.event(returned(partner, customer, 1, "7.00"));
		assertThat(this.announced.next())
			.containsExactly(new ModelSwitchCompleted(partner.id(), partner.id(), customer, 1, UUID.fromString(id)));
		Answer done = look(self(customer), SWITCHES, id);
		assertThat(done.text("/state")).isEqualTo("DONE");
		assertThat(done.text("/settlement/voucherAmount/amount")).isEqualTo("100.00");
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("500.00");
		assertThat(done.json().at("/settlement/opportunitiesClosed").isMissingNode()).isTrue();
		assertThat(this.client.as(self(customer)).get("/api/v1/my/partner").text("/associationType"))
			.isEqualTo(other(from).name());
	}

	@Test
	@Tag("DIS-06")
	void runsTheResaleChecksTowardsResale() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.ADVISORY);
		vendorTells(customer, Map.of("STORED_VALUE_CARD", true, "CREDIT_ACCOUNT", true));
		Answer checks = this.client.as(partner.admin())
			.get("/api/v1/customers/" + customer + "/model-switch-checks")
			.expect(200);
		assertThat(state(checks, "STORED_VALUE_CARD")).isEqualTo("FAILED");
		assertThat(state(checks, "IS_CREDIT_ACCOUNT")).isEqualTo("FAILED");
		assertThat(checks.json().at("/startable").asBoolean()).isFalse();
		Answer refused = start(partner.admin(), SWITCHES, customer).refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(refused.json().at("/checks")).hasSize(2);
		start(partner.admin(), ENDS, customer).expect(201);
	}

	@Test
	@Tag("DIS-06")
	void needsAPartnerWhoMayOfferTheOtherModel() {
		Partner partner = partner();
		UUID advised = customerOf(partner, AssociationType.ADVISORY);
		UUID resold = customerOf(partner, AssociationType.RESALE);
		allow(partner, null, List.of(AssociationType.RESALE));
		assertThat(state(start(partner.admin(), SWITCHES, resold).refused(409, "DISASSOCIATION_CHECK_FAILED"),
				"ASSOCIATION_TYPE_NOT_ALLOWED"))
			.isEqualTo("FAILED");
		String id = start(partner.admin(), SWITCHES, advised).expect(201).text("/id");
		this.hears.event(partner.became(PartnerStatus.FROZEN));
		assertThat(state(consent(self(advised), SWITCHES, id).refused(409, "DISASSOCIATION_CHECK_FAILED"),
				"PARTNER_FROZEN"))
			.isEqualTo("FAILED");
	}

	@Test
	@Tag("DIS-06")
	void servesAResellersCustomersAlike() {
		Partner distributor = distributor();
		Partner reseller = resellerOf(distributor);
		String token = invite(reseller.admin(), AssociationType.RESALE);
		UUID customer = UUID.fromString(accept(somebody(), token).expect(201).text("/customerId"));
		start(distributor.admin(), SWITCHES, customer).refused(404, "NOT_FOUND");
		String id = start(reseller.admin(), SWITCHES, customer).expect(201).text("/id");
		this.announced.next();
		consent(self(customer), SWITCHES, id).expect(200);
		assertThat(this.announced.next(CustomerModelSwitched.class)).singleElement()
			.satisfies((event) -> assertThat(event.ownerPartnerId()).isEqualTo(reseller.id()))
			.satisfies((event) -> assertThat(event.partnerId()).isEqualTo(distributor.id()));
	}

	@Test
	@Tag("DIS-01")
	void isForAdministratorsAndTheCustomerHimself() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		start(partner.operator(), SWITCHES, customer).refused(403, "ADMIN_ONLY");
		start(partner().admin(), SWITCHES, customer).refused(404, "NOT_FOUND");
		String id = start(partner.admin(), SWITCHES, customer).expect(201).text("/id");
		consent(partner.admin(), SWITCHES, id).refused(403, "OTHER_SIDE_ONLY");
		consent(partner.operator(), SWITCHES, id).refused(403, "ADMIN_ONLY");
		consent(partner().admin(), SWITCHES, id).refused(404, "NOT_FOUND");
		consent(self(customer), ENDS, id).refused(404, "NOT_FOUND");
		look(self(customer), ENDS, id).refused(404, "NOT_FOUND");
		assertThat(this.client.as(self(customer)).get(ENDS).json().at("/items")).isEmpty();
		assertThat(this.client.as(self(customer)).get(SWITCHES).json().at("/items")).hasSize(1);
	}

	@Test
	void knowsOneOpenRequestOfAnyKind() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		String id = start(partner.admin(), SWITCHES, customer).expect(201).text("/id");
		Answer refused = start(self(customer), ENDS, customer).refused(409, "DISASSOCIATION_PENDING");
		assertThat(refused.text("/disassociationId") + refused.text("/kind")).isEqualTo(id + "MODEL_SWITCH");
		Answer mine = this.client.as(self(customer)).get("/api/v1/my/partner");
		assertThat(mine.text("/openRequest/kind")).isEqualTo("MODEL_SWITCH");
		assertThat(mine.json().at("/openDisassociation").isMissingNode()).isTrue();
	}

	@Test
	void refusesTheModelHeHas() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		this.client.as(partner.admin())
			.post(SWITCHES,
					Map.of("customerId", customer, "reason", "r", "understood", true, "toType", AssociationType.RESALE))
			.refused(409, "MODEL_SWITCH_SAME_TYPE");
		this.client.as(partner.admin())
			.post(SWITCHES,
					Map.of("customerId", customer, "reason", "r", "understood", true, "toType",
							AssociationType.ADVISORY))
			.expect(201);
	}

	@ParameterizedTest
	@Tag("DIS-02")
	@ValueSource(strings = { "{", "{}", """
			{"reason":"","understood":true}""", """
			{"reason":"r","understood":false}""", """
			{"reason":"r"}""", """
			{"reason":"r","understood":true,"toType":"BOTH"}""", """
			{"reason":"r","understood":true,"force":true}""" })
	void refusesBadInput(String body) {
		UUID customer = customerOf(partner(), AssociationType.RESALE);
		this.announced.next();
		this.client.as(self(customer)).post(SWITCHES, body).expect(400);
		assertThat(this.announced.next()).isEmpty();
	}

	@RepeatedTest(3)
	@Tag("DIS-06")
	void letsOneOfTwoAnswersWin() throws Exception {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		String id = start(partner.admin(), SWITCHES, customer).expect(201).text("/id");
		this.announced.next();
		List<Callable<Answer>> answers = List.of(() -> consent(self(customer), SWITCHES, id),
				() -> consent(self(customer), SWITCHES, id),
				() -> this.client.as(self(customer)).post(SWITCHES + "/" + id + "/refusal", ""),
				() -> this.client.as(partner.admin()).post(SWITCHES + "/" + id + "/withdrawal", ""));
		List<Answer> given = atOnce(answers);
		assertThat(given).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(given).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> assertThat(answer.refused(409, "DISASSOCIATION_NOT_PENDING").text("/state"))
				.isIn("EXECUTING", "REJECTED", "CANCELLED"));
		assertThat(this.announced.next()).hasSize(1);
	}

	@RepeatedTest(3)
	@Tag("I-27")
	void meetsAnAcceptanceWithoutTwoLinks() throws Exception {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		String id = start(partner.admin(), ENDS, customer).expect(201).text("/id");
		String token = invite(partner().admin(), AssociationType.ADVISORY);
		List<Answer> given = atOnce(
				List.of(() -> consent(self(customer), ENDS, id), () -> accept(self(customer), token)));
		assertThat(given.getFirst().status()).isEqualTo(200);
		assertThat(given.getLast().status()).isIn(201, 409);
		assertThat(links(customer)).filteredOn((link) -> link.endedAt() == null)
			.hasSize((given.getLast().status() == 201) ? 1 : 0);
	}

	@Test
	@Tag("DIS-06")
	void waitsForWhoeverHoldsTheLink() throws Exception {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		String id = start(partner.admin(), SWITCHES, customer).expect(201).text("/id");
		CompletableFuture<Answer> consent = this.transactions.execute((status) -> {
			this.jdbc.sql("select from association where customer_id = :customer for update")
				.param("customer", customer)
				.query()
				.listOfRows();
			CompletableFuture<Answer> waiting = CompletableFuture
				.supplyAsync(() -> consent(self(customer), SWITCHES, id));
			Awaitility.await().until(this::somebodyWaits);
			assertThat(waiting).isNotDone();
			return waiting;
		});
		consent.get(20, TimeUnit.SECONDS).expect(200);
		assertThat(links(customer)).hasSize(2);
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("""
				select exists (select from pg_stat_activity
				               where datname = current_database() and wait_event_type = 'Lock')
				""").query(Boolean.class).single();
	}

	private static AssociationType other(AssociationType type) {
		return (type == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
	}

}
