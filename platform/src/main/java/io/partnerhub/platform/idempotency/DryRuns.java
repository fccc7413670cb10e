package io.partnerhub.platform.idempotency;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A dry run only tells what a command would do: it needs no key, and its answer is not
 * kept, so that the key is still good for the command itself. Operations that know no
 * {@code dryRun} refuse the parameter on {@code /api/v1}; elsewhere it means nothing.
 */
final class DryRuns {

	private static final Pattern ASKED = Pattern.compile("(^|.*&)dryRun=true(&.*|$)");

	private DryRuns() {
	}

	static boolean asked(HttpServletRequest request) {
		String query = request.getQueryString();
		return query != null && request.getRequestURI().startsWith("/api/v1/") && ASKED.matcher(query).matches();
	}

}
