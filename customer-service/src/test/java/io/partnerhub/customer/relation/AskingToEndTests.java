package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.DisassociationRejected;
import io.partnerhub.contracts.CustomerEvent.DisassociationRequested;
import io.partnerhub.contracts.CustomerEvent.Outcome;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AskingToEndTests extends CustomerScenario {

	private static final String PATH = "/api/v1/disassociations";

	private Partner partner;

	private UUID customer;

	private Caller he;

	@BeforeEach
	void associate() {
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.he = Caller.customer("li", this.customer);
		this.announced.next();
	}

	@Test
	@Tag("DIS-01")
	@Tag("DIS-02")
	void waitsForTheCustomerWhenThePartnerAsks() {
		Answer request = ask(this.partner.admin()).expect(201);
		assertThat(request.text("/state")).isEqualTo("PENDING");
		assertThat(request.json().at("/allowedActions").toString()).isEqualTo("[\"WITHDRAW\"]");
		UUID id = UUID.fromString(request.text("/id"));
		assertThat(this.announced.next()).containsExactly(
				new DisassociationRequested(this.partner.id(), this.partner.id(), this.customer, 1, id, Side.PARTNER));
		Answer his = this.client.as(this.he).get(PATH + "/" + id).expect(200);
		assertThat(his.json().at("/allowedActions").toString()).isEqualTo("[\"CONSENT\",\"REFUSE\"]");
		assertThat(his.text("/partnerName")).isEqualTo(this.partner.name());
		Answer mine = this.client.as(this.he).get("/api/v1/my/partner").expect(200);
		assertThat(mine.text("/openDisassociation/id")).isEqualTo(id.toString());
	}

	@Test
	@Tag("DIS-01")
	void waitsForThePartnerWhenTheCustomerAsks() {
		Answer request = this.client.as(this.he).post(PATH, body()).expect(201);
		assertThat(request.text("/initiator")).isEqualTo("CUSTOMER");
		String path = PATH + "/" + request.text("/id");
		Answer seen = this.client.as(this.partner.admin()).get(path).expect(200);
		assertThat(seen.json().at("/allowedActions").toString()).isEqualTo("[\"CONSENT\",\"REFUSE\"]");
		Answer operator = this.client.as(this.partner.operator()).get(path).expect(200);
		assertThat(operator.json().at("/allowedActions")).isEmpty();
		this.client.as(this.he).post(path + "/consent", "").refused(403, "OTHER_SIDE_ONLY");
		this.client.as(this.partner.admin()).post(path + "/withdrawal", "").refused(403, "REQUESTER_ONLY");
		this.client.as(this.partner.admin()).post(path + "/refusal", Map.of("reason", "Stay.")).expect(200);
		assertThat(this.client.as(this.he).get(path).text("/answer")).isEqualTo("Stay.");
		assertThat(this.announced.next(DisassociationRejected.class)).singleElement()
			.extracting(DisassociationRejected::outcome)
			.isEqualTo(Outcome.REJECTED);
		this.client.as(this.he).get("/api/v1/my/partner").expect(200);
	}

	@Test
	@Tag("DIS-08")
	void letsTheRequesterWithdraw() {
		String path = PATH + "/" + ask(this.partner.admin()).text("/id");
		this.announced.next();
		this.client.as(this.partner.admin()).post(path + "/withdrawal", "").expect(200);
		assertThat(this.announced.next(DisassociationRejected.class)).singleElement()
			.extracting(DisassociationRejected::outcome)
			.isEqualTo(Outcome.CANCELLED);
		Answer late = this.client.as(this.he).post(path + "/consent", "").refused(409, "DISASSOCIATION_NOT_PENDING");
		assertThat(late.text("/state")).isEqualTo("CANCELLED");
	}

	@Test
	@Tag("DIS-03")
	void letsEachSideAskOnceInThreeMonths() {
		String path = PATH + "/" + ask(this.partner.admin()).text("/id");
		this.client.as(this.partner.admin()).post(path + "/withdrawal", "").expect(200);
		Answer refused = ask(this.partner.admin()).refused(409, "DISASSOCIATION_TOO_OFTEN");
		assertThat(refused.text("/nextAllowedAt")).isEqualTo("2026-06-01T08:00:00Z");
		String his = PATH + "/" + this.client.as(this.he).post(PATH, body()).expect(201).text("/id");
		this.client.as(this.he).post(his + "/withdrawal", "").expect(200);
		this.clock.set(Instant.parse("2026-06-01T07:59:59Z"));
		ask(this.partner.admin()).refused(409, "DISASSOCIATION_TOO_OFTEN");
		this.clock.advance(Duration.ofSeconds(1));
		ask(this.partner.admin()).expect(201);
	}

	@Test
	void knowsOneOpenRequestPerCustomer() {
		String id = ask(this.partner.admin()).text("/id");
		Answer refused = this.client.as(this.he).post(PATH, body()).refused(409, "DISASSOCIATION_PENDING");
		assertThat(refused.text("/disassociationId")).isEqualTo(id);
	}

	@Test
	@Tag("DIS-03")
	void isGuardedByTheDatabaseToo() {
		UUID id = UUID.fromString(ask(this.partner.admin()).text("/id"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> copy(id, "initiator"))
			.withMessageContaining("disassociation_");
		this.client.as(this.partner.admin()).post(PATH + "/" + id + "/withdrawal", "").expect(200);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> copy(id, "initiator"))
			.withMessageContaining("disassociation_too_often");
		copy(id, "'CUSTOMER'");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> copy(id, "'CUSTOMER'"))
			.withMessageContaining("disassociation_");
	}

	@Test
	@Tag("DIS-02")
	@Tag("DIS-05")
	void showsEverythingThatStandsInTheWay() {
		billing.finds("IS_DEBT", "arrears", "12.30");
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		Answer checks = checks(this.partner.admin()).expect(200);
		assertThat(checks.json().at("/startable").asBoolean()).isFalse();
		assertThat(checks.json()
			.at("/checks")
			.valueStream()
			.map((check) -> check.at("/code").asString() + "=" + check.at("/state").asString()))
			.contains("PARTNER_FROZEN=FAILED", "IS_DEBT=FAILED", "OTHER=PASSED");
		assertThat(found(checks, "IS_DEBT").at("/facts/arrears").asString()).isEqualTo("12.30");
		assertThat(found(checks, "IS_DEBT").at("/remedy").asString()).contains("arrears");
		Answer chinese = checks(this.partner.admin(), "zh-CN");
		assertThat(found(chinese, "IS_DEBT").at("/remedy").asString()).contains("欠费");
		Answer refused = ask(this.partner.admin()).refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(refused.json().at("/checks")).hasSize(2);
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("DIS-02")
	void startsNothingItCannotCheck() {
		billing.isDown();
		Answer checks = checks(this.partner.admin()).expect(200);
		assertThat(found(checks, "BILLING_UNREACHABLE").at("/state").asString()).isEqualTo("UNKNOWN");
		Answer refused = ask(this.partner.admin()).refused(503, "SERVICE_UNREACHABLE");
		assertThat(refused.header("Retry-After")).isNotNull();
		billing.passes();
		ask(this.partner.admin()).expect(201);
		assertThat(billing.lastRequest()).contains("customerId=" + this.customer, "partnerId=" + this.partner.id(),
				"Bearer ");
	}

	@Test
	@Tag("DIS-01")
	void isForAdministratorsAndTheCustomerHimself() {
		for (Caller caller : List.of(this.partner.operator(), this.partner.manager(Ids.next()), this.partner.finance(),
				this.partner.supervisor(Ids.next()))) {
			ask(caller).refused(403, "ADMIN_ONLY");
			checks(caller).refused(403, "ADMIN_ONLY");
		}
		ask(partner().admin()).refused(404, "NOT_FOUND");
		checks(partner().admin()).refused(404, "NOT_FOUND");
		Caller other = Caller.customer("han", customerOf(this.partner, AssociationType.RESALE));
		ask(other).refused(404, "NOT_FOUND");
		checks(other).refused(404, "NOT_FOUND");
		checks(this.he).expect(200);
		ask(Caller.vendor("v")).refused(403, "ACCESS_DENIED");
		this.client.asNobody().post(PATH, body()).refused(401, "UNAUTHENTICATED");
	}

	@Test
	void showsRequestsToBothSidesOnly() {
		String path = PATH + "/" + ask(this.partner.admin()).text("/id");
		for (Caller stranger : List.of(partner().admin(), Caller.customer("han", Ids.next()),
				this.partner.manager(Ids.next()))) {
			this.client.as(stranger).get(path).refused(404, "NOT_FOUND");
			assertThat(this.client.as(stranger).get(PATH).expect(200).json().at("/items")).isEmpty();
		}
		for (String answer : List.of("/consent", "/refusal", "/withdrawal")) {
			this.client.as(partner().admin()).post(path + answer, "").refused(404, "NOT_FOUND");
			this.client.as(Caller.customer("han", Ids.next())).post(path + answer, "").refused(404, "NOT_FOUND");
			this.client.as(this.partner.operator()).post(path + answer, "").refused(403, "ADMIN_ONLY");
		}
		this.client.as(this.partner.finance()).get(PATH).refused(403, "ACCESS_DENIED");
		assertThat(this.client.as(this.he).get(PATH + "?state=PENDING").json().at("/items")).hasSize(1);
		assertThat(this.client.as(this.partner.admin()).get(PATH + "?state=DONE").json().at("/items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{}", """
			{"reason":"","understood":true}""", """
			{"reason":"r","understood":false}""", """
			{"reason":"r"}""", """
			{"reason":"r","understood":true,"force":true}""", """
			{"reason":"r","understood":true,"customerId":"x"}""" })
	void refusesBadInput(String body) {
		this.client.as(this.he).post(PATH, body).expect(400);
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void wantsToKnowWhichCustomer() {
		this.client.as(this.partner.admin()).post(PATH, body()).refused(400, "INVALID_REQUEST");
	}

	private Answer ask(Caller caller) {
		return this.client.as(caller)
			.post(PATH, Map.of("customerId", this.customer, "reason", "No business", "understood", true));
	}

	private static Map<String, Object> body() {
		return Map.of("reason", "Leaving", "understood", true);
	}

	private Answer checks(Caller caller) {
		return checks(caller, "en");
	}

	private Answer checks(Caller caller, String language) {
		return this.client.as(caller)
			.with("Accept-Language", language)
			.get("/api/v1/customers/" + this.customer + "/disassociation-checks");
	}

	private static JsonNode found(Answer checks, String code) {
		return checks.json()
			.at("/checks")
			.valueStream()
			.filter((check) -> check.at("/code").asString().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private void copy(UUID id, String initiator) {
		this.jdbc
			.sql("""
					insert into disassociation (id, partner_id, owner_partner_id, customer_id, epoch, initiator, reason,
					                            requested_by, requested_at, slot, blocked_until, state, kind, from_type, answer_by)
					select :new, partner_id, owner_partner_id, customer_id, epoch, %s, reason, requested_by, requested_at,
					       slot, blocked_until, 'PENDING', kind, from_type, answer_by
					from disassociation where id = :id
					"""
				.formatted(initiator))
			.param("new", Ids.next())
			.param("id", id)
			.update();
	}

}
