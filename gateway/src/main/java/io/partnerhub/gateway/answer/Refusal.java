package io.partnerhub.gateway.answer;

import java.time.Duration;

import io.partnerhub.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * A request the gateway does not pass on: a problem for front ends, and beside it the
 * code and message that callers of the vendor-compatible API know.
 */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final transient Problem problem;

	private final String vendorCode;

	private final String vendorMessage;

	private Refusal(Problem problem, String vendorCode, String vendorMessage) {
		super(problem.detail(), null, false, false);
		this.problem = problem;
		this.vendorCode = vendorCode;
		this.vendorMessage = vendorMessage;
	}

	/** 401: the request signature does not prove who sent it; the tail says why. */
	public static Refusal badSignature(String code, String tail) {
		String message = "Incorrect IAM authentication information: " + tail;
		return new Refusal(Problem.unauthorized(code, message), "APIGW.0301", message);
	}

	/** 401: no token, or none that holds. */
	public static Refusal unauthenticated(String detail) {
		return refusal(Problem.unauthorized("UNAUTHENTICATED", detail), "CBC.0154");
	}

	/** 403: resellers have no vendor-compatible API (API-11). */
	public static Refusal reseller() {
		return refusal(Problem.forbidden("ACCESS_DENIED", "Resellers may use /api/v1 only."), "CBC.0151");
	}

	/** 403: the vendor-compatible API knows no part of a partner. */
	public static Refusal partOfPartner() {
		return refusal(Problem.forbidden("ACCESS_DENIED", "Who sees only a part of the partner may use /api/v1 only."),
				"CBC.0151");
	}

	public static Refusal noRoute() {
		return refusal(Problem.notFound("path"), "APIGW.0101");
	}

	public static Refusal malformed(String detail) {
		return refusal(Problem.badRequest("MALFORMED_REQUEST", detail), "CBC.0100");
	}

	/** What is no request the gateway could read, or of a method it never serves. */
	public static Refusal unreadable(int status) {
		HttpStatus known = HttpStatus.resolve(status);
		return switch ((known != null) ? known : HttpStatus.BAD_REQUEST) {
			case METHOD_NOT_ALLOWED -> unreadable(HttpStatus.METHOD_NOT_ALLOWED, "This method is not served.");
			case URI_TOO_LONG -> unreadable(HttpStatus.URI_TOO_LONG, "The path and its query are too long.");
			case REQUEST_HEADER_FIELDS_TOO_LARGE ->
				unreadable(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too large.");
			default -> malformed("The request line or a header is not well-formed, or too long.");
		};
	}

	public static Refusal tooLarge(long limit) {
		return refusal(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE",
				"The body is larger than " + limit + " bytes."), "CBC.0100");
	}

	public static Refusal tooManyRequests(int limit) {
		return new Refusal(
				Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS",
						"More than " + limit + " requests a second. Wait and try again."),
				"APIGW.0308", "The throttling threshold has been reached: policy user over ratelimit,limit:" + limit
						+ ",time:1 second");
	}

	/** 503: surely nothing was done. */
	public static Refusal unavailable(String detail) {
		return refusal(Problem.unavailable("TEMPORARILY_UNAVAILABLE", detail, RETRY_AFTER), "CBC.0999");
	}

	/** 504: the request was sent and its answer is missing. */
	public static Refusal outcomeUnknown() {
		return refusal(Problem.outcomeUnknown(), "CBC.0999");
	}

	public static Refusal failed() {
		return refusal(
				Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "Something went wrong on our side."),
				"CBC.0999");
	}

	private static Refusal unreadable(HttpStatus status, String detail) {
		return refusal(Problem.of(status, status.name(), detail), "CBC.0100");
	}

	private static Refusal refusal(Problem problem, String vendorCode) {
		return new Refusal(problem, vendorCode, problem.detail());
	}

	public int status() {
		return this.problem.status().value();
	}

	public String code() {
		return this.problem.code();
	}

	Problem problem() {
		return this.problem;
	}

	String vendorCode() {
		return this.vendorCode;
	}

	String vendorMessage() {
		return this.vendorMessage;
	}

}
