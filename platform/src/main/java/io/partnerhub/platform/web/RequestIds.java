package io.partnerhub.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every answer names its trace in {@code X-Request-Id}; logs and events of the request
 * carry the same id.
 */
public final class RequestIds extends OncePerRequestFilter {

	public static final String HEADER = "X-Request-Id";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = id(request.getHeader(HEADER));
		response.setHeader(HEADER, id);
		if (Problems.vendorFace(request.getRequestURI())) {
			// That face always names its charset.
			response.setCharacterEncoding(StandardCharsets.UTF_8);
		}
		try (MDC.MDCCloseable _ = MDC.putCloseable("traceId", id)) {
			chain.doFilter(request, response);
		}
	}

	private static String id(@org.jspecify.annotations.Nullable String given) {
		return (given != null && given.matches("[0-9a-zA-Z-]{8,64}")) ? given : Ids.next().toString().replace("-", "");
	}

}
