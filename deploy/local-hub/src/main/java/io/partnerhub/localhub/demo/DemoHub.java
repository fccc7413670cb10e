package io.partnerhub.localhub.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.partnerhub.localhub.home.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The running hub as a person with a login uses it, through the gateway, and the mails it
 * sent.
 */
final class DemoHub {

	private final Ports ports;

	private final DemoLogins logins;

	private final Http http = new Http();

	DemoHub(Path home) {
		this.ports = Ports.in(home);
		this.logins = DemoLogins.in(home);
	}

	/** A command; the key makes it safe to repeat after a crash. */
	JsonNode post(String login, String path, String key, @Nullable Object body) {
		return Eventually.succeeds(() -> this.http.post(url("gateway") + path, keyed(login, key), body));
	}

	/** Replaces a whole resource, as safe to repeat. */
	JsonNode put(String login, String path, String key, Object body) {
		return Eventually.succeeds(() -> this.http.put(url("gateway") + path, keyed(login, key), body));
	}

	JsonNode get(String login, String path) {
		return Eventually.succeeds(() -> this.http.get(url("gateway") + path, bearer(login)));
	}

	/** The mails a person got, newest first. */
	JsonNode mails(String address) {
		return this.http.get(url("mail") + "/api/mails?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8),
				Map.of());
	}

	DemoLogins logins() {
		return this.logins;
	}

	private Map<String, String> keyed(String login, String key) {
		Map<String, String> headers = new HashMap<>(bearer(login));
		headers.put("Idempotency-Key", key);
		return headers;
	}

	private Map<String, String> bearer(String login) {
		return Map.of("Authorization", "Bearer " + this.logins.token(login));
	}

	private String url(String part) {
		return "http://127.0.0.1:" + this.ports.of(part);
	}

}
