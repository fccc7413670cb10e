package io.partnerhub.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.partnerhub.localhub.HubSettings;
import io.partnerhub.localhub.LocalHub;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.home.Progress;
import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.caller.TokenProperties;
import io.partnerhub.platform.testkit.HubClient;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A local hub on free ports in a folder of its own, and its users. */
final class RunningHub implements AutoCloseable {

	private final LocalHub hub;

	private final Path home;

	private final Map<String, String> env;

	private RunningHub(LocalHub hub, Path home) {
		this.hub = hub;
		this.home = home;
		this.env = hub.env();
	}

	/** The one hub that all stories without crashes share; it ends with the test run. */
	static RunningHub shared() {
		return Shared.HUB;
	}

	/**
	 * News of coupons are mailed one by one and at once, and nothing that comes round by
	 * itself is waited for long.
	 */
	static RunningHub start(boolean processes) {
		try {
			Path home = Files.createTempDirectory("hub");
			HubSettings settings = HubSettings.in(home)
				.withProcesses(processes)
				.with("partnerhub.notices.collect", "0s")
				.with("partnerhub.jobs.at-least-every", "4s")
				.with("partnerhub.withdrawal.ask-after", "3s");
			return new RunningHub(LocalHub.start(settings, Progress.silent()), home);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LocalHub parts() {
		return this.hub;
	}

	String url() {
		return this.hub.url();
	}

	/** Where a service listens by itself. */
	String serviceUrl(String service) {
		return "http://127.0.0.1:" + Ports.in(this.home).of(service);
	}

	/** A value that {@code ./hub env} prints. */
	String env(String name) {
		String value = this.env.get(name);
		if (value == null) {
			throw new AssertionError("./hub env does not print " + name);
		}
		return value;
	}

	/** Requests with the token that {@code ./hub env} prints under a name. */
	HubClient.As as(String tokenName) {
		return withToken(env(tokenName));
	}

	HubClient.As withToken(String token) {
		return HubClient.through(url()).withToken(token);
	}

	HubClient.As asNobody() {
		return HubClient.through(url()).asNobody();
	}

	/**
	 * Requests of one service to another, past the gateway and signed with the service's
	 * own key.
	 */
	HubClient.As asService(String caller, String called) {
		FileSystemResource keys = new FileSystemResource(this.home.resolve("keys/trusted.jwks"));
		FileSystemResource key = new FileSystemResource(this.home.resolve("keys/" + caller + ".jwk"));
		InternalTokens tokens = new InternalTokens(new TokenProperties(key, keys, Duration.ofMinutes(5)),
				Clock.systemUTC());
		return HubClient.through(serviceUrl(called)).withToken(tokens.own(called));
	}

	/** The mails an address has received, newest first. */
	JsonNode mails(String address) {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = http.send(
					HttpRequest.newBuilder(URI.create(env("HUB_MAIL_URL") + "/api/mails?to=" + address)).build(),
					HttpResponse.BodyHandlers.ofString());
			return JsonMapper.builder().build().readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.hub.close();
		FileSystemUtils.deleteRecursively(this.home.toFile());
	}

	private static final class Shared {

		private static final RunningHub HUB = start();

		private static RunningHub start() {
			RunningHub hub = RunningHub.start(false);
			Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
			return hub;
		}

	}

}
