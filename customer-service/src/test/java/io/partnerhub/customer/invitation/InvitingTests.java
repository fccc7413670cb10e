package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.ProspectEvent.InvitationSent;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class InvitingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/invitations";

	@Autowired
	private JavaMailSenderImpl sender;

	@ParameterizedTest
	@Tag("INV-01")
	@Tag("INV-02")
	@CsvSource({ "RESALE, zh", "ADVISORY, zh", "RESALE, en", "ADVISORY, en" })
	void sendsExactlyTheMailThatWasPreviewed(AssociationType type, String language) {
		Partner partner = partner();
		String email = address();
		Map<String, Object> wish = new HashMap<>(wish(preRegister(partner.admin(), email), type));
		wish.put("language", language);
		Answer preview = this.client.as(partner.admin()).post(PATH + "/preview", wish).expect(200);
		assertThat(mailbox.received(email)).isEmpty();
		this.client.as(partner.admin()).post(PATH, wish).expect(201);
		Received mail = mailbox.of(email, 1).getFirst();
		assertThat(mail.subject()).isEqualTo(preview.text("/subject"));
		assertThat(mail.text().replace(mail.token(), InvitationMail.TOKEN_PLACEHOLDER))
			.isEqualTo(preview.text("/text"));
		assertThat(mail.from()).isEqualTo("no-reply@partner-hub.example");
	}

	@Test
	@Tag("INV-04")
	void announcesTheInvitationAndItsSevenDays() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.announced.next();
		Answer answer = this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.RESALE)).expect(201);
		assertThat(answer.text("/state")).isEqualTo("SENT");
		assertThat(answer.text("/expiresAt")).isEqualTo("2026-03-08T08:00:00Z");
		assertThat(this.announced.next()).singleElement()
			.isEqualTo(new InvitationSent(partner.id(), partner.id(), UUID.fromString(answer.text("/id")),
					UUID.fromString(id), AssociationType.RESALE, MovableClock.START.plus(Duration.ofDays(7))));
	}

	@Test
	void keepsNeitherTokenNorTextOnceTheMailIsSent() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		Awaitility.await().until(() -> delivery(partner).equals("SENT"));
		assertThat(this.jdbc.sql("select count(*) from mail where partner_id = :p and body is not null")
			.param("p", partner.id())
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select i::text from invitation i where partner_id = :p")
			.param("p", partner.id())
			.query(String.class)
			.single()).doesNotContain(token);
		assertThat(this.client.as(partner.admin()).get(PATH).response().body()).doesNotContain(token);
	}

	@Test
	@Tag("NOT-04")
	void sendsLaterWhenTheMailServerIsDown() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		int port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.RESALE)).expect(201);
			Awaitility.await().until(() -> delivery(partner).equals("RETRYING"));
			assertThat(view(partner).text("/items/0/delivery/lastFailure")).isEqualTo("MAIL_SERVER_UNREACHABLE");
		}
		finally {
			this.sender.setPort(port);
		}
		this.clock.advance(Duration.ofSeconds(10));
		mailbox.of(email, 1);
		Awaitility.await().until(() -> delivery(partner).equals("SENT"));
	}

	@Test
	@Tag("NOT-04")
	void givesAMailUpOnlyWhenItsLinkIsWorthless() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		int port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.RESALE)).expect(201);
			Awaitility.await().until(() -> delivery(partner).equals("RETRYING"));
			this.clock.advance(Duration.ofDays(7));
			Awaitility.await().until(() -> delivery(partner).equals("GIVEN_UP"));
		}
		finally {
			this.sender.setPort(port);
		}
		assertThat(view(partner).text("/items/0/state")).isEqualTo("EXPIRED");
	}

	@Test
	void replacesTheMailBefore() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.RESALE)).expect(201);
		String first = mailbox.of(email, 1).getFirst().token();
		this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.ADVISORY)).expect(201);
		mailbox.of(email, 2);
		accept(somebody(), first).refused(409, "INVITE_EXPIRED");
		assertThat(view(partner).text("/items/1/state")).isEqualTo("SUPERSEDED");
	}

	@Test
	@Tag("PRE-06")
	void invitesOnlyWhoIsPreRegisteredNow() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.clock.advance(Duration.ofDays(15));
		Map<String, Object> wish = wish(id, AssociationType.RESALE);
		this.client.as(partner.admin()).post(PATH, wish).refused(409, "INVITE_NOT_PREREGISTERED");
		this.client.as(partner.admin()).post(PATH + "/preview", wish).refused(409, "INVITE_NOT_PREREGISTERED");
	}

	@Test
	@Tag("INV-09")
	void refusesResaleToAFrozenPartner() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.hears.event(partner.became(PartnerStatus.FROZEN));
		this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.RESALE)).refused(409, "PARTNER_FROZEN");
		this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.ADVISORY)).expect(201);
		this.hears.event(partner.became(PartnerStatus.NORMAL));
		this.client.as(partner.admin()).post(PATH, wish(id, AssociationType.RESALE)).expect(201);
	}

	@Test
	@Tag("INV-09")
	void refusesResaleToTheResellerOfAFrozenDistributor() {
		Partner distributor = distributor();
		Partner reseller = resellerOf(distributor);
		String id = preRegister(reseller.admin(), address());
		this.hears.event(distributor.became(PartnerStatus.FROZEN));
		this.client.as(reseller.admin()).post(PATH, wish(id, AssociationType.RESALE)).refused(409, "PARTNER_FROZEN");
	}

	@Test
	void refusesWhoMayNot() {
		Partner partner = partner();
		Map<String, Object> wish = wish(preRegister(partner.admin(), address()), AssociationType.RESALE);
		for (String path : new String[] { PATH, PATH + "/preview" }) {
			this.client.as(partner.finance()).post(path, wish).refused(403, "ACCESS_DENIED");
			this.client.as(partner().admin()).post(path, wish).refused(404, "NOT_FOUND");
			this.client.as(Caller.customer("li", Ids.next())).post(path, wish).refused(403, "ACCESS_DENIED");
			this.client.asNobody().post(path, wish).refused(401, "UNAUTHENTICATED");
		}
		this.client.as(partner.manager(Ids.next())).post(PATH, wish).refused(403, "ACCESS_DENIED");
		this.client.as(partner.finance()).get(PATH).refused(403, "ACCESS_DENIED");
		assertThat(view(partner).json().at("/items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{", """
			{"preRegistrationId":"x","associationType":"RESALE"}""", """
			{"preRegistrationId":"0196f3a0-0000-7000-8000-000000000000","associationType":"GIFT"}""", """
			{"preRegistrationId":"0196f3a0-0000-7000-8000-000000000000","associationType":"RESALE","language":"fr"}""",
			"""
					{"preRegistrationId":"0196f3a0-0000-7000-8000-000000000000","associationType":"RESALE","to":"me"}""" })
	void refusesBadInput(String body) {
		this.client.as(partner().admin()).post(PATH, body).expect(400);
	}

	private String delivery(Partner partner) {
		return view(partner).text("/items/0/delivery/state");
	}

	private Answer view(Partner partner) {
		return this.client.as(partner.admin()).get(PATH).expect(200);
	}

}
