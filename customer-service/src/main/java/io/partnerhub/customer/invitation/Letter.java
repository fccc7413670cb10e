package io.partnerhub.customer.invitation;

import java.util.HashMap;
import java.util.Map;

/**
 * A text from a template: its first line is the subject. A name never breaks out of its
 * line.
 */
record Letter(String subject, String text) {

	/** Names are put in line, other values stand as they are. */
	static Letter render(String template, Language language, Map<String, String> names, Map<String, String> values) {
		Map<String, String> all = new HashMap<>(values);
		names.forEach((blank, name) -> all.put(blank, name.replaceAll("\\p{Cntrl}", " ")));
		String[] parts = Texts.read("mail/" + template, language).split("\n", 2);
		return new Letter(Texts.fill(parts[0], all), Texts.fill(parts[1], all).strip().replace("\n", "\r\n"));
	}

}
