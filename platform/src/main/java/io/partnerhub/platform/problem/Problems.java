package io.partnerhub.platform.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.partnerhub.platform.SnakeCase;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Words a {@link Problem} for the two faces of the hub: {@code application/problem+json}
 * for front ends, and {@code {error_code, error_msg}} for callers of the
 * vendor-compatible API, whose SDK reads nothing else.
 */
public final class Problems {

	/**
	 * A path nobody serves, as opposed to a thing that does not exist: 404 on both faces.
	 */
	static final String NO_SUCH_ROUTE = "NO_SUCH_ROUTE";

	private final MessageSource messages;

	private final VendorCodes vendorCodes;

	public Problems(MessageSource messages, VendorCodes vendorCodes) {
		this.messages = messages;
		this.vendorCodes = vendorCodes;
	}

	public static boolean vendorFace(String path) {
		return path.startsWith("/v2/") || path.startsWith("/v3/");
	}

	public ResponseEntity<Map<String, Object>> answer(Problem problem, String path, Locale locale) {
		HttpHeaders headers = new HttpHeaders();
		if (problem.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, problem.retryAfter().toSeconds())));
		}
		if (vendorFace(path)) {
			headers.setContentType(new MediaType(MediaType.APPLICATION_JSON, java.nio.charset.StandardCharsets.UTF_8));
			return new ResponseEntity<>(vendorBody(problem), headers, vendorStatus(problem));
		}
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return new ResponseEntity<>(body(problem, locale), headers, problem.status());
	}

	private Map<String, Object> body(Problem problem, Locale locale) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type",
				URI.create("urn:partner-hub:problem:" + problem.code().toLowerCase(Locale.ROOT).replace('_', '-')));
		body.put("title", title(problem.code(), locale));
		body.put("status", problem.status().value());
		body.put("detail", problem.detail());
		body.put("code", problem.code());
		if (!problem.errors().isEmpty()) {
			body.put("errors", problem.errors());
		}
		body.putAll(problem.facts());
		return body;
	}

	private String title(String code, Locale locale) {
		String plain = code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
		String title = this.messages.getMessage("problem." + code, null, plain, locale);
		return (title != null) ? title : plain;
	}

	/** The vendor's API writes the names of its fields in snake_case. */
	private Map<String, Object> vendorBody(Problem problem) {
		StringBuilder text = new StringBuilder(problem.detail());
		problem.errors()
			.forEach((error) -> text.append(' ')
				.append(error.pointer().isEmpty() ? "" : SnakeCase.of(error.pointer()) + ": ")
				.append(error.detail()));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error_code", this.vendorCodes.of(problem));
		body.put("error_msg", text.substring(0, Math.min(text.length(), 2000)));
		return body;
	}

	/**
	 * The vendor's API knows neither 404 nor 409 for business objects: both are parameter
	 * errors there, and so is what a rule of the business calls too often.
	 */
	private HttpStatus vendorStatus(Problem problem) {
		return switch (problem.status()) {
			case NOT_FOUND -> problem.code().equals(NO_SUCH_ROUTE) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
			case CONFLICT, UNPROCESSABLE_CONTENT -> HttpStatus.BAD_REQUEST;
			case TOO_MANY_REQUESTS ->
				this.vendorCodes.byCode().containsKey(problem.code()) ? HttpStatus.BAD_REQUEST : problem.status();
			default -> problem.status();
		};
	}

}
