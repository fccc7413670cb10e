package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** Sending again, taking back, and what the list shows of it. */
class ReplacingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/invitations/";

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private InvitationUpkeep upkeep;

	private Partner partner;

	private String email;

	private String id;

	private String token;

	@BeforeEach
	void invited() {
		this.partner = partner();
		this.email = address();
		this.id = invite(preRegister(this.partner.admin(), this.email));
		this.token = mailbox.of(this.email, 1).getFirst().token();
	}

	@Test
	@Tag("INV-04")
	void sendsANewLinkInPlaceOfTheOpenOne() {
		this.clock.advance(Duration.ofDays(1));
		Answer again = post("resending").expect(201);
		assertThat(again.text("/expiresAt")).isEqualTo("2026-03-09T08:00:00Z");
		assertThat(show(this.id).text("/state")).isEqualTo("SUPERSEDED");
		assertThat(show(this.id).json().at("/allowedActions")).isEmpty();
		accept(somebody(), this.token).refused(409, "INVITE_EXPIRED");
		assertThat(post("resending").refused(409, "INVITE_EXPIRED").text("/state")).isEqualTo("SUPERSEDED");
		accept(somebody(), mailbox.of(this.email, 2).getLast().token()).expect(201);
	}

	@Test
	@Tag("INV-04")
	void sendsANewMailAfterTheEndWhileTheCustomerIsPreRegistered() {
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		assertThat(show(this.id).text("/state")).isEqualTo("SENT");
		assertThat(actions()).containsExactly("RESEND", "CANCEL");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(show(this.id).text("/state")).isEqualTo("EXPIRED");
		assertThat(actions()).containsExactly("RESEND");
		post("resending").expect(201);
		accept(somebody(), mailbox.of(this.email, 2).getLast().token()).expect(201);
		assertThat(show(this.id).text("/state")).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("PRE-06")
	void sendsNothingOnceThePreRegistrationIsOver() {
		this.clock.advance(Duration.ofDays(15));
		assertThat(actions()).isEmpty();
		post("resending").refused(409, "INVITE_NOT_PREREGISTERED");
	}

	@Test
	@Tag("NOT-04")
	void sendsAgainWhatTheMailServerNeverTook() {
		String other = address();
		int port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			this.id = invite(preRegister(this.partner.admin(), other));
			this.clock.advance(Duration.ofDays(7));
			Awaitility.await().until(() -> show(this.id).text("/delivery/state").equals("GIVEN_UP"));
		}
		finally {
			this.sender.setPort(port);
		}
		post("resending").expect(201);
		mailbox.of(other, 1);
	}

	@Test
	@Tag("INV-09")
	void sendsNothingAgainForAFrozenPartner() {
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		post("resending").refused(409, "PARTNER_FROZEN");
	}

	@Test
	@Tag("INV-08")
	void takesAnOpenInvitationBackOnce() {
		assertThat(post("cancellation").expect(200).text("/state")).isEqualTo("REVOKED");
		accept(somebody(), this.token).refused(409, "INVITE_EXPIRED");
		this.client.as(Caller.anonymous()).get(PATH + "by-token/" + this.token).refused(409, "INVITE_EXPIRED");
		assertThat(post("cancellation").refused(409, "INVITE_EXPIRED").text("/state")).isEqualTo("REVOKED");
		post("resending").refused(409, "INVITE_EXPIRED");
	}

	@Test
	@Tag("INV-08")
	void takesNothingBackThatIsOverOrUsed() {
		accept(somebody(), this.token).expect(201);
		assertThat(post("cancellation").refused(409, "INVITE_USED").text("/state")).isEqualTo("USED");
		assertThat(post("resending").refused(409, "INVITE_USED").text("/state")).isEqualTo("USED");
		this.id = invite(preRegister(this.partner.admin(), address()));
		this.clock.advance(Duration.ofDays(7));
		assertThat(post("cancellation").refused(409, "INVITE_EXPIRED").text("/state")).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("INV-08")
	void letsEitherTheCustomerOrThePartnerWin() throws Exception {
		for (int round = 0; round < 5; round++) {
			String address = address();
			this.id = invite(preRegister(this.partner.admin(), address));
			String sent = mailbox.of(address, 1).getFirst().token();
			List<Answer> answers = atOnce(List.of(() -> accept(somebody(), sent), () -> post("cancellation")));
			boolean accepted = answers.getFirst().status() == 201;
			if (accepted) {
				answers.getLast().refused(409, "INVITE_USED");
			}
			else {
				answers.getFirst().refused(409, "INVITE_EXPIRED");
				answers.getLast().expect(200);
			}
			assertThat(show(this.id).text("/state")).isEqualTo(accepted ? "USED" : "REVOKED");
		}
	}

	@Test
	@Tag("INV-04")
	void replacesOneInvitationOnceWhoeverComesTogether() throws Exception {
		List<Answer> answers = atOnce(
				IntStream.range(0, 4).<Callable<Answer>>mapToObj((number) -> () -> post("resending")).toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.allSatisfy((answer) -> answer.refused(409, "INVITE_EXPIRED"));
	}

	@Test
	void refusesWhoeverMayNot() {
		for (String command : List.of("resending", "cancellation")) {
			String path = PATH + this.id + "/" + command;
			this.client.as(partner().admin()).post(path, Map.of()).refused(404, "NOT_FOUND");
			this.client.as(this.partner.manager(Ids.next())).post(path, Map.of()).refused(403, "ACCESS_DENIED");
			this.client.as(this.partner.finance()).post(path, Map.of()).refused(403, "ACCESS_DENIED");
		}
		assertThat(show(this.id).text("/state")).isEqualTo("SENT");
	}

	@Test
	@Tag("INV-04")
	void writesDownWhatHasExpired() {
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		this.upkeep.expire();
		assertThat(stored()).isEqualTo("SENT");
		this.clock.advance(Duration.ofSeconds(1));
		this.upkeep.expire();
		assertThat(stored()).isEqualTo("EXPIRED");
	}

	@Test
	void listsByStateAndType() {
		this.clock.advance(Duration.ofDays(7));
		String advisory = this.client.as(this.partner.admin())
			.post("/api/v1/invitations", wish(preRegister(this.partner.admin(), address()), AssociationType.ADVISORY))
			.expect(201)
			.text("/id");
		assertThat(list("state=EXPIRED")).containsExactly(this.id);
		assertThat(list("state=SENT")).containsExactly(advisory);
		assertThat(list("associationType=RESALE")).containsExactly(this.id);
		assertThat(list("associationType=RESALE&state=SENT")).isEmpty();
		this.client.as(this.partner.admin()).get("/api/v1/invitations?state=LOST").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("INV-03")
	@Tag("INV-04")
	void saysBesideThePreviewWhoInvoicesAndToRemindTheCustomer() {
		Map<String, Object> wish = wish(preRegister(this.partner.admin(), address()), AssociationType.RESALE);
		Answer preview = this.client.as(this.partner.admin()).post(PATH + "preview", wish).expect(200);
		assertThat(preview.text("/invoiceIssuer")).isEqualTo("PARTNER");
		assertThat(preview.text("/validDays")).isEqualTo("7");
		assertThat(preview.text("/reminder")).contains("7 天", "请提醒客户");
		assertThat(show(this.id).text("/reminder")).isEqualTo(preview.text("/reminder"));
		assertThat(show(this.id).text("/channel")).isEqualTo("ONLINE_EMAIL");
	}

	private String invite(String preRegistrationId) {
		return this.client.as(this.partner.admin())
			.post("/api/v1/invitations", wish(preRegistrationId, AssociationType.RESALE))
			.expect(201)
			.text("/id");
	}

	private Answer post(String command) {
		return this.client.as(this.partner.admin()).post(PATH + this.id + "/" + command, Map.of());
	}

	private Answer show(String id) {
		return this.client.as(this.partner.admin()).get(PATH + id).expect(200);
	}

	private List<String> actions() {
		return show(this.id).json().at("/allowedActions").valueStream().map((action) -> action.asString()).toList();
	}

	private List<String> list(String query) {
		return this.client.as(this.partner.admin())
			.get("/api/v1/invitations?" + query)
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/id").asString())
			.toList();
	}

	private String stored() {
		return this.jdbc.sql("select state from invitation where id = :id::uuid")
			.param("id", this.id)
			.query(String.class)
			.single();
	}

}
