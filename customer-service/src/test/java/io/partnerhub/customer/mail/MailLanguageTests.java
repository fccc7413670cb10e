package io.partnerhub.customer.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Mail is in the language that the partner has chosen for his people and customers. */
@Tag("NOT-02")
class MailLanguageTests extends CustomerScenario {

	private final String office = address();

	private Partner partner;

	@BeforeEach
	void english() {
		this.partner = partner();
		choose("en");
	}

	@Test
	void ofAnInvitationAndOfWhatBecomesOfIt() {
		String email = address();
		String id = preRegister(this.partner.key(), email);
		Map<String, Object> wish = new HashMap<>(wish(id, AssociationType.RESALE));
		this.client.as(this.partner.key()).post("/api/v1/invitations", wish).expect(201);
		assertThat(mailbox.of(email, 1).getFirst().text()).contains("the partner issues your invoices");
		wish.put("language", "zh");
		this.client.as(this.partner.key()).post("/api/v1/invitations", wish).expect(201);
		String token = mailbox.of(email, 2)
			.stream()
			.filter((mail) -> mail.text().contains("您的发票由合作伙伴开具"))
			.findFirst()
			.orElseThrow()
			.token();
		accept(somebody(), token).expect(201);
		assertThat(mailbox.of(this.office, 1).getFirst().text()).contains("resale");
		assertThat(mailbox.of(email, 3)).anySatisfy((mail) -> assertThat(mail.text()).contains("代售"));
	}

	@Test
	void ofWhatStandsBehindAnOfflineLink() {
		String link = this.client.as(this.partner.admin())
			.post("/api/v1/invitation-links",
					Map.of("associationType", AssociationType.RESALE, "channel", "OFFLINE_LINK"))
			.text("/link");
		String path = "/api/v1/invitations/by-token/" + link.substring(link.lastIndexOf('/') + 1);
		assertThat(this.client.as(Caller.anonymous()).get(path).text("/language")).isEqualTo("en");
		choose(null);
		assertThat(this.client.as(Caller.anonymous()).get(path).text("/language")).isEqualTo("zh");
	}

	@Test
	@Tag("X-01")
	void ofCodes() {
		Caller admin = this.partner.admin();
		String email = address();
		this.hears.event(this.partner.reachable(admin, email, null));
		code(admin, Map.of());
		assertThat(mailbox.of(email, 1).getFirst().subject()).startsWith("Verification code");
		String his = address();
		UUID customer = customerOf(this.partner, AssociationType.RESALE);
		code(Caller.customer("li", customer).withLogin("https://id.example", "li", his), Map.of());
		assertThat(mailbox.of(his, 1).getFirst().subject()).startsWith("Verification code");
		code(admin, Map.of("language", "zh"));
		assertThat(mailbox.of(email, 2)).anySatisfy((mail) -> assertThat(mail.subject()).startsWith("【验证码】"));
	}

	@Test
	void ofRequestsAboutARelation() {
		UUID customer = customerOf(this.partner, AssociationType.RESALE);
		this.client.as(this.partner.admin())
			.post("/api/v1/disassociations", Map.of("customerId", customer, "reason", "r", "understood", true))
			.expect(201);
		assertThat(mailbox.of(this.office, 1).getFirst().text()).contains("end of the association");
	}

	@Test
	void isTheOneOfTheServiceWhereHeHasChosenNone() {
		choose(null);
		String email = address();
		String id = preRegister(this.partner.admin(), email);
		this.client.as(this.partner.admin()).post("/api/v1/invitations", wish(id, AssociationType.RESALE)).expect(201);
		assertThat(mailbox.of(email, 1).getFirst().text()).contains("您的发票由合作伙伴开具");
	}

	private void code(Caller caller, Map<String, Object> more) {
		Map<String, Object> body = new HashMap<>(Map.of("operation", "END_RELATION", "channel", "EMAIL"));
		body.putAll(more);
		this.client.as(caller).post("/api/v1/verification-codes", body).expect(201);
	}

	private void choose(@Nullable String language) {
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), this.office,
				"13900000000", List.of(AssociationType.ADVISORY, AssociationType.RESALE), false, language));
	}

}
