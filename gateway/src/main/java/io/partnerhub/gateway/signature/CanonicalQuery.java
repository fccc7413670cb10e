package io.partnerhub.gateway.signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The query as it is signed: decoded, sorted by key, encoded again. The official clients
 * disagree on the order of a repeated key's values (the caller's or sorted), so there are
 * two forms, and either may be the signed one.
 */
final class CanonicalQuery {

	private static final Comparator<Pair> BY_KEY = Comparator.comparing(Pair::key);

	private CanonicalQuery() {
	}

	static List<String> forms(@Nullable String query) {
		if (query == null || query.isEmpty()) {
			return List.of("");
		}
		List<Pair> pairs = pairs(query);
		String asSent = sorted(pairs, BY_KEY);
		String valuesSorted = sorted(pairs, BY_KEY.thenComparing(Pair::value));
		return asSent.equals(valuesSorted) ? List.of(asSent) : List.of(asSent, valuesSorted);
	}

	private static List<Pair> pairs(String query) {
		List<Pair> pairs = new ArrayList<>();
		for (String part : query.split("&", -1)) {
			if (!part.isEmpty()) {
				int equals = part.indexOf('=');
				String key = (equals < 0) ? part : part.substring(0, equals);
				String value = (equals < 0) ? "" : part.substring(equals + 1);
				pairs.add(new Pair(UriEncoding.decode(key), UriEncoding.decode(value)));
			}
		}
		return pairs;
	}

	private static String sorted(List<Pair> pairs, Comparator<Pair> order) {
		Stream<Pair> sorted = pairs.stream().sorted(order);
		return sorted.map((pair) -> UriEncoding.encode(pair.key()) + "=" + UriEncoding.encode(pair.value()))
			.collect(Collectors.joining("&"));
	}

	private record Pair(String key, String value) {
	}

}
