package io.partnerhub.customer.invitation;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.caller.CallerArgument;
import io.partnerhub.platform.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Counts unknown tokens by address and by caller. It stands outside of the transaction in
 * which a command runs with its key, because a miss must be kept when that is undone.
 */
@Component
@Order(GuessFilter.BEFORE_TRANSACTIONS)
class GuessFilter extends OncePerRequestFilter {

	/** After Spring Security (-100), before the idempotency keys (0). */
	static final int BEFORE_TRANSACTIONS = -10;

	private static final Logger log = LoggerFactory.getLogger(GuessFilter.class);

	private final Guesses guesses;

	private final HandlerExceptionResolver errors;

	GuessFilter(Guesses guesses, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
		this.guesses = guesses;
		this.errors = errors;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !path.startsWith("/api/v1/invitations/by-token/") && !path.equals("/api/v1/invitations/acceptances");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			List<String> sources = sources(request);
			Optional<Duration> pause = this.guesses.pause(sources);
			if (pause.isPresent()) {
				refuse(request, response, pause.get());
				return;
			}
			chain.doFilter(request, response);
			if (missed(request)) {
				this.guesses.miss(sources);
			}
		}
		catch (Problem | TransactionException | DataAccessException ex) {
			answer(request, response, ex);
		}
	}

	private static List<String> sources(HttpServletRequest request) {
		Caller caller = CallerArgument.current();
		String address = "address " + Source.network(request);
		return caller.is(Caller.Kind.ANONYMOUS) ? List.of(address) : List.of(address, "caller " + caller.keySpace());
	}

	private static boolean missed(HttpServletRequest request) {
		return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof Problem problem
				&& problem.code().equals("INVITE_NOT_FOUND");
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, Duration pause) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.plusMillis(999).toSeconds())));
		this.errors.resolveException(request, response, null, Problem.of(HttpStatus.TOO_MANY_REQUESTS,
				"TOO_MANY_GUESSES", "Too many links that do not exist; please wait before you try another."));
	}

	/** What was answered already stays so, even if the miss could not be counted. */
	private void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) {
		if (response.isCommitted() || missed(request)) {
			log.warn("a miss was not counted: {}", failure.toString());
			return;
		}
		this.errors.resolveException(request, response, null, failure);
	}

}
