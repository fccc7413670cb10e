package io.partnerhub.customer.invitation;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.Texts;

/**
 * The notice a customer accepts (《客户关联合作伙伴须知》, INV-10), and who issues his invoices
 * (INV-03). Its version is kept as evidence (INV-14).
 */
record Notice(String version, String text) {

	/** Counts up whenever one of the texts changes. */
	static final String VERSION = "2026-01";

	static Notice of(AssociationType type, Language language) {
		return new Notice(VERSION, Texts.of("notice/" + type.name().toLowerCase(Locale.ROOT), language, Map.of()));
	}

	/** SHA-256 of the text, in hexadecimal digits. */
	String digest() {
		return HexFormat.of().formatHex(Digests.sha256(this.text));
	}

	/** Asks the partner to remind his customer of the limited validity (INV-04). */
	static String reminder(long validDays, Language language) {
		return Texts.of("notice/remind", language, Map.of("days", String.valueOf(validDays)));
	}

	/**
	 * RESALE customers get their invoices from the partner, ADVISORY ones from the
	 * vendor.
	 */
	static String invoiceIssuer(AssociationType type) {
		return (type == AssociationType.RESALE) ? "PARTNER" : "VENDOR";
	}

}
