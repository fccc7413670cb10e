package io.partnerhub.platform.proof;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.CriticalOperation;
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
import io.partnerhub.platform.testkit.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Critical operations ask people for a proof. */
@ServiceTest
@TestPropertySource(properties = { "spring.application.name=coupon-service",
		"spring.flyway.locations=classpath:db/platform", "spring.messages.basename=platform-problems" })
class ProofsTests {

	private static final CriticalOperation ISSUE = CriticalOperation.ISSUE_VOUCHER;

	private final Caller amy = member();

	@Autowired
	private Proofs proofs;

	@Autowired
	private UsedProofStore used;

	@Autowired
	private MovableClock clock;

	@Autowired
	private HubClient client;

	@Autowired
	private TinyService.Effects effects;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	@AfterEach
	void fresh() {
		this.clock.reset();
		this.effects.afterEffect(() -> {
		});
	}

	@Test
	@Tag("X-01")
	void asksOnlyWhoseSwitchIsOn() {
		assertThatCode(() -> this.proofs.whenSwitchedOn(this.amy, ISSUE, null)).doesNotThrowAnyException();
		Caller careful = this.amy.withCodeRequired(true);
		Problem asked = refused("VERIFICATION_REQUIRED", () -> this.proofs.whenSwitchedOn(careful, ISSUE, null));
		assertThat(asked.status().value()).isEqualTo(403);
		assertThat(asked.facts()).containsEntry("operation", ISSUE);
		refused("VERIFICATION_REQUIRED", () -> this.proofs.whenSwitchedOn(careful, ISSUE, " "));
		this.proofs.whenSwitchedOn(careful, ISSUE, proof(careful));
	}

	@Test
	@Tag("X-01")
	void asksACustomerIfThePartnersSwitchIsOn() {
		Caller carl = Caller.customer("carl", Ids.next()).withLogin("https://id.example", "1", null);
		this.proofs.whenSwitchedOn(false, carl, CriticalOperation.END_RELATION, null);
		refused("VERIFICATION_REQUIRED",
				() -> this.proofs.whenSwitchedOn(true, carl, CriticalOperation.END_RELATION, null));
		this.proofs.whenSwitchedOn(true, carl, CriticalOperation.END_RELATION,
				TestKeys.proof(carl, CriticalOperation.END_RELATION, this.clock));
	}

	@Test
	@Tag("X-02")
	void asksForSomeOperationsWhateverTheSwitchSays() {
		refused("VERIFICATION_REQUIRED", () -> this.proofs.always(this.amy, CriticalOperation.WITHDRAW, null));
		this.proofs.always(this.amy, CriticalOperation.WITHDRAW,
				TestKeys.proof(this.amy, CriticalOperation.WITHDRAW, this.clock));
	}

	@Test
	@Tag("X-01")
	void neverAsksAnAccessKey() {
		UUID partner = Ids.next();
		Caller key = Caller.key("AK", partner, partner, PartnerType.DISTRIBUTOR, Set.of()).withCodeRequired(true);
		this.proofs.whenSwitchedOn(key, ISSUE, null);
		this.proofs.always(key, ISSUE, null);
		this.proofs.always(Caller.customer("AK", Ids.next()), ISSUE, null);
	}

	@Test
	@Tag("X-01")
	void takesAProofOnce() {
		String proof = proof(this.amy);
		this.proofs.always(this.amy, ISSUE, proof);
		assertThat(invalid(this.amy, proof)).isEqualTo("USED");
	}

	@Test
	@Tag("X-01")
	void bindsAProofToPersonAndOperation() {
		assertThat(invalid(member(), proof(this.amy))).isEqualTo("WRONG");
		assertThat(invalid(this.amy, TestKeys.proof(this.amy, CriticalOperation.RECLAIM_VOUCHER, this.clock)))
			.isEqualTo("WRONG");
	}

