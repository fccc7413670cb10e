package io.partnerhub.customer.invitation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.ProspectEvent.InvitationSent;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many invitations with one command (INV-01). */
@Tag("INV-01")
class BatchInvitingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/invitations/batches";

	private Partner partner;

	@BeforeEach
	void known() {
		this.partner = partner();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "some-key" })
	void invitesTheOthersWhenOneCannotBe(String key) {
		String first = preRegister(this.partner.admin(), address());
		String foreign = preRegister(partner().admin(), address());
		String last = preRegister(this.partner.admin(), address());
		this.announced.next();
		Answer answer = this.client.as(this.partner.admin())
			.with("Idempotency-Key", key)
			.post(PATH, batch(List.of(first, foreign, last), "zh"))
			.expect(200);
		assertThat(answer.text("/items/0/preRegistrationId")).isEqualTo(first);
		assertThat(answer.text("/items/1/code")).isEqualTo("NOT_FOUND");
		assertThat(answer.text("/items/1/detail")).isNotEmpty();
		assertThat(answer.text("/items/1/invitationId")).isEmpty();
		assertThat(answer.text("/items/2/code")).isEmpty();
		assertThat(this.announced.next(InvitationSent.class)).extracting(InvitationSent::invitationId)
			.containsExactlyInAnyOrder(UUID.fromString(answer.text("/items/0/invitationId")),
					UUID.fromString(answer.text("/items/2/invitationId")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	@Tag("INV-02")
	void sendsEachTheMailThatWasPreviewed(String language) {
		String email = address();
		String id = preRegister(this.partner.admin(), email);
		Answer preview = this.client.as(this.partner.admin())
			.post("/api/v1/invitations/preview",
					Map.of("preRegistrationId", id, "associationType", AssociationType.RESALE, "language", language))
			.expect(200);
		this.client.as(this.partner.admin()).post(PATH, batch(List.of(id), language)).expect(200);
		Received mail = mailbox.of(email, 1).getFirst();
		assertThat(mail.subject()).isEqualTo(preview.text("/subject"));
		assertThat(mail.text().replace(mail.token(), InvitationMail.TOKEN_PLACEHOLDER))
			.isEqualTo(preview.text("/text"));
	}

	@Test
	@Tag("INV-09")
	void namesTheReasonForEachOfAFrozenPartner() {
		String id = preRegister(this.partner.admin(), address());
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		Answer answer = this.client.as(this.partner.admin()).post(PATH, batch(List.of(id), "zh")).expect(200);
		assertThat(answer.text("/items/0/code")).isEqualTo("PARTNER_FROZEN");
	}

	@Test
	void refusesNobodyMoreThanAHundredAndTwins() {
		List<UUID> hundred = java.util.stream.Stream.generate(Ids::next).limit(100).toList();
		assertThat(
				this.client.as(this.partner.admin()).post(PATH, batch(hundred, "zh")).expect(200).json().at("/items"))
			.hasSize(100);
		List<UUID> more = java.util.stream.Stream.generate(Ids::next).limit(101).toList();
		this.client.as(this.partner.admin()).post(PATH, batch(more, "zh")).refused(400, "INVALID_REQUEST");
		this.client.as(this.partner.admin()).post(PATH, batch(List.of(), "zh")).refused(400, "INVALID_REQUEST");
		UUID one = Ids.next();
		this.client.as(this.partner.admin()).post(PATH, batch(List.of(one, one), "zh")).refused(400, "INVALID_REQUEST");
		this.client.as(this.partner.finance()).post(PATH, batch(List.of(one), "zh")).refused(403, "ACCESS_DENIED");
	}

	private static Map<String, Object> batch(List<?> ids, String language) {
		return Map.of("preRegistrationIds", ids, "associationType", AssociationType.RESALE, "language", language);
	}

}
