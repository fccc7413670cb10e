package io.partnerhub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;

import io.partnerhub.customer.CustomerService;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.TestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** customer-service over HTTP on the loopback, without broker, jobs and mail. */
final class Service implements AutoCloseable {

	private static final String NAME = "customer-service";

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final String url;

	private Service(ConfigurableApplicationContext context) {
		this.context = context;
		this.url = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
	}

	static Service on(String database) {
		return new Service(
				new SpringApplicationBuilder(CustomerService.class).properties(Map.of("spring.config.name", NAME))
					.run("--server.port=0", "--server.address=127.0.0.1", "--spring.datasource.url=" + database,
							"--partnerhub.outbox.enabled=false", "--partnerhub.jobs.enabled=false",
							"--partnerhub.tokens.private-key=" + TestKeys.privateKey(NAME),
							"--partnerhub.tokens.trusted-keys=" + TestKeys.trustedKeys(),
							"--partnerhub.invitations.link-key=classpath:link.key",
							"--spring.main.banner-mode=off", "--logging.level.root=ERROR"));
	}

	/** Sends one request, whose answer must be a page, and returns the page. */
	String ask(Caller caller, String path, @Nullable String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
			.header("Authorization", "Bearer " + TestKeys.token(caller, NAME, Clock.systemUTC()))
			.header("Content-Type", "application/json");
		HttpRequest ready = ((body != null) ? request.POST(HttpRequest.BodyPublishers.ofString(body)) : request.GET())
			.build();
		HttpResponse<String> answer = this.http.send(ready, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
