package io.partnerhub.customer.invitation;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationMailTests {

	@ParameterizedTest
	@Tag("INV-03")
	@CsvSource({ "RESALE, ZH, 发票由合作伙伴开具", "ADVISORY, ZH, 发票由云厂商开具", "RESALE, EN, the partner issues your invoices",
			"ADVISORY, EN, the cloud vendor issues your invoices" })
	void saysWhoIssuesTheInvoices(AssociationType type, Language language, String sentence) {
		assertThat(mail("Cloud Ltd", type, language).text()).contains(sentence);
	}

	@Test
	@Tag("INV-04")
	void saysHowLongTheLinkWorks() {
		assertThat(mail("Cloud Ltd", AssociationType.RESALE, Language.EN).text()).contains("valid for 7 days");
		assertThat(mail("Cloud Ltd", AssociationType.RESALE, Language.ZH).text()).contains("7 天内有效");
	}

	@Test
	@Tag("INV-02")
	void differsInNothingButTheToken() {
		InvitationMail.Content content = new InvitationMail.Content("Cloud Ltd", "Li", "Li Lei", AssociationType.RESALE,
				7, Language.ZH);
		InvitationMail preview = InvitationMail.render(content,
				"https://hub.example/" + InvitationMail.TOKEN_PLACEHOLDER);
		InvitationMail sent = InvitationMail.render(content, "https://hub.example/secret");
		assertThat(sent.subject()).isEqualTo(preview.subject());
		assertThat(sent.text().replace("secret", InvitationMail.TOKEN_PLACEHOLDER)).isEqualTo(preview.text());
	}

	@Test
	void leavesNoBlankOpen() {
		for (AssociationType type : AssociationType.values()) {
			for (Language language : Language.values()) {
				InvitationMail mail = mail("Cloud Ltd", type, language);
				assertThat(mail.subject() + mail.text()).doesNotContain("{", "}");
			}
		}
	}

	@Test
	void keepsHostileNamesInTheirLine() {
		InvitationMail mail = mail("{link}\r\nBcc: all@x.example", AssociationType.RESALE, Language.EN);
		assertThat(mail.subject()).isEqualTo("{link}  Bcc: all@x.example invites you to become its customer");
	}

	private static InvitationMail mail(String partner, AssociationType type, Language language) {
		return InvitationMail.render(new InvitationMail.Content(partner, "Li", "Li Lei", type, 7, language),
				"https://hub.example/x");
	}

}
