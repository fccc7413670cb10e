package io.partnerhub.platform.idempotency;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.Set;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.TinyService;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestPropertySource(properties = { "spring.application.name=coupon-service",
		"spring.flyway.locations=classpath:db/platform", "spring.messages.basename=platform-problems" })
@Tag("I-41")
@Tag("X-14")
class IdempotencyTests {

	private static final Caller VENDOR = Caller.vendor("vera");

	private final String name = "effect-" + Ids.next();

	private final String key = Ids.next().toString();

	private String path = "/api/v1/effects";

	private final HubClient client;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final TinyService.Effects effects;

	@Autowired
	IdempotencyTests(HubClient client, MovableClock clock, JdbcClient jdbc, TinyService.Effects effects) {
		this.client = client;
		this.clock = clock;
		this.jdbc = jdbc;
		this.effects = effects;
	}

	@BeforeEach
	void nothingHappensInBetween() {
		this.effects.afterEffect(() -> {
		});
	}

	@Test
	void answersARepeatWithTheStoredAnswer() {
		answersARepeat("Content-Type", "Location", "ETag");
	}

	/** What shares its transaction with other commands keeps its answer just so. */
	@ParameterizedTest
	@MethodSource("shared")
	void meansTheSameForWhatSharesATransaction(Consumer<IdempotencyTests> rule) {
		this.path = "/api/v1/shared-effects";
		rule.accept(this);
	}

	static Stream<Consumer<IdempotencyTests>> shared() {
		return Stream.of((tests) -> tests.answersARepeat("Content-Type"),
				IdempotencyTests::refusesAKeyUsedForAnotherRequest, IdempotencyTests::letsARepeatWaitForNobody,
				IdempotencyTests::remembersForSevenDays, IdempotencyTests::keepsCallersApart,
				IdempotencyTests::keepsPeopleOfOnePartnerApart, IdempotencyTests::needsAKeyOfReasonableLength,
				IdempotencyTests::keepsNeitherEffectNorAnswerWhenTheDatabaseIsLostInBetween);
	}

	private void answersARepeat(String... headers) {
		Answer first = send(VENDOR).expect(201);
		Answer repeat = send(VENDOR).expect(201);
		assertThat(repeat.response().body()).isEqualTo(first.response().body());
		for (String header : headers) {
			assertThat(repeat.header(header)).isNotNull().isEqualTo(first.header(header));
		}
		assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(effects()).isOne();
	}

	@Test
	void refusesAKeyUsedForAnotherRequest() {
		send(VENDOR).expect(201);
		this.client.as(VENDOR)
			.with(IdempotencyFilter.HEADER, this.key)
			.post(this.path, Map.of("name", this.name, "more", "x"))
			.refused(422, "IDEMPOTENCY_KEY_REUSED");
		assertThat(effects()).isOne();
	}

	@Test
	void letsARepeatWaitForNobody() {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		this.effects.afterEffect(() -> {
			arrived.countDown();
			pass(released);
		});
		CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> send(VENDOR));
		pass(arrived);
		send(VENDOR).refused(409, "IDEMPOTENCY_KEY_RUNNING");
		released.countDown();
		first.join().expect(201);
		send(VENDOR).expect(201);
		assertThat(effects()).isOne();
	}

	@Test
	void remembersForSevenDays() {
		send(VENDOR).expect(201);
		this.clock.advance(Duration.ofDays(7).minusSeconds(1));
		assertThat(send(VENDOR).expect(201).header("Idempotency-Replayed")).isEqualTo("true");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(send(VENDOR).expect(201).header("Idempotency-Replayed")).isNull();
		assertThat(effects()).isEqualTo(2);
	}

	@Test
	void keepsCallersApart() {
		send(VENDOR).expect(201);
		send(Caller.customer("carl", Ids.next())).expect(201);
		send(Caller.identity("vera", "https://login.example", "1", null)).expect(201);
		send(Caller.identity("vera", "https://login.example", "2", null)).expect(201);
		assertThat(effects()).isEqualTo(4);
	}

	/** A colleague without the permission never sees what an administrator's key kept. */
	@Test
	void keepsPeopleOfOnePartnerApart() {
		UUID partner = Ids.next();
		for (String login : List.of("ann", "bob")) {
			assertThat(send(Caller.member(login, partner, partner, PartnerType.DISTRIBUTOR, Ids.next(), Set.of(),
					Set.of(), DataScope.ALL))
				.expect(201)
				.header("Idempotency-Replayed")).isNull();
		}
		assertThat(effects()).isEqualTo(2);
	}

	@Test
	void forgetsARefusedCommand() {
		this.effects.afterEffect(() -> {
			throw Problem.conflict("NOT_NOW", "Not now.");
		});
		send(VENDOR).refused(409, "NOT_NOW");
		assertNeitherEffectNorAnswer();
		nothingHappensInBetween();
		send(VENDOR).expect(201);
		assertThat(effects()).isOne();
	}

	@Test
	void keepsNeitherEffectNorAnswerWhenTheDatabaseIsLostInBetween() {
		this.effects.afterEffect(this::loseConnection);
		Answer answer = send(VENDOR).refused(503, "TEMPORARILY_UNAVAILABLE");
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("Retry-After")).isEqualTo("2");
		assertNeitherEffectNorAnswer();
		nothingHappensInBetween();
		send(VENDOR).expect(201);
		assertThat(effects()).isOne();
	}

	@Test
	void needsAKeyOfReasonableLength() {
		post("").refused(400, "IDEMPOTENCY_KEY_REQUIRED");
		post("x".repeat(129)).refused(400, "IDEMPOTENCY_KEY_INVALID");
		assertThat(effects()).isZero();
	}

	private Answer send(Caller caller) {
		return this.client.as(caller)
			.with(IdempotencyFilter.HEADER, this.key)
			.post(this.path, Map.of("name", this.name));
	}

	private Answer post(String key) {
		return this.client.as(VENDOR).with(IdempotencyFilter.HEADER, key).post(this.path, Map.of("name", this.name));
	}

	private long effects() {
		return this.effects.count(this.name);
	}

	private void assertNeitherEffectNorAnswer() {
		assertThat(effects()).isZero();
		assertThat(this.jdbc.sql("select count(*) from idempotency_key where key = :key")
			.param("key", this.key)
			.query(Long.class)
			.single()).isZero();
	}

	/**
	 * Ends the connection of the present transaction, as a crash of the database would.
	 */
	private void loseConnection() {
		int connection = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
		boolean gone = CompletableFuture
			.supplyAsync(() -> this.jdbc.sql("select pg_terminate_backend(:connection, 5000)")
				.param("connection", connection)
				.query(Boolean.class)
				.single())
			.join();
		assertThat(gone).isTrue();
	}

	private static void pass(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
