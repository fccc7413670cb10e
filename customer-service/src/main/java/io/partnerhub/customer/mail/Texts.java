package io.partnerhub.customer.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * Texts in both languages with blanks such as {@code {partner}}. A value never breaks out
 * of its line; only a list has several.
 */
public final class Texts {

	private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

	private static final Map<String, String> READ = new ConcurrentHashMap<>();

	private Texts() {
	}

	/** The text in {@code <name>_<language>.txt}, filled in. */
	public static String of(String name, Language language, Map<String, String> values) {
		return of(name, language, values, Map.of());
	}

	static String of(String name, Language language, Map<String, String> values, Map<String, List<String>> lists) {
		Map<String, String> all = new HashMap<>();
		values.forEach((blank, value) -> all.put(blank, line(value)));
		lists.forEach(
				(blank, lines) -> all.put(blank, lines.stream().map(Texts::line).collect(Collectors.joining("\n"))));
		return fill(READ.computeIfAbsent(name + "_" + language.code() + ".txt", Texts::load), all).stripTrailing();
	}

	private static String line(String value) {
		return value.replaceAll("\\p{Cntrl}", " ");
	}

	/** In one go, so that a value with braces stays as it is. */
	private static String fill(String text, Map<String, String> values) {
		return BLANK.matcher(text)
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
