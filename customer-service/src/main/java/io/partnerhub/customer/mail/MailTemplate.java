package io.partnerhub.customer.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/**
 * The text of a mail in one language: the subject in its first line, and blanks such as
 * {@code {partner}} to be filled.
 */
public record MailTemplate(String subject, String body) {

	private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

	/** Reads {@code mail/<name>_<language>.txt}. */
	public static MailTemplate read(String name, String language) {
		String file = "mail/" + name + "_" + language + ".txt";
		try {
			String[] parts = new ClassPathResource(file, MailTemplate.class.getClassLoader())
				.getContentAsString(StandardCharsets.UTF_8)
				.split("\n", 2);
			return new MailTemplate(parts[0], parts[1].strip().replace("\n", "\r\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Fills the blanks in one go, so that a value with braces stays as it is; a value
	 * never breaks out of its line.
	 */
	public MailTemplate fill(Map<String, String> values) {
		return new MailTemplate(fill(this.subject, values), fill(this.body, values));
	}

	private static String fill(String text, Map<String, String> values) {
		return BLANK.matcher(text)
			.replaceAll((blank) -> Matcher
				.quoteReplacement(values.getOrDefault(blank.group(1), blank.group()).replaceAll("\\p{Cntrl}", " ")));
	}

}
