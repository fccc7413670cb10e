package io.partnerhub.gateway.answer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.problem.Problems;
import io.partnerhub.platform.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link Refusal} in the words of the face that was called. The vendor's SDK
 * reads plain JSON only and shows the request id of the body.
 */
@Component
public class Answers {

	private static final String VENDOR_JSON = "application/json;charset=UTF-8";

	private final Problems problems;

	private final JsonMapper json;

	Answers(Problems problems, JsonMapper json) {
		this.problems = problems;
		this.json = json;
	}

	public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(refusal.status());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (refusal.problem().retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.problem().retryAfter().toSeconds()));
		}
		if (refusal.status() == HttpStatus.UNAUTHORIZED.value()) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		byte[] body = this.json.writeValueAsBytes(body(refusal, request, response));
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private Object body(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		String path = path(request);
		if (Problems.vendorFace(path)) {
			response.setContentType(VENDOR_JSON);
			return vendorBody(refusal, response.getHeader(RequestIds.HEADER));
		}
		response.setContentType("application/problem+json");
		Problem problem = refusal.problem();
		Map<String, Object> body = this.problems.answer(problem, path, request.getLocale()).getBody();
		return (body != null) ? body : Map.of();
	}

	/** A request line that could not be read has no path. */
	private static String path(HttpServletRequest request) {
		@Nullable String path = request.getRequestURI();
		return (path != null) ? path : "";
	}

	private static Map<String, Object> vendorBody(Refusal refusal, String requestId) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error_code", refusal.vendorCode());
		body.put("error_msg", refusal.vendorMessage());
		body.put("request_id", requestId);
		return body;
	}

}
