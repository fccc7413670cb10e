package io.partnerhub.localhub.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.partnerhub.localhub.home.HubFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to the running hub. */
final class Http {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	JsonNode post(String url, Map<String, String> headers, @Nullable Object body) {
		return write("POST", url, headers, body);
	}

	JsonNode put(String url, Map<String, String> headers, Object body) {
		return write("PUT", url, headers, body);
	}

	JsonNode get(String url, Map<String, String> headers) {
		return send(request(url, headers).build());
	}

	private JsonNode write(String method, String url, Map<String, String> headers, @Nullable Object body) {
		HttpRequest.Builder request = request(url, headers);
		return send((body != null) ? request.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build() : request.method(method, HttpRequest.BodyPublishers.noBody()).build());
	}

	private static HttpRequest.Builder request(String url, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
		headers.forEach(request::header);
		return request;
	}

	private JsonNode send(HttpRequest request) {
		HttpResponse<String> answer = answer(request);
		if (answer.statusCode() / 100 != 2) {
			throw new Refused(request, answer);
		}
		return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
	}

	private HttpResponse<String> answer(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw HubFailure.of(request.uri() + " does not answer", ex,
					"Look at './hub status'; start the hub with './hub up'.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** An answer that is not a success, quoted as it came. */
	static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int status;

		Refused(HttpRequest request, HttpResponse<String> answer) {
			super(request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
			this.status = answer.statusCode();
		}

		int status() {
			return this.status;
		}

	}

}
