package io.partnerhub.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls a service under test as any caller, the way the gateway would, or the gateway
 * itself.
 */
public final class HubClient {

	private final HttpClient http = HttpClient.newHttpClient();

	private final Supplier<String> url;

	private final BiFunction<Caller, String, String> tokens;

	private final String service;

	private final JsonMapper json;

	private HubClient(Supplier<String> url, String service, BiFunction<Caller, String, String> tokens,
			JsonMapper json) {
		this.url = url;
		this.service = service;
		this.tokens = tokens;
		this.json = json;
	}

	/** A client of one service, which accepts what {@link TestKeys} sign. */
	static HubClient of(IntSupplier port, String service, Clock clock, JsonMapper json) {
		return new HubClient(() -> "http://127.0.0.1:" + port.getAsInt(), service,
				(caller, audience) -> TestKeys.token(caller, audience, clock), json);
	}

	/** A client of a gateway, whose callers bring tokens of their own. */
	public static HubClient through(String gateway) {
		return new HubClient(() -> gateway, "gateway", (caller, audience) -> {
			throw new IllegalStateException("the gateway takes no internal tokens");
		}, JsonMapper.builder().build());
	}

	public As as(Caller caller) {
		return new As("Bearer " + this.tokens.apply(caller, this.service), Map.of());
	}

	/** Without any token. */
	public As asNobody() {
		return new As(null, Map.of());
	}

	/** With a token of the test's choice. */
	public As withToken(String token) {
		return new As("Bearer " + token, Map.of());
	}

	/**
	 * Requests of one caller; commands carry a fresh idempotency key unless told
	 * otherwise.
	 */
	public final class As {

		private final @Nullable String authorization;

		private final Map<String, String> headers;

		private As(@Nullable String authorization, Map<String, String> headers) {
			this.authorization = authorization;
			this.headers = headers;
		}

		/** The same caller with one header more; an empty value leaves the header out. */
		public As with(String header, String value) {
			Map<String, String> more = new LinkedHashMap<>(this.headers);
			more.put(header, value);
			return new As(this.authorization, more);
		}

		public Answer get(String path) {
			return send("GET", path, null);
		}

		/** The body as it came, of an answer that must be 200. */
		public byte[] download(String path) {
			HttpResponse<byte[]> response = exchange("GET", path, null, HttpResponse.BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			return response.body();
		}

		/** Posts an object, or a string or bytes as they are. */
		public Answer post(String path, Object body) {
			return send("POST", path, body);
		}

		public Answer put(String path, Object body) {
			return send("PUT", path, body);
		}

		public Answer patch(String path, Object body) {
			return send("PATCH", path, body);
		}

		public Answer delete(String path) {
			return send("DELETE", path, null);
		}

		private Answer send(String method, String path, @Nullable Object body) {
			return new Answer(exchange(method, path, body, HttpResponse.BodyHandlers.ofString()), HubClient.this.json);
		}

		private <T> HttpResponse<T> exchange(String method, String path, @Nullable Object body,
				HttpResponse.BodyHandler<T> handler) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(HubClient.this.url.get() + path))
				.method(method, (body != null) ? publisher(body) : HttpRequest.BodyPublishers.noBody());
			headers(method).forEach(request::setHeader);
			try {
				return HubClient.this.http.send(request.build(), handler);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

		private Map<String, String> headers(String method) {
			Map<String, String> all = new LinkedHashMap<>();
			all.put("Content-Type", "application/json");
			if (this.authorization != null) {
				all.put("Authorization", this.authorization);
			}
			if (!method.equals("GET")) {
				all.put("Idempotency-Key", Ids.next().toString());
			}
			all.putAll(this.headers);
			all.values().removeIf(String::isEmpty);
			return all;
		}

		private HttpRequest.BodyPublisher publisher(Object body) {
			return switch (body) {
				case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
				case String text -> HttpRequest.BodyPublishers.ofString(text);
				default -> HttpRequest.BodyPublishers.ofString(HubClient.this.json.writeValueAsString(body));
			};
		}

	}

	/** An answer with its status and JSON. */
	public record Answer(HttpResponse<String> response, JsonMapper mapper) {

		public int status() {
			return this.response.statusCode();
		}

		public JsonNode json() {
			return this.mapper.readTree(this.response.body());
		}

		/** A value by JSON pointer as text; empty if absent. */
		public String text(String pointer) {
			return json().at(pointer).asString("");
		}

		public @Nullable String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		/** Fails with the body unless the status is the expected one. */
		public Answer expect(int status) {
			if (status() != status) {
				throw new AssertionError("expected " + status + " but was " + status() + ": " + this.response.body());
			}
			return this;
		}

		/** Expects a refusal with its code, on either face. */
		public Answer refused(int status, String code) {
			expect(status);
			String found = text("/code") + text("/error_code");
			if (!found.equals(code)) {
				throw new AssertionError("expected " + code + " but was " + this.response.body());
			}
			return this;
		}

	}

}
