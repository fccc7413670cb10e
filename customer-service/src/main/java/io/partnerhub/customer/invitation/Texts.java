package io.partnerhub.customer.invitation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/** Texts in both languages, and filling them in. */
final class Texts {

	private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

	private static final Map<String, String> READ = new ConcurrentHashMap<>();

	private Texts() {
	}

	static String read(String name, Language language) {
		return READ.computeIfAbsent(name + "_" + language.code() + ".txt", Texts::load);
	}

	/** Fills the blanks in one go, so that a value with braces stays as it is. */
	static String fill(String template, Map<String, String> values) {
		return BLANK.matcher(template)
			.replaceAll((blank) -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group())));
	}

	private static String load(String file) {
		try {
			return new ClassPathResource(file, Texts.class.getClassLoader()).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
