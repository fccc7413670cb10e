package io.partnerhub.gateway.signature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The text that an access key signs: method, path, query, signed headers and the hash of
 * the body, each in one agreed spelling.
 */
final class CanonicalRequest {

	static final String CONTENT_HASH = "x-sdk-content-sha256";

	private CanonicalRequest() {
	}

	/**
	 * The texts of which one must be the signed one; none if a signed header is missing
	 * or the body is not the announced one.
	 */
	static List<String> forms(ReceivedRequest request, SignatureHeader header) {
		Optional<String> headers = headers(request, header);
		Optional<String> payload = payload(request);
		if (headers.isEmpty() || payload.isEmpty()) {
			return List.of();
		}
		return CanonicalQuery.forms(request.query())
			.stream()
			.map((query) -> String.join("\n", request.method(), path(request.path()), query, headers.get(),
					header.signedHeaders(), payload.get()))
			.toList();
	}

	private static String path(String path) {
		String normal = Stream.of(path.split("/", -1)).map(UriEncoding::normalize).collect(Collectors.joining("/"));
		return normal.endsWith("/") ? normal : normal + "/";
	}

	private static Optional<String> headers(ReceivedRequest request, SignatureHeader header) {
		StringBuilder lines = new StringBuilder();
		for (String name : header.names()) {
			String value = request.header().apply(name);
			if (value == null) {
				return Optional.empty();
			}
			lines.append(name).append(':').append(value.trim()).append('\n');
		}
		return Optional.of(lines.toString());
	}

	/** An announced hash must be the body's own; an unsigned payload has none. */
	private static Optional<String> payload(ReceivedRequest request) {
		String actual = Hashes.sha256(request.body().get());
		@Nullable String announced = request.header().apply(CONTENT_HASH);
		if (announced == null) {
			return Optional.of(actual);
		}
		return announced.trim().equalsIgnoreCase(actual) ? Optional.of(announced.trim()) : Optional.empty();
	}

}