	@Test
	@Tag("X-01")
	void believesTheSenderOfCodesOnly() {
		for (String other : new String[] { "coupon-service", "gateway" }) {
			assertThat(invalid(this.amy, TestKeys.proofBy(other, this.amy, ISSUE, this.clock))).isEqualTo("WRONG");
		}
		assertThat(invalid(this.amy, TestKeys.tokenBy("customer-service", this.amy, "coupon-service", this.clock)))
			.isEqualTo("WRONG");
		String proof = proof(this.amy);
		String[] parts = proof.split("\\.", -1);
		assertThat(invalid(this.amy, parts[0] + "." + parts[1] + "." + parts[2].replaceFirst(".{4}", "AAAA")))
			.isEqualTo("WRONG");
		assertThat(invalid(this.amy, parts[0] + "." + proof(member()).split("\\.", -1)[1] + "." + parts[2]))
			.isEqualTo("WRONG");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "........" })
	void refusesWhatIsNoProof(String text) {
		assertThat(invalid(this.amy, text)).isEqualTo("WRONG");
		assertThat(invalid(this.amy, text.repeat(3000))).isEqualTo("WRONG");
	}

	@Test
	@Tag("X-01")
	void holdsForFiveMinutes() {
		String first = proof(this.amy);
		String second = proof(this.amy);
		this.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
		this.proofs.always(this.amy, ISSUE, first);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(invalid(this.amy, second)).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("X-01")
	void staysGoodWhenTheCommandIsRolledBack() {
		String proof = proof(this.amy);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.proofs.always(this.amy, ISSUE, proof);
			status.setRollbackOnly();
		});
		this.proofs.always(this.amy, ISSUE, proof);
	}

	@Test
	@Tag("X-14")
	void isNotNeededForARepeat() {
		String proof = proof(this.amy);
		this.effects.afterEffect(() -> this.proofs.always(this.amy, ISSUE, proof));
		String key = Ids.next().toString();
		Answer first = create(key).expect(201);
		Answer repeat = create(key).expect(201);
		assertThat(repeat.response().body()).isEqualTo(first.response().body());
		create(Ids.next().toString()).refused(403, "VERIFICATION_CODE_INVALID");
	}

	@Test
	@Tag("X-01")
	void servesOneOfManyCommandsAtOnce() throws Exception {
		String proof = proof(this.amy);
		Callable<Boolean> command = () -> new TransactionTemplate(this.transactions).execute((status) -> {
			try {
				this.proofs.always(this.amy, ISSUE, proof);
				return true;
			}
			catch (Problem ex) {
				return false;
			}
		});
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			int served = 0;
			for (Future<Boolean> answer : threads.invokeAll(java.util.Collections.nCopies(8, command))) {
				served += answer.get() ? 1 : 0;
			}
			assertThat(served).isOne();
		}
	}

	@Test
	void forgetsUsedProofsLongAfterTheyExpired() {
		this.used.purge();
		this.proofs.always(this.amy, ISSUE, proof(this.amy));
		this.clock.advance(Duration.ofMinutes(65));
		assertThat(this.used.purge()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.used.purge()).isPositive();
	}

	private String proof(Caller caller) {
		return TestKeys.proof(caller, ISSUE, this.clock);
	}

	private Answer create(String key) {
		return this.client.as(this.amy).with("Idempotency-Key", key).post("/api/v1/effects", Map.of("name", "proven"));
	}

	private @Nullable Object invalid(Caller caller, String proof) {
		return refused("VERIFICATION_CODE_INVALID", () -> this.proofs.always(caller, ISSUE, proof)).facts()
			.get("reason");
	}

	private static Problem refused(String code, Runnable command) {
		Problem problem = assertThatExceptionOfType(Problem.class).isThrownBy(command::run).actual();
		assertThat(problem.code()).isEqualTo(code);
		return problem;
	}

	private static Caller member() {
		UUID partner = Ids.next();
		return Caller.member("amy", partner, partner, PartnerType.DISTRIBUTOR, Ids.next(), Set.of(), Set.of(),
				DataScope.ALL);
	}

}
