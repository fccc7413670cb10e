package io.partnerhub.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestDatabase;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The gateway over HTTP, with a PostgreSQL of its own, services that are played, and no
 * broker where one is configured. Each test has an hour of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=gateway", "partnerhub.gateway.calls.read-timeout=1s",
				"spring.kafka.bootstrap-servers=127.0.0.1:1", "logging.level.org.apache.kafka=off",
				"server.address=127.0.0.1" })
@Import(TestTime.class)
abstract class GatewayTest {

	static final byte[] NOTHING = {};

	static final StubService PROGRAM = new StubService();

	static final StubService CUSTOMER = new StubService();

	static final StubService COUPON = new StubService();

	static final TestIssuer ISSUER = new TestIssuer();

	static final String DATABASE = TestDatabase.create();

	static final String TENANT = "01990000-0000-7000-8000-000000000001";

	static final Signer DISTRIBUTOR = key("DISTRIBUTORAK0000001", "PARTNER", "DISTRIBUTOR");

	private static final Instant START = Instant.parse("2026-11-22T06:39:43Z");

	private static final List<AutoCloseable> KEPT = new ArrayList<>();

	private static final AtomicInteger HOURS = new AtomicInteger();

	@Autowired
	MovableClock clock;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", () -> DATABASE);
		properties.add("partnerhub.tokens.private-key", () -> TestKeys.privateKey("gateway"));
		properties.add("partnerhub.tokens.trusted-keys", TestKeys::trustedKeys);
		properties.add("partnerhub.services.program", PROGRAM::url);
		properties.add("partnerhub.services.customer", CUSTOMER::url);
		properties.add("partnerhub.services.coupon", COUPON::url);
		properties.add("partnerhub.services.billing", () -> "http://127.0.0.1:" + closedPort());
		properties.add("partnerhub.services.opportunity", () -> "http://127.0.0.1:" + silentPort());
		properties.add("partnerhub.gateway.oidc.issuers[0].issuer", () -> TestIssuer.NAME);
		properties.add("partnerhub.gateway.oidc.issuers[0].jwks", ISSUER::jwks);
		properties.add("partnerhub.gateway.oidc.issuers[1].issuer", () -> "http://down.example");
		properties.add("partnerhub.gateway.oidc.issuers[1].jwks", () -> "http://127.0.0.1:" + closedPort() + "/jwks");
	}

	@BeforeEach
	void freshHour() {
		this.clock.set(START.plus(Duration.ofHours(HOURS.incrementAndGet())));
	}

	/** A key that partner-program-service knows. */
	static Signer key(String accessKey, String kind, String type) {
		String secret = "secret-of-" + accessKey;
		PROGRAM.answers("/internal/credentials/" + accessKey, """
				{"accessKey":"%s","secret":"%s","kind":"%s","partnerId":"%s","ownerPartnerId":"%s","partnerType":"%s",
				"customerId":"%s","permissions":["ISSUE_VOUCHERS"],"state":"ACTIVE"}
				""".formatted(accessKey, secret, kind, TENANT, TENANT, type, TENANT));
		return new Signer(accessKey, secret);
	}

	Wire.Answer get(Signer signer, String path) {
		return signed(signer, "127.0.0.1", "GET", path, "", Map.of());
	}

	Wire.Answer signed(Signer signer, String from, String method, String path, String body, Map<String, String> more) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return Wire.send(this.port, from, method, path,
				signer.sign(this.clock.instant(), method, path + "/", "", more, bytes), bytes);
	}

	Wire.Answer send(String method, String target, Map<String, String> headers, String body) {
		return Wire.send(this.port, "127.0.0.1", method, target, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	Wire.Answer bearer(String method, String target, String token, Map<String, String> more) {
		Map<String, String> headers = new TreeMap<>(more);
		headers.put("Authorization", "Bearer " + token);
		return send(method, target, headers, "");
	}

	/** The claims of the internal token a service received, its signature checked. */
	static JWTClaimsSet claims(StubService.Received received) throws Exception {
		SignedJWT token = SignedJWT.parse(received.header("Authorization").substring("Bearer ".length()));
		JWKSet trusted = JWKSet.parse(Files.readString(Path.of(TestKeys.trustedKeys().substring("file:".length()))));
		if (!token.verify(new ECDSAVerifier(trusted.getKeyByKeyId("gateway").toECKey()))) {
			throw new AssertionError("not signed by the gateway");
		}
		return token.getJWTClaimsSet();
	}

	private static int closedPort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A port whose queue is full: a connection is neither taken nor refused. */
	@SuppressWarnings("resource")
	private static int silentPort() {
		try {
			ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
			List<Socket> waiting = new ArrayList<>();
			for (int count = 0; count < 2; count++) {
				waiting.add(new Socket(InetAddress.ofLiteral("127.0.0.1"), socket.getLocalPort()));
			}
			KEPT.add(socket);
			KEPT.addAll(waiting);
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
