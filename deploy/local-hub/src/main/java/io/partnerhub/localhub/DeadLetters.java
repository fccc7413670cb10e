package io.partnerhub.localhub;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.service.Service;
import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.caller.TokenProperties;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's way to events that a service could not handle: list them for all, replay
 * them for one.
 */
final class DeadLetters {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Ports ports;

	private final InternalTokens tokens;

	private final HttpClient http = HttpClient.newHttpClient();

	DeadLetters(Path home) {
		Path keys = home.resolve("keys");
		this.ports = Ports.in(home);
		this.tokens = new InternalTokens(
				new TokenProperties(new FileSystemResource(keys.resolve("gateway.jwk")),
						new FileSystemResource(keys.resolve("trusted.jwks")), Duration.ofMinutes(5)),
				Clock.systemUTC());
	}

	int run(List<String> services, PrintStream out) {
		if (services.isEmpty()) {
			services().forEach((service) -> list(service, out));
			return 0;
		}
		services.forEach((service) -> replay(service, out));
		return 0;
	}

	private void list(String service, PrintStream out) {
		JsonNode letters = send(service, request(service).build());
		out.println(service + ": " + letters.size() + " dead letters");
		letters.forEach((letter) -> out.println("  " + letter));
	}

	private void replay(String service, PrintStream out) {
		if (!services().contains(service)) {
			throw new HubFailure("There is no service '" + service + "'",
					"Name one of " + String.join(", ", services()) + ".");
		}
		JsonNode result = send(service,
				request(service).header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers.ofString("{}"))
					.build());
		out.println(service + ": " + result);
	}

	private static List<String> services() {
		return Service.titles().stream().filter((title) -> !title.equals(Service.GATEWAY.title())).toList();
	}

	private HttpRequest.Builder request(String service) {
		return HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.ports.of(service) + "/actuator/deadletters"))
			.header("Authorization", "Bearer " + this.tokens.own(service))
			.timeout(PATIENCE);
	}

	private JsonNode send(String service, HttpRequest request) {
		try {
			HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new HubFailure(service + " answered " + answer.statusCode() + ": " + answer.body(),
						"Read './hub logs " + service + "'.");
			}
			return JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw HubFailure.of(service + " does not answer", ex, "Look at './hub status'.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
