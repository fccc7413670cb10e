package io.partnerhub.customer.invitation;

import java.util.Map;

import io.partnerhub.contracts.AssociationType;

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
		Letter letter = Letter.render("invitation", language,
				Map.of("partner", content.partnerName(), "customer", content.customerName(), "contact",
						content.contactName()),
				Map.of("type", typeName(content.type(), language), "invoice", invoice(content.type(), language), "link",
						link, "days", String.valueOf(content.validDays()), "version", notice.version(), "notice",
						notice.text()));
		return new InvitationMail(letter.subject(), letter.text());
	}

	static String typeName(AssociationType type, Language language) {
		return switch (type) {
			case RESALE -> (language == Language.ZH) ? "代售" : "resale";
			case ADVISORY -> (language == Language.ZH) ? "顾问销售" : "advisory";
		};
	}

	private static String invoice(AssociationType type, Language language) {
		return switch (type) {
			case RESALE ->
				(language == Language.ZH) ? "关联后，您的发票由合作伙伴开具。" : "Once associated, the partner issues your invoices.";
			case ADVISORY -> (language == Language.ZH) ? "关联后，您的发票由云厂商开具。"
					: "Once associated, the cloud vendor issues your invoices.";
		};
	}

	/** The data of one mail. */
	record Content(String partnerName, String customerName, String contactName, AssociationType type, long validDays,
			Language language) {
	}

}
