package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/invitations/acceptances";

	@ParameterizedTest
	@EnumSource(AssociationType.class)
	@Tag("INV-15")
	@Tag("ASC-08")
	void makesTheCustomerAndGivesHimToTheInviter(AssociationType type) {
		Partner partner = partner();
		UUID manager = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, null, true));
		String token = invite(partner.manager(manager), type);
		this.announced.next();
		Caller somebody = somebody();
		Answer accepted = accept(somebody, token).expect(201);
		assertThat(accepted.json().at("/epoch").asInt()).isEqualTo(1);
		CustomerAssociated event = this.announced.next(CustomerAssociated.class).getFirst();
		assertThat(event.customerId()).hasToString(accepted.text("/customerId"));
		assertThat(event.ownerPartnerId()).isEqualTo(partner.id());
		assertThat(event.associationType()).isEqualTo(type);
		assertThat(event.accountManagerId()).isEqualTo(manager);
		assertThat(event.accountName()).isEqualTo(somebody.subject());
		assertThat(event.customerName()).isEqualTo("云岭科技有限公司");
		this.client.as(partner.manager(manager)).get("/api/v1/customers/" + event.customerId()).expect(200);
	}

	@Test
	@Tag("ASC-08")
	void givesHimToNobodyWhoHasLeft() {
		Partner partner = partner();
		UUID manager = Ids.next();
		String token = invite(partner.manager(manager), AssociationType.RESALE);
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, null, false));
		this.announced.next();
		accept(somebody(), token).expect(201);
		assertThat(this.announced.next(CustomerAssociated.class).getFirst().accountManagerId()).isNull();
	}

	@Test
	@Tag("INV-14")
	void keepsWhoAcceptedWhichNoticeWhenAndFromWhere() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		Caller somebody = somebody();
		this.client.as(somebody)
			.with("X-Forwarded-For", "203.0.113.7, 10.0.0.1")
			.post(PATH, acceptance(token))
			.expect(201);
		JsonNode item = this.client.as(partner.admin())
			.get("/api/v1/invitations?reveal=login,address")
			.json()
			.at("/items/0");
		JsonNode evidence = item.at("/evidence");
		assertThat(evidence.at("/channel").asString()).isEqualTo("ONLINE_EMAIL");
		assertThat(evidence.at("/noticeVersion").asString()).isEqualTo(Notice.VERSION);
		assertThat(evidence.at("/noticeLanguage").asString()).isEqualTo("zh");
		assertThat(evidence.at("/noticeDigest").asString())
			.isEqualTo(Notice.of(AssociationType.RESALE, Language.ZH).digest());
		assertThat(evidence.at("/login").asString()).isEqualTo(somebody.subject());
		assertThat(evidence.at("/address").asString()).isEqualTo("203.0.113.7");
		assertThat(evidence.at("/acceptedAt").asString()).isEqualTo(this.clock.instant().toString());
		String customer = item.at("/customerId").asString();
		String path = "/api/v1/customers/" + customer + "/association-evidence";
		assertThat(this.client.as(partner.admin()).get(path + "?reveal=login,address").json().at("/items/0"))
			.isEqualTo(evidence);
		this.client.as(partner().admin()).get(path).refused(404, "NOT_FOUND");
		this.client.as(partner.manager(Ids.next())).get(path).refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("INV-08")
	@Tag("I-30")
	void worksOnceWhoeverComesTogether() throws Exception {
		String token = invite(partner().admin(), AssociationType.RESALE);
		this.announced.next();
		List<Answer> answers = atOnce(
				IntStream.range(0, 6).<Callable<Answer>>mapToObj((number) -> () -> accept(somebody(), token)).toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.allSatisfy((answer) -> answer.refused(409, "INVITE_USED"));
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	@Tag("ASC-01")
	@Tag("I-27")
	void linksOnePersonToOnePartnerHoweverManyInviteHim() throws Exception {
		List<String> tokens = IntStream.range(0, 4)
			.mapToObj((number) -> invite(partner().admin(), AssociationType.RESALE))
			.toList();
		Caller somebody = somebody();
		this.announced.next();
		List<Answer> answers = atOnce(
				tokens.stream().<Callable<Answer>>map((token) -> () -> accept(somebody, token)).toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.allSatisfy((answer) -> answer.refused(409, "ASSOCIATION_CHECK_FAILED"));
		assertThat(this.announced.next(CustomerAssociated.class)).hasSize(1);
	}

	@Test
	@Tag("ASC-01")
	void leavesTheInvitationOpenWhenTheCustomerCannotAssociate() {
		UUID customer = customerOf(partner(), AssociationType.RESALE);
		String token = invite(partner().admin(), AssociationType.RESALE);
		Answer refused = accept(Caller.customer("li", customer), token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(refused.text("/checks/0/code")).isEqualTo("ALREADY_ASSOCIATED");
		accept(somebody(), token).expect(201);
	}

	@Test
	@Tag("INV-04")
	void worksUntilTheLastSecondOfSevenDays() {
		String late = invite(partner().admin(), AssociationType.RESALE);
		String early = invite(partner().admin(), AssociationType.RESALE);
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		accept(somebody(), early).expect(201);
		this.clock.advance(Duration.ofSeconds(1));
		accept(somebody(), late).refused(409, "INVITE_EXPIRED");
		this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/" + late).refused(409, "INVITE_EXPIRED");
	}

	@Test
	@Tag("INV-15")
	void waitsForWhoRegistersFirst() {
		String token = invite(partner().admin(), AssociationType.RESALE);
		String offer = "/api/v1/invitations/by-token/" + token;
		this.client.as(Caller.anonymous()).get(offer).expect(200);
		accept(Caller.anonymous(), token).refused(403, "ACCESS_DENIED");
		this.clock.advance(Duration.ofDays(6));
		Caller registered = somebody().withOpenedAt(this.clock.instant());
		this.client.as(registered).get(offer).expect(200);
		accept(registered, token).expect(201);
	}

	@Test
	@Tag("INV-08")
	void answersThatTheHubIsBusyBeforeItKnowsThePartner() {
		String token = invite(partner().admin(), AssociationType.RESALE);
		this.jdbc.sql("update invitation set owner_partner_id = :stranger where token_digest = :digest")
			.param("stranger", Ids.next())
			.param("digest", new InvitationToken(token).digest())
			.update();
		Answer busy = accept(somebody(), token).refused(503, "PARTNER_NOT_KNOWN_YET");
		assertThat(busy.header("Retry-After")).isNotNull();
	}

	@Test
	@Tag("INV-10")
	void showsADifferentNoticeForEachModel() {
		Partner partner = partner();
		String resale = notice(invite(partner.admin(), AssociationType.RESALE));
		String advisory = notice(invite(partner.admin(), AssociationType.ADVISORY));
		assertThat(resale).contains("发票由伙伴向您开具");
		assertThat(advisory).contains("发票由云厂商提供");
	}

	@Test
	@Tag("PRE-07")
	void stopsWorkingWithItsPreRegistration() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		this.client.as(partner.admin()).post("/api/v1/invitations", wish(id, AssociationType.RESALE)).expect(201);
		String token = mailbox.of(email, 1).getFirst().token();
		this.client.as(partner.admin()).delete("/api/v1/pre-registrations/" + id).expect(204);
		accept(somebody(), token).refused(409, "INVITE_EXPIRED");
		assertThat(this.client.as(partner.admin()).get("/api/v1/invitations").text("/items/0/state"))
			.isEqualTo("REVOKED");
	}

	@Test
	void closesThePreRegistration() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		accept(somebody(), token).expect(201);
		Answer list = this.client.as(partner.admin()).get("/api/v1/pre-registrations");
		assertThat(list.text("/items/0/state")).isEqualTo("ASSOCIATED");
		this.client.as(partner.admin())
			.delete("/api/v1/pre-registrations/" + list.text("/items/0/id"))
			.refused(409, "PREREG_NOT_OPEN");
	}

	@Test
	@Tag("INV-09")
	void refusesResaleOfAPartnerFrozenMeanwhile() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		this.hears.event(partner.became(PartnerStatus.FROZEN));
		accept(somebody(), token).refused(409, "PARTNER_FROZEN");
		this.hears.event(partner.became(PartnerStatus.RESTRICTED));
		accept(somebody(), token).expect(201);
	}

	@Test
	@Tag("INV-03")
	void showsAnybodyWithTheLinkWhatItOffers() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.ADVISORY);
		Answer offer = this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/" + token).expect(200);
		assertThat(offer.text("/partnerName")).isEqualTo(partner.name());
		assertThat(offer.text("/associationType")).isEqualTo("ADVISORY");
		assertThat(offer.text("/invoiceIssuer")).isEqualTo("VENDOR");
		assertThat(offer.text("/notice/version")).isEqualTo(Notice.VERSION);
		assertThat(offer.text("/notice/text")).contains("云厂商");
		assertThat(offer.text("/expiresAt")).isEqualTo("2026-03-08T08:00:00Z");
		this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/unknown").refused(404, "INVITE_NOT_FOUND");
	}

	@Test
	@Tag("INV-10")
	@Tag("INV-14")
	void wantsThePresentNoticeTicked() {
		String token = invite(partner().admin(), AssociationType.RESALE);
		Map<String, Object> body = new HashMap<>(acceptance(token));
		body.put("noticeVersion", "2020-01");
		this.client.as(somebody()).post(PATH, body).refused(409, "NOTICE_OUTDATED");
		body.putAll(acceptance(token));
		body.put("accepted", false);
		this.client.as(somebody()).post(PATH, body).refused(400, "INVALID_REQUEST");
		body.remove("accepted");
		this.client.as(somebody()).post(PATH, body).refused(400, "INVALID_REQUEST");
		accept(somebody(), token).expect(201);
	}

	@Test
	void isForCustomersOnly() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		accept(partner.admin(), token).refused(403, "ACCESS_DENIED");
		accept(Caller.anonymous(), token).refused(403, "ACCESS_DENIED");
		accept(somebody(), "unknown").refused(404, "INVITE_NOT_FOUND");
		accept(Caller.customer("li", Ids.next()), token).refused(404, "NOT_FOUND");
		accept(somebody(), token).expect(201);
	}

	private String notice(String token) {
		return this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/" + token).text("/notice/text");
	}

}
