package io.partnerhub.gateway.edge;

import java.io.IOException;
import java.util.regex.Pattern;

import io.partnerhub.gateway.answer.Answers;
import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.platform.web.RequestIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first to see a request and the last to see its answer: gives it its trace, refuses
 * paths that are not plain, and turns every refusal further in into an answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EdgeFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(EdgeFilter.class);

	/** An invitation's token is nothing for a log. */
	private static final Pattern TOKEN = Pattern.compile("(/by-token/)[^/]+");

	private final Answers answers;

	EdgeFilter(Answers answers) {
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Trace trace = mark(request, response);
		try (MDC.MDCCloseable _ = MDC.putCloseable("traceId", trace.id())) {
			pass(request, response, chain);
		}
		catch (Refusal refusal) {
			this.answers.refuse(refusal, request, response);
		}
		catch (RuntimeException | ServletException ex) {
			log.error("{} {} failed", request.getMethod(), TOKEN.matcher(request.getRequestURI()).replaceFirst("$1..."),
					ex);
			this.answers.refuse(Refusal.failed(), request, response);
		}
	}

	/** What every answer bears, whoever gives it. */
	static Trace mark(HttpServletRequest request, HttpServletResponse response) {
		Trace trace = Trace.of(request.getHeader("traceparent"));
		request.setAttribute(Trace.ATTRIBUTE, trace);
		response.setHeader(RequestIds.HEADER, trace.id());
		secure(response);
		return trace;
	}

	private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!RequestTargets.plain(request)) {
			throw Refusal.noRoute();
		}
		if (RequestTargets.brokenQuery(request)) {
			throw Refusal.malformed("The query is not percent-encoded.");
		}
		chain.doFilter(request, response);
	}

	private static void secure(HttpServletResponse response) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
	}

}
