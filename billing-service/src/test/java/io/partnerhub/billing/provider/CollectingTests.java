package io.partnerhub.billing.provider;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The payment provider collects, refuses, is late, falls silent or repeats itself. */
@BillingTest
@Tag("ORD-22")
class CollectingTests {

	private static final Duration ASK_AFTER = Duration.ofSeconds(30);

	private static final Realm REALM = new Realm(new UUID(1, 1), new UUID(1, 1));

	private final Providers providers;

	private final ProviderSteps steps;

	private final SimulatedAnswers late;

	private final TransactionTemplate transaction;

	private final MovableClock clock;

	private final Books books;

	private final HubClient client;

	private final MeterRegistry metrics;

	CollectingTests(Providers providers, ProviderSteps steps, SimulatedAnswers late, TransactionTemplate transaction,
			MovableClock clock, Books books, HubClient client, MeterRegistry metrics) {
		this.providers = providers;
		this.steps = steps;
		this.late = late;
		this.transaction = transaction;
		this.clock = clock;
		this.books = books;
		this.client = client;
		this.metrics = metrics;
	}

	@BeforeEach
	void nothingElseIsDue() {
		this.providers.run();
	}

	@AfterEach
	void presentTime() {
		this.clock.reset();
	}

	@Test
	void sendsThePayerToTheProviderAndHearsThatHePaid() {
		Instruction payment = this.providers.send(collected("60.00"));
		assertThat(payment.state()).isEqualTo(Instruction.State.DONE);
		assertThat(payment.redirect()).endsWith("/" + payment.id());
		later();
		assertThat(sent(payment.id())).isEqualTo("1 sending, 1 movement");
	}

	@Test
	void hearsThatThePayerWasRefused() {
		Instruction payment = this.providers.send(collected("60.01"));
		assertThat(payment.state()).isEqualTo(Instruction.State.FAILED);
		assertThat(payment.reason()).isEqualTo("PAYER_REFUSED");
	}

	@Test
	void waitsForALateAnswer() {
		UUID id = collected("60.02");
		assertThat(this.providers.send(id).state()).isEqualTo(Instruction.State.SENT);
		later();
		assertThat(state(id)).isEqualTo(Instruction.State.DONE);
		assertThat(sent(id)).isEqualTo("1 sending, 1 movement");
	}

	@Test
	void hearsALateAnswerBeforeItAsks() {
		UUID id = collected("60.02");
		this.providers.send(id);
		this.clock.advance(Duration.ofMillis(4999));
		this.late.run();
		assertThat(state(id)).isEqualTo(Instruction.State.SENT);
		this.clock.advance(Duration.ofMillis(1));
		this.late.run();
		assertThat(state(id)).isEqualTo(Instruction.State.DONE);
		assertThat(sent(id)).isEqualTo("1 sending, 1 movement");
	}

	@Test
	void asksUnderTheSameIdWhenTheProviderFallsSilent() {
		double before = unknown();
		UUID id = collected("60.03");
		assertThat(this.providers.send(id).state()).isEqualTo(Instruction.State.UNKNOWN);
		this.late.run();
		assertThat(unknown()).isEqualTo(before + 1);
		later();
		assertThat(state(id)).isEqualTo(Instruction.State.DONE);
		assertThat(sent(id)).isEqualTo("1 sending, 1 movement");
	}

	@Test
	void countsADoubleConfirmationOnce() {
		UUID id = collected("60.04");
		assertThat(this.providers.send(id).state()).isEqualTo(Instruction.State.DONE);
		result(id, "DONE").expect(200);
		result(id, "REJECTED").refused(409, "PROVIDER_RESULT_CONTRADICTS");
		assertThat(sent(id)).isEqualTo("1 sending, 1 movement");
	}

	@Test
	void sendsAgainUnderTheSameIdOnlyWhatNeverArrived() {
		UUID id = collected("60.05");
		assertThat(this.providers.send(id).state()).isEqualTo(Instruction.State.UNKNOWN);
		later();
		assertThat(state(id)).isEqualTo(Instruction.State.WAITING);
		later();
		assertThat(state(id)).isEqualTo(Instruction.State.DONE);
		assertThat(sent(id)).isEqualTo("2 sending, 1 movement");
	}

	@Test
	void sendsAfterACrashBeforeTheProviderHeardOfIt() {
		UUID id = collected("60.00");
		this.steps.send(id);
		later();
		later();
		assertThat(state(id)).isEqualTo(Instruction.State.DONE);
		assertThat(sent(id)).isEqualTo("2 sending, 1 movement");
	}

	@Test
	void closesWhatIsNeverPaid() {
		UUID id = collected("60.06");
		this.providers.send(id);
		later();
		assertThat(state(id)).isEqualTo(Instruction.State.SENT);
		this.clock.advance(Duration.ofMinutes(30));
		this.providers.run();
		assertThat(state(id)).isEqualTo(Instruction.State.FAILED);
	}

	@Test
	void takesTheProvidersAnswerFromTheVendorToo() {
		UUID id = collected("60.02");
		result(id, "DONE").refused(409, "PROVIDER_RESULT_TOO_EARLY");
		this.providers.send(id);
		result(id, "REJECTED").expect(200);
		assertThat(state(id)).isEqualTo(Instruction.State.FAILED);
		result(Ids.next(), "DONE").refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("I-17")
	void givesBackTheWayItCameAndNeverMore() {
		UUID payment = collected("60.00");
		this.providers.send(payment);
		UUID first = givenBack(payment, "40.00");
		assertThat(this.providers.send(first).state()).isEqualTo(Instruction.State.DONE);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> givenBack(payment, "20.01"))
			.withMessageContaining("provider_instruction_refunded");
		assertThat(sent(first)).isEqualTo("1 sending, 1 movement");
	}

	@Test
	@Tag("ORD-08")
	void offersOnlyCertainChannelsAndFewerForTheMarketplace() {
		this.providers.requireChannel("ALIPAY", false);
		this.providers.requireChannel("PETAL_PAY", true);
		refusesChannel("COWRIES", false);
		refusesChannel("ALIPAY", true);
	}

	private void refusesChannel(String channel, boolean marketplace) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.providers.requireChannel(channel, marketplace))
			.matches((problem) -> problem.code().equals("PAYMENT_METHOD_NOT_OFFERED"));
	}

	private UUID collected(String amount) {
		UUID id = Ids.next();
		this.transaction.executeWithoutResult((_) -> this.providers.collect(id, REALM, "ALIPAY", Money.of(amount),
				this.clock.instant().plus(Duration.ofDays(7))));
		return id;
	}

	private UUID givenBack(UUID payment, String amount) {
		UUID id = Ids.next();
		this.transaction.executeWithoutResult((_) -> this.providers.giveBack(id, payment, Money.of(amount)));
		return id;
	}

	private double unknown() {
		return this.metrics.get("partnerhub.provider.unknown").gauge().value();
	}

	private void later() {
		this.clock.advance(ASK_AFTER);
		this.providers.run();
	}

	private Instruction.State state(UUID id) {
		return this.providers.find(id).orElseThrow().state();
	}

	private Answer result(UUID id, String outcome) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/provider-results", Map.of("instructionId", id, "outcome", outcome));
	}

	private String sent(UUID id) {
		return this.books.number("select sendings from provider_instruction where id = '" + id + "'") + " sending, "
				+ this.books.number("select count(*) from simulated_collection where instruction_id = '" + id
						+ "' and outcome = 'DONE'")
				+ " movement";
	}

}
