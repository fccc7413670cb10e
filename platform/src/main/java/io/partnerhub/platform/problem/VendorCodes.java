package io.partnerhub.platform.problem;

import java.util.Map;

/**
 * The error codes of the vendor-compatible API. A service lists the codes of its own
 * rules; what it does not list gets the code that the API uses for the status.
 */
public record VendorCodes(Map<String, String> byCode) {

	/** Codes of the rules that stand in the platform. */
	private static final Map<String, String> COMMON = Map.of(Problems.NO_SUCH_ROUTE, "APIGW.0101", "RESELLER_NOT_YOURS",
			"CBC.99000037");

	String of(Problem problem) {
		if (problem.code().contains(".")) {
			return problem.code();
		}
		String code = COMMON.getOrDefault(problem.code(), general(problem));
		return this.byCode.getOrDefault(problem.code(), code);
	}

	private static String general(Problem problem) {
		return switch (problem.status().value()) {
			case 401 -> "CBC.0154";
			case 403 -> "CBC.0151";
			case 429 -> "APIGW.0308";
			default -> problem.status().is5xxServerError() ? "CBC.0999" : "CBC.0100";
		};
	}

}
