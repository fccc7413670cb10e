package io.partnerhub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.partnerhub.benchmarks.baseline.Baseline;
import io.partnerhub.billing.BillingService;
import io.partnerhub.coupon.CouponService;
import io.partnerhub.customer.CustomerService;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.TestKeys;
import io.partnerhub.platform.testkit.TestKeysets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service over HTTP on the loopback, without broker, jobs and mail. */
final class Service implements AutoCloseable {

	/** The baseline's library must not change what the product runs on. */
	private static final String WITHOUT_JPA = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
			+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

	private final HttpClient http = HttpClient.newHttpClient();

	private final String name;

	private final ConfigurableApplicationContext context;

	private Service(String name, ConfigurableApplicationContext context) {
		this.name = name;
		this.context = context;
	}

	static Service customers(String database) {
		return start("customer-service", CustomerService.class, database,
				"--partnerhub.invitations.link-key=classpath:link.key", WITHOUT_JPA);
	}

	static Service coupons(String database) {
		return start("coupon-service", CouponService.class, database, WITHOUT_JPA);
	}

	/** Without a daily limit, which a load would reach. */
	static Service billing(String database) {
		return start("billing-service", BillingService.class, database,
				"--partnerhub.adjust.per-day=" + Integer.MAX_VALUE,
				"--partnerhub.bank.data-key=" + TestKeysets.location(),
				"--partnerhub.documents.folder=" + System.getProperty("java.io.tmpdir") + "/benchmark-documents",
				WITHOUT_JPA);
	}

	/** The same use case as a straightforward Spring Data JPA application. */
	static Service baseline(String database) {
		return start("coupon-service", Baseline.class, database, "--spring.datasource.hikari.maximum-pool-size=32",
				"--spring.jpa.open-in-view=false");
	}

	private static Service start(String name, Class<?> application, String database, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.datasource.url=" + database, "--partnerhub.outbox.enabled=false",
				"--partnerhub.jobs.enabled=false", "--partnerhub.tokens.private-key=" + TestKeys.privateKey(name),
				"--partnerhub.tokens.trusted-keys=" + TestKeys.trustedKeys(), "--spring.main.banner-mode=off",
				"--logging.level.root=ERROR"));
		arguments.addAll(List.of(more));
		return new Service(name,
				new SpringApplicationBuilder(application).properties(Map.of("spring.config.name", name))
					.run(arguments.toArray(String[]::new)));
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	String token(Caller caller) {
		return TestKeys.token(caller, this.name, Clock.systemUTC());
	}

	/** Sends one request, whose answer must be a page, and returns the page. */
	String ask(Caller caller, String path, @Nullable String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
			.header("Authorization", "Bearer " + token(caller))
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
