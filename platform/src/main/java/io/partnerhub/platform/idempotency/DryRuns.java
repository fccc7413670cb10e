package io.partnerhub.platform.idempotency;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A dry run only tells what a command would do: it needs no key, and its answer is not
 * kept, so that the key is still good for the command itself. On {@code /api/v1} an
 * operation that knows no {@code dryRun} refuses the parameter, and one that knows it
 * refuses every value but {@code true} and {@code false}; elsewhere it means nothing.
 */
final class DryRuns {

	private DryRuns() {
	}

	static boolean asked(HttpServletRequest request) {
		String query = request.getQueryString();
		return query != null && request.getRequestURI().startsWith("/api/v1/")
				&& Arrays.stream(query.split("&")).anyMatch(DryRuns::asks);
	}

	/** However it is encoded; what cannot be decoded is refused later. */
	private static boolean asks(String parameter) {
		try {
			return URLDecoder.decode(parameter, StandardCharsets.UTF_8).equals("dryRun=true");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
