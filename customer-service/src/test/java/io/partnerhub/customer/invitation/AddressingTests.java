package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An invitation by mail is for one account, and outlives its pre-registration. */
class AddressingTests extends CustomerScenario {

	private final String email = address();

	@Test
	@Tag("INV-01")
	void letsOnlyTheAccountComeThatThePartnerNamed() {
		Partner partner = partner();
		Caller meant = somebody();
		Map<String, Object> prospect = new HashMap<>(prospect(this.email));
		prospect.put("existingAccountName", meant.subject().toUpperCase(java.util.Locale.ROOT));
		String id = this.client.as(partner.admin()).post("/api/v1/pre-registrations", prospect).expect(201).text("/id");
		this.client.as(Caller.vendor("eco"))
			.post("/api/v1/vendor/pre-registrations/" + id + "/approval", "{}")
			.expect(200);
		String token = invite(partner, id);
		this.announced.next();
		Answer refused = accept(somebody(), token).refused(409, "INVITE_FOR_ANOTHER_ACCOUNT");
		assertThat(refused.text("/partnerName")).isEqualTo(partner.name());
		assertThat(refused.text("/detail")).contains("contact " + partner.name()).doesNotContain(meant.subject());
		look(somebody(), token).refused(409, "INVITE_FOR_ANOTHER_ACCOUNT");
		assertThat(this.announced.next()).isEmpty();
		look(meant, token).expect(200);
		accept(meant, token).expect(201);
	}

	@Test
	@Tag("INV-01")
	@Tag("PRE-08")
	void letsNoOtherAccountComeThanTheOneThatHasTheAddress() {
		Partner partner = partner();
		String token = invite(partner, preRegister(partner.admin(), this.email));
		String owner = "owner-" + Ids.next();
		told(owner, Map.of("email", this.email));
		accept(somebody(), token).refused(409, "INVITE_FOR_ANOTHER_ACCOUNT");
		String other = Ids.next().toString();
		accept(Caller.identity("user-" + other, "https://id.example", other, this.email), token).expect(201);
		Partner second = partner();
		String again = address();
		String forOwner = invite(second, preRegister(second.admin(), again));
		told(owner, Map.of("email", again));
		accept(Caller.identity(owner, "https://id.example", owner, null), forOwner).expect(201);
	}

	@Test
	@Tag("INV-04")
	@Tag("PRE-02")
	void keepsTheSevenDaysOfTheMailThoughThePreRegistrationExpires() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), this.email);
		this.clock.advance(Duration.ofDays(10));
		String token = invite(partner, id);
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		assertThat(this.client.as(partner.admin()).get("/api/v1/pre-registrations/" + id).text("/state"))
			.isEqualTo("EXPIRED");
		accept(somebody(), token).expect(201);
		assertThat(this.announced.next(CustomerAssociated.class).getFirst().preRegistrationId()).hasToString(id);
	}

	@Test
	@Tag("ASC-02")
	@Tag("PRE-02")
	void blocksWhomAnotherPartnerHasTakenMeanwhile() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), this.email);
		this.clock.advance(Duration.ofDays(10));
		String token = invite(partner, id);
		this.clock.advance(Duration.ofDays(5));
		Partner rival = partner();
		String taken = preRegister(rival.admin(), this.email);
		Caller withoutAddress = somebody();
		Answer refused = accept(withoutAddress, token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(refused.text("/fail_check_items/0")).isEqualTo("PRE_REGISTERED_ELSEWHERE");
		assertThat(look(withoutAddress, token).expect(200).json().at("/associable").asBoolean()).isFalse();
		this.client.as(rival.admin()).delete("/api/v1/pre-registrations/" + taken).expect(204);
		accept(withoutAddress, token).expect(201);
	}

	private String invite(Partner partner, String preRegistrationId) {
		String address = this.jdbc.sql("select email from pre_registration where id = ?::uuid")
			.param(preRegistrationId)
			.query(String.class)
			.single();
		this.client.as(partner.admin())
			.post("/api/v1/invitations", wish(preRegistrationId, AssociationType.RESALE))
			.expect(201);
		return mailbox.of(address, 1).getFirst().token();
	}

	private Answer look(Caller caller, String token) {
		return this.client.as(caller).get("/api/v1/invitations/by-token/" + token + "/association-checks");
	}

}
