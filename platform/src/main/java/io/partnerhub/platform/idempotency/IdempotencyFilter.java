package io.partnerhub.platform.idempotency;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.partnerhub.platform.caller.CallerArgument;
import io.partnerhub.platform.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A command with an {@code Idempotency-Key} runs in one transaction with the row that
 * keeps its answer (I-41, X-14): the same key and body return the stored answer for 7
 * days, another body is refused, a repeat of a running command waits for nobody. A
 * refused command leaves no row and may be tried again with its key. A command that
 * shares its transaction with others gets its key handed over instead.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

	public static final String HEADER = "Idempotency-Key";

	static final String SHOWN_ONCE = IdempotencyFilter.class.getName() + ".shownOnce";

	private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");

	private final IdempotencyStore store;

	private final TransactionTemplate transaction;

	private final HandlerExceptionResolver errors;

	private final AnswerKeepers keepers;

	public IdempotencyFilter(IdempotencyStore store, TransactionTemplate transaction, HandlerExceptionResolver errors,
			AnswerKeepers keepers) {
		this.keepers = keepers;
		this.store = store;
		this.transaction = transaction;
		this.errors = errors;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader(HEADER) == null || !COMMANDS.contains(request.getMethod()) || DryRuns.asked(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try (RepeatableRequest repeatable = new RepeatableRequest(request)) {
			if (this.keepers.keepsItself(request)) {
				request.setAttribute(CommandKey.ATTRIBUTE, command(repeatable));
				chain.doFilter(repeatable, response);
				return;
			}
			ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
			this.transaction.executeWithoutResult((status) -> {
				run(command(repeatable), repeatable, answer, chain);
				if (answer.getStatus() >= 400) {
					status.setRollbackOnly();
				}
			});
			answer.copyBodyToResponse();
		}
		catch (Problem | TransactionException | DataAccessException ex) {
			this.errors.resolveException(request, response, null, ex);
		}
		catch (FailedChain ex) {
			ex.rethrow();
		}
	}

	private void run(CommandKey command, HttpServletRequest request, ContentCachingResponseWrapper answer,
			FilterChain chain) {
		if (!this.store.lock(command)) {
			throw command.running();
		}
		Optional<KeptAnswer> kept = this.store.find(command);
		if (kept.isPresent()) {
			kept.get().checkedFor(command).writeTo(answer);
			return;
		}
		try {
			chain.doFilter(request, answer);
		}
		catch (IOException | ServletException ex) {
			throw new FailedChain(ex);
		}
		if (answer.getStatus() < 400) {
			this.store.save(command, KeptAnswer.of(command, answer), shownOnce(request));
		}
	}

	private static Set<?> shownOnce(HttpServletRequest request) {
		return (request.getAttribute(SHOWN_ONCE) instanceof Set<?> fields) ? fields : Set.of();
	}

	private static CommandKey command(RepeatableRequest request) {
		List<String> keys = Collections.list(request.getHeaders(HEADER));
		String key = keys.getFirst();
		if (keys.size() > 1 || key.isBlank() || key.length() > 128) {
			throw Problem.badRequest("IDEMPOTENCY_KEY_INVALID", "There is one Idempotency-Key of 1 to 128 characters.");
		}
		String operation = request.getMethod() + " " + request.getRequestURI();
		return new CommandKey(CallerArgument.current().keySpace(), operation, key, fingerprint(request));
	}

	private static byte[] fingerprint(RepeatableRequest request) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(String.valueOf(request.getQueryString()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
			request.copyBodyTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
			return digest.digest();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Carries a checked failure out of the transaction, which it rolls back. */
	private static final class FailedChain extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final Exception failure;

		FailedChain(Exception failure) {
			super(failure);
			this.failure = failure;
		}

		void rethrow() throws IOException, ServletException {
			if (this.failure instanceof IOException io) {
				throw io;
			}
			throw (ServletException) this.failure;
		}

	}

}
