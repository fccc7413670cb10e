package io.partnerhub.customer.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/** A mail from a template whose first line is the subject. */
record MailText(String subject, String text) {

	private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

	private static final Map<String, String> READ = new ConcurrentHashMap<>();

	static MailText of(String template, String language, Map<String, String> values) {
		String[] parts = READ.computeIfAbsent("mail/" + template + "_" + language + ".txt", MailText::load)
			.split("\n", 2);
		return new MailText(fill(parts[0], values), fill(parts[1], values).strip().replace("\n", "\r\n"));
	}

	/** A name never breaks out of its line. */
	static String line(String name) {
		return name.replaceAll("\\p{Cntrl}", " ");
	}

	/** Fills the blanks in one go, so that a value with braces stays as it is. */
	private static String fill(String template, Map<String, String> values) {
		return BLANK.matcher(template)
			.replaceAll((blank) -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group())));
	}

	private static String load(String file) {
		try {
			return new ClassPathResource(file, MailText.class.getClassLoader())
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
