package io.partnerhub.customer.invitation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** The result of an acceptance, told to both sides (NOT-02). */
@Tag("NOT-02")
class LettersTests extends CustomerScenario {

	@Autowired
	private JavaMailSenderImpl sender;

	@ParameterizedTest
	@CsvSource({ "zh, 我的合作伙伴, 代售", "en, My partner, resale" })
	void tellsTheInviterInHisPartnersLanguageAndTheCustomerInHis(String language, String confirmation, String type) {
		Partner partner = partner();
		UUID manager = Ids.next();
		String inviter = "manager-" + manager + "@partner.example";
		this.hears.event(partner.managerAt(manager, inviter));
		String email = address();
		this.client.as(partner.manager(manager))
			.post("/api/v1/invitations",
					Map.of("preRegistrationId", preRegister(partner.manager(manager), email), "associationType",
							AssociationType.RESALE, "language", language))
			.expect(201);
		accept(somebody(), mailbox.of(email, 1).getFirst().token()).expect(201);
		assertThat(mailbox.of(inviter, 1).getFirst().text()).contains("接受邀请", "云岭科技有限公司", "代售");
		Received customer = mailbox.of(email, 2).getLast();
		assertThat(customer.subject()).contains(partner.name());
		assertThat(customer.text()).contains(confirmation, type);
	}

	@Test
	void writesToTheAddressOfTheLoginAndToTheOffice() {
		Partner partner = partner();
		String login = address();
		String subject = Ids.next().toString();
		String token = invite(partner.key(), AssociationType.RESALE);
		accept(Caller.identity("user-" + subject, "https://id.example", subject, login), token).expect(201);
		mailbox.of(login, 1);
		assertThat(recipients(partner)).containsExactlyInAnyOrder("office@partner.example", login);
	}

	@Test
	@Tag("NOT-04")
	void associatesEvenIfTheMailServerIsDown() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		int port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			accept(somebody(), token).expect(201);
		}
		finally {
			this.sender.setPort(port);
		}
		assertThat(recipients(partner)).hasSize(2);
	}

	@Test
	void tellsNothingOfARefusedAcceptance() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		UUID taken = customerOf(partner(), AssociationType.RESALE);
		accept(Caller.customer("li", taken), token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(recipients(partner)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "accepted", "welcome", "reminder-customer", "reminder-inviter" })
	void leavesNoBlankOpen(String template) {
		for (Language language : Language.values()) {
			MailText letter = MailText.of(template, language,
					Map.of("partner", "Cloud\r\nLtd", "customer", "Li", "contact", "Li", "account", "li", "address",
							"a", "type", "resale", "time", "t", "sent", "s", "end", "e"));
			assertThat(letter.subject() + letter.body()).doesNotContain("{", "}");
			assertThat(letter.subject()).doesNotContain("\n");
		}
	}

	/** Of all mails of the partner that hold no invitation. */
	private List<String> recipients(Partner partner) {
		return this.jdbc.sql("""
				select recipient from mail
				where partner_id = :partner and id not in (select mail_id from invitation)
				""").param("partner", partner.id()).query(String.class).list();
	}

}
