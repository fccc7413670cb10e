package io.partnerhub.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal that says what is wrong: the rule's code, a sentence for a person, and the
 * facts needed to put it right. Thrown by rules and use cases; each face of the hub words
 * it in its own way.
 */
public final class Problem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "code",
			"errors");

	private final HttpStatus status;

	private final String code;

	private final transient Map<String, Object> facts = new LinkedHashMap<>();

	private final transient List<FieldError> errors;

	private @Nullable Duration retryAfter;

	private Problem(HttpStatus status, String code, String detail, List<FieldError> errors) {
		super(detail, null, false, false);
		this.status = status;
		this.code = code;
		this.errors = errors;
	}

	/** 400: the request breaks a rule whatever the state of the hub. */
	public static Problem badRequest(String code, String detail) {
		return new Problem(HttpStatus.BAD_REQUEST, code, detail, List.of());
	}

	/** 400: one field of the request is wrong. */
	public static Problem invalid(String pointer, String fieldCode, String detail) {
		return invalid(List.of(new FieldError(pointer, fieldCode, detail)));
	}

	public static Problem invalid(List<FieldError> errors) {
		return new Problem(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The request is not valid.", errors);
	}

	/** 401: nobody the hub knows. */
	public static Problem unauthorized(String code, String detail) {
		return new Problem(HttpStatus.UNAUTHORIZED, code, detail, List.of());
	}

	/** 403: the caller is known and may not do this. */
	public static Problem forbidden(String code, String detail) {
		return new Problem(HttpStatus.FORBIDDEN, code, detail, List.of());
	}

	/** 404: unknown, or not the caller's to see. */
	public static Problem notFound(String what) {
		return notFound("NOT_FOUND", what);
	}

	/** 404 with a code of its own. */
	public static Problem notFound(String code, String what) {
		return new Problem(HttpStatus.NOT_FOUND, code, "There is no such " + what + ".", List.of());
	}

	/** 409: the present state does not allow it. */
	public static Problem conflict(String code, String detail) {
		return new Problem(HttpStatus.CONFLICT, code, detail, List.of());
	}

	/** Any other status. */
	public static Problem of(HttpStatus status, String code, String detail) {
		return new Problem(status, code, detail, List.of());
	}

	/** 429: it happened too often; try again after the given time. */
	public static Problem tooOften(String code, String detail, Duration retryAfter) {
		Problem problem = new Problem(HttpStatus.TOO_MANY_REQUESTS, code, detail, List.of());
		problem.retryAfter = retryAfter;
		return problem;
	}

	/** 503: surely nothing was done; try again after the given time. */
	public static Problem unavailable(String code, String detail, Duration retryAfter) {
		Problem problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of());
		problem.retryAfter = retryAfter;
		return problem;
	}

	/** 504: it may or may not have been done; repeating with the same key settles it. */
	public static Problem outcomeUnknown() {
		return new Problem(HttpStatus.GATEWAY_TIMEOUT, "OUTCOME_UNKNOWN",
				"It is not known whether the request took effect. Repeat it with the same Idempotency-Key.", List.of());
	}

	/**
	 * Adds a fact a person needs, such as {@code nextAllowedAt}; it stands beside the
	 * members that every problem has and cannot take the name of one.
	 */
	public Problem with(String fact, Object value) {
		if (MEMBERS.contains(fact)) {
			throw new IllegalArgumentException("Every problem has a member " + fact);
		}
		this.facts.put(fact, value);
		return this;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	public String detail() {
		return String.valueOf(getMessage());
	}

	public Map<String, Object> facts() {
		return this.facts;
	}

	public List<FieldError> errors() {
		return this.errors;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * What is wrong with one field.
	 *
	 * @param pointer JSON pointer into the body, or {@code ?name} for a parameter
	 * @param code UPPER_SNAKE name of the fault
	 * @param detail a sentence
	 */
	public record FieldError(String pointer, String code, String detail) {
	}

}
