package io.partnerhub.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every refusal has a title in both languages; the codes are read from the sources that
 * throw them.
 */
class ProblemTitlesTests {

	private static final Pattern CODE = Pattern
		.compile("Problem\\s*\\.(?:badRequest|conflict|forbidden|unauthorized|notFound|unavailable|tooOften|of)"
				+ "\\(\\s*(?:HttpStatus\\.\\w+,\\s*)?\"([A-Z][A-Z0-9_]+)\"");

	private static final Pattern TITLE = Pattern.compile("(?m)^problem\\.([A-Z0-9_]+)\\s*=\\s*\\S");

	@ParameterizedTest
	@ValueSource(strings = { "gateway", "customer-service", "coupon-service", "opportunity-service", "billing-service",
			"partner-program-service" })
	void everyProblemHasATitleInBothLanguages(String module) {
		Set<String> codes = found(CODE, sources("../../platform", ".java"));
		codes.addAll(found(CODE, sources("../../" + module, ".java")));
		assertThat(titles(module, false)).as("titles in English").containsAll(codes);
		assertThat(titles(module, true)).as("titles in Chinese").containsAll(codes);
	}

	private static Set<String> titles(String module, boolean chinese) {
		List<String> files = Stream
			.concat(files("../../platform", ".properties"), files("../../" + module, ".properties"))
			.filter((file) -> file.toString().endsWith("_zh.properties") == chinese)
			.map(ProblemTitlesTests::read)
			.toList();
		return found(TITLE, files);
	}

	private static List<String> sources(String module, String ending) {
		return files(module, ending).map(ProblemTitlesTests::read).toList();
	}

	private static Stream<Path> files(String module, String ending) {
		try (Stream<Path> files = Files.walk(Path.of(module, "src", "main"))) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> found(Pattern pattern, List<String> texts) {
		Set<String> found = new TreeSet<>();
		texts.forEach((text) -> pattern.matcher(text).results().forEach((match) -> found.add(match.group(1))));
		return found;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
