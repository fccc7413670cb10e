package io.partnerhub.customer.relation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the partner has switched codes on, both sides prove who they are. */
@Tag("X-01")
class AskingForCodesTests extends RelationScenario {

	private Partner partner;

	private Caller careful;

	private Caller he;

	private UUID customer;

	@BeforeEach
	void aPartnerWhoAsksForCodes() {
		this.partner = partner();
		this.careful = this.partner.admin().withCodeRequired(true);
		Caller login = somebody();
		this.customer = UUID.fromString(
				accept(login, invite(this.partner.admin(), AssociationType.RESALE)).expect(201).text("/customerId"));
		this.he = self(this.customer).withLogin("https://id.example", login.subject(), null);
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), "office@partner.example",
				"13900000000", List.of(AssociationType.RESALE), true, null));
	}

	@Test
	void startsAndAnswersWithProofsOnly() {
		assertThat(start(this.careful, null).refused(403, "VERIFICATION_REQUIRED").text("/operation"))
			.isEqualTo("END_RELATION");
		String proof = proof(this.careful);
		String id = start(this.careful, proof).expect(201).text("/id");
		answer(this.he, id, "consent", null).refused(403, "VERIFICATION_REQUIRED");
		answer(this.he, id, "refusal", null).refused(403, "VERIFICATION_REQUIRED");
		answer(this.he, id, "consent", proof).refused(403, "VERIFICATION_CODE_INVALID");
		answer(this.he, id, "consent", proof(this.he)).expect(200);
		assertThat(look(this.he, ENDS, id).text("/state")).isEqualTo("EXECUTING");
	}

	@Test
	void keepsTheProofOfARefusedStart() {
		vendorTells(this.customer, Map.of("RESERVED_INSTANCE", true));
		String proof = proof(this.careful);
		start(this.careful, proof).refused(409, "DISASSOCIATION_CHECK_FAILED");
		this.clock.advance(Duration.ofSeconds(1));
		vendorTells(this.customer, Map.of("RESERVED_INSTANCE", false));
		start(this.careful, proof).expect(201);
		start(this.careful, proof).refused(403, "VERIFICATION_CODE_INVALID");
	}

	@Test
	void asksNobodyWhereTheSwitchIsOff() {
		Partner other = partner();
		UUID his = UUID.fromString(
				accept(somebody(), invite(other.admin(), AssociationType.RESALE)).expect(201).text("/customerId"));
		start(other.admin(), ENDS, his).expect(201);
	}

	@Test
	void neverAsksAnAccessKey() {
		start(this.partner.key(), null).expect(201);
	}

	private String proof(Caller caller) {
		return TestKeys.proof(caller, CriticalOperation.END_RELATION, this.clock);
	}

	private Answer start(Caller caller, @Nullable String proof) {
		return (proof != null) ? this.client.as(caller).with(Proofs.HEADER, proof).post(ENDS, wish(this.customer))
				: this.client.as(caller).post(ENDS, wish(this.customer));
	}

	private Answer answer(Caller caller, String id, String answer, @Nullable String proof) {
		String path = ENDS + "/" + id + "/" + answer;
		return (proof != null) ? this.client.as(caller).with(Proofs.HEADER, proof).post(path, "")
				: this.client.as(caller).post(path, "");
	}

	private static Map<String, Object> wish(UUID customer) {
		return Map.of("customerId", customer, "reason", "No business", "understood", true);
	}

}
