package io.partnerhub.gateway.limit;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operation behind a path: everything that is not a lower-case noun counts as an id,
 * so that all vouchers of a partner share one limit.
 */
final class PathTemplate {

	private static final Pattern NOUN = Pattern.compile("[a-z-]{0,40}|v[1-9]");

	private PathTemplate() {
	}

	static String of(String path) {
		return Stream.of(path.split("/", -1))
			.map((segment) -> NOUN.matcher(segment).matches() ? segment : "{id}")
			.collect(Collectors.joining("/"));
	}

}
