package io.partnerhub.customer.invitation;

import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailText;

/**
 * What an invited customer reads. Preview and mail are the same text from the same data
 * (INV-02); only the personal token differs.
 */
record InvitationMail(String subject, String text) {

	/** Stands in the preview for the personal token. */
	static final String TOKEN_PLACEHOLDER = "PERSONAL-TOKEN";

	static InvitationMail render(Content content, String link) {
		Language language = content.language();
		Notice notice = Notice.of(content.type(), language);
		MailText mail = MailText.of("invitation", language,
				Map.of("partner", content.partnerName(), "customer", content.customerName(), "contact",
						content.contactName(), "type", typeName(content.type(), language), "invoice",
						invoice(content.type(), language), "link", link, "days", String.valueOf(content.validDays()),
						"version", notice.version()),
				Map.of("notice", notice.text().lines().toList()));
		return new InvitationMail(mail.subject(), mail.body());
	}

	static String typeName(AssociationType type, Language language) {
		return switch (type) {
			case RESALE -> language.choose("代售", "resale");
			case ADVISORY -> language.choose("顾问销售", "advisory");
		};
	}

	private static String invoice(AssociationType type, Language language) {
		return switch (type) {
			case RESALE -> language.choose("关联后，您的发票由合作伙伴开具。", "Once associated, the partner issues your invoices.");
			case ADVISORY ->
				language.choose("关联后，您的发票由云厂商开具。", "Once associated, the cloud vendor issues your invoices.");
		};
	}

	/** The data of one mail. */
	record Content(String partnerName, String customerName, String contactName, AssociationType type, long validDays,
			Language language) {
	}

}
