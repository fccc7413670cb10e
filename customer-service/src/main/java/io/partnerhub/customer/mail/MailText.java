package io.partnerhub.customer.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a mail says, from a template whose first line is the subject. */
public record MailText(String subject, String body) {

	public static MailText of(String template, Language language, Map<String, String> values) {
		return of(template, language, values, Map.of());
	}

	/** The same with values of several lines. */
	public static MailText of(String template, Language language, Map<String, String> values,
			Map<String, List<String>> lists) {
		String[] parts = Texts.of("mail/" + template, language, values, lists).split("\n", 2);
		return new MailText(parts[0], parts[1].strip().replace("\n", "\r\n"));
	}

	/** The mail to one who reads it. */
	public Mail to(String recipient, @Nullable UUID partnerId, Instant discardAt) {
		return new Mail(partnerId, recipient, this.subject, this.body, discardAt);
	}

}
