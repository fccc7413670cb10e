package io.partnerhub.customer.verification;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** A person asks for a code, types it in and gets a proof. */
class VerifyingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/verification-codes";

	private final String email = address();

	private final String mobile = mobile();

	private Partner partner;

	private Caller amy;

	@Autowired
	private Proofs proofs;

	@Autowired
	private VerificationCodes codes;

	@BeforeEach
	void amyCanBeReached() {
		this.partner = partner();
		this.amy = this.partner.admin();
		this.hears.event(this.partner.reachable(this.amy, this.email, "+86" + this.mobile));
	}

	@Test
	@Tag("X-01")
	void turnsACodeFromTheMailIntoAProof() {
		Answer sent = send(this.amy, Map.of()).expect(201);
		assertThat(sent.text("/sentTo")).isEqualTo("l***@customer.example");
		assertThat(sent.text("/expiresAt")).isEqualTo("2026-03-01T08:10:00Z");
		assertThat(sent.json().at("/triesLeft").asInt()).isEqualTo(3);
		Received mail = mailbox.of(this.email, 1).getFirst();
		assertThat(mail.subject()).isEqualTo("【验证码】发放代金券");
		assertThat(mail.text()).contains("10 分钟");
		Answer proven = prove(this.amy, sent, mail.code()).expect(200);
		assertThat(proven.text("/operation")).isEqualTo("ISSUE_VOUCHER");
		assertThat(proven.text("/expiresAt")).isEqualTo("2026-03-01T08:05:00Z");
		assertThatCode(() -> this.proofs.always(this.amy, CriticalOperation.ISSUE_VOUCHER, proven.text("/proof")))
			.doesNotThrowAnyException();
	}

	@Test
	@Tag("X-01")
	void sendsTextMessagesInEnglishToo() {
		Answer sent = send(this.amy, Map.of("channel", "SMS", "language", "en")).expect(201);
		assertThat(sent.text("/sentTo")).matches("\\+86\\d{3}\\*{4}\\d{4}");
		Received text = mailbox.of(textsOf(this.mobile), 1).getFirst();
		assertThat(text.text()).startsWith("Your verification code for \"issue a voucher\" is");
		prove(this.amy, sent, text.code()).expect(200);
	}

	@Test
	@Tag("X-01")
	void sendsACustomersCodeToTheCustomer() {
		UUID id = customerOf(this.partner, AssociationType.RESALE);
		String address = address();
		Caller customer = Caller.customer("carl", id).withLogin("https://id.example", "carl", address);
		Answer sent = send(customer, Map.of("operation", "END_RELATION", "language", "en")).expect(201);
		Received mail = mailbox.of(address, 1).getFirst();
		assertThat(mail.subject()).isEqualTo("Verification code: end the relation or switch its model");
		String proof = prove(customer, sent, mail.code()).expect(200).text("/proof");
		this.proofs.whenSwitchedOn(true, customer, CriticalOperation.END_RELATION, proof);
	}

	@Test
	void needsAContact() {
		Caller bob = this.partner.operator();
		send(bob, Map.of()).refused(409, "CONTACT_MISSING");
		this.hears.event(this.partner.reachable(bob, this.email, null));
		send(bob, Map.of("channel", "SMS")).refused(409, "CONTACT_MISSING");
		send(bob, Map.of()).expect(201);
	}

	@ParameterizedTest
	@Tag("INV-12")
	@CsvSource({ "10, 600", "1, 60", "60, 3600", "61, 300" })
	void letsACodeLiveAsLongAsAskedFor(int minutes, int seconds) {
		Answer sent = send(this.amy, Map.of("timeoutMinutes", minutes)).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		this.clock.advance(Duration.ofSeconds(seconds - 1));
		assertThat(prove(this.amy, sent, wrong(code)).refused(400, "VERIFICATION_CODE_INVALID").text("/reason"))
			.isEqualTo("WRONG");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(prove(this.amy, sent, code).refused(400, "VERIFICATION_CODE_INVALID").text("/reason"))
			.isEqualTo("EXPIRED");
	}

	@Test
	@Tag("INV-12")
	void takesACodeInItsLastSecondAndOnce() {
		Answer sent = send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		this.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
		prove(this.amy, sent, code).expect(200);
		assertThat(prove(this.amy, sent, code).refused(400, "VERIFICATION_CODE_INVALID").text("/reason"))
			.isEqualTo("USED");
	}

	@Test
	@Tag("INV-12")
	void endsACodeWithTheThirdWrongTry() {
		Answer sent = send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		assertTry(prove(this.amy, sent, wrong(code)), "WRONG", 2);
		assertTry(prove(this.amy, sent, wrong(code)), "WRONG", 1);
		assertTry(prove(this.amy, sent, wrong(code)), "TRIES_USED_UP", 0);
		assertTry(prove(this.amy, sent, code), "TRIES_USED_UP", 0);
	}

	@Test
	@Tag("INV-12")
	void countsEveryOneOfManyTriesAtOnce() throws Exception {
		Answer sent = send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		List<Answer> answers = atOnce(IntStream.range(0, 8)
			.<Callable<Answer>>mapToObj((number) -> () -> prove(this.amy, sent, wrong(code)))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.text("/reason").equals("WRONG")).hasSize(2);
		assertThat(answers).filteredOn((answer) -> answer.text("/reason").equals("TRIES_USED_UP")).hasSize(6);
	}

	@Test
	@Tag("X-01")
	void givesOneProofThoughTheCodeIsTypedInTwiceAtOnce() throws Exception {
		Answer sent = send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		List<Answer> answers = atOnce(IntStream.range(0, 5)
			.<Callable<Answer>>mapToObj((number) -> () -> prove(this.amy, sent, code))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.text("/reason").equals("USED")).hasSize(4);
	}

	@Test
	@Tag("INV-12")
	void replacesTheOlderCodeOfTheSameOperationOnly() {
		Answer first = send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		send(this.amy, Map.of("operation", "RECLAIM_VOUCHER")).expect(201);
		assertTry(prove(this.amy, first, wrong(code)), "WRONG", 2);
		send(this.amy, Map.of()).expect(201);
		assertTry(prove(this.amy, first, code), "EXPIRED", 2);
	}

	@Test
	@Tag("INV-12")
	void sendsFifteenCodesAnHourToOneRecipient() {
		for (int number = 0; number < 15; number++) {
			send(this.amy, Map.of()).expect(201);
			this.clock.advance(Duration.ofMinutes(1));
		}
		Answer refused = send(this.amy, Map.of()).refused(429, "VERIFICATION_SENT_TOO_OFTEN");
		assertThat(refused.header("Retry-After")).isEqualTo(String.valueOf(Duration.ofMinutes(45).toSeconds()));
		send(this.amy, Map.of("channel", "SMS")).expect(201);
		this.clock.advance(Duration.ofMinutes(45).minusSeconds(1));
		send(this.amy, Map.of()).refused(429, "VERIFICATION_SENT_TOO_OFTEN");
		this.clock.advance(Duration.ofSeconds(1));
		send(this.amy, Map.of()).expect(201);
	}

	@Test
	@Tag("INV-12")
	void sendsSixtyCodesADayToOneRecipient() {
		for (int number = 0; number < 60; number++) {
			send(this.amy, Map.of()).expect(201);
			this.clock.advance(Duration.ofMinutes(5));
		}
		assertThat(send(this.amy, Map.of()).refused(429, "VERIFICATION_SENT_TOO_OFTEN").header("Retry-After"))
			.isEqualTo(String.valueOf(Duration.ofHours(19).toSeconds()));
		this.clock.advance(Duration.ofHours(19));
		send(this.amy, Map.of()).expect(201);
	}

	@Test
	@Tag("INV-12")
	void sendsFifteenOfManyAtOnce() throws Exception {
		List<Answer> answers = atOnce(
				IntStream.range(0, 20).<Callable<Answer>>mapToObj((number) -> () -> send(this.amy, Map.of())).toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(15);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.allSatisfy((answer) -> answer.refused(429, "VERIFICATION_SENT_TOO_OFTEN"));
	}

	@Test
	@Tag("INV-12")
	void sendsThirtyCodesAnHourForOnePerson() {
		for (int number = 0; number < 30; number++) {
			send(this.amy, Map.of("channel", (number % 2 == 0) ? "SMS" : "EMAIL")).expect(201);
		}
		this.hears.event(this.partner.reachable(this.amy, address(), null));
		send(this.amy, Map.of()).refused(429, "VERIFICATION_SENT_TOO_OFTEN");
	}

	@Test
	void keepsCodesOfOthersApart() {
		Answer sent = send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		prove(this.partner.admin(), sent, code).refused(404, "NOT_FOUND");
		prove(Caller.customer("carl", Ids.next()), sent, code).refused(404, "NOT_FOUND");
		prove(this.partner.key(), sent, code).refused(403, "ACCESS_DENIED");
		send(this.partner.key(), Map.of()).refused(403, "ACCESS_DENIED");
		codeFor(this.partner.key(), this.mobile);
		UUID forPlatform = this.jdbc.sql("select id from verification_code where recipient = ?")
			.param("+86" + this.mobile)
			.query(UUID.class)
			.single();
		this.client.as(this.amy)
			.post(PATH + "/" + forPlatform + "/proof", Map.of("code", code))
			.refused(404, "NOT_FOUND");
		prove(this.amy, sent, code).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "operation, NOTHING", "operation,", "channel, PIGEON", "channel,", "language, fr", "timeoutMinutes, 0",
			"timeoutMinutes, -1", "shoeSize, 42" })
	void refusesBadWishes(String field, String value) {
		Map<String, Object> more = new HashMap<>();
		more.put(field, field.equals("timeoutMinutes") ? Integer.valueOf(value) : value);
		send(this.amy, more).refused(400, "INVALID_REQUEST");
		assertThat(sendsTo(this.email)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12345", "1234567", "12345x", "１２３４５６" })
	void refusesWhatIsNoCodeWithoutCountingIt(String typed) {
		Answer sent = send(this.amy, Map.of()).expect(201);
		prove(this.amy, sent, typed).refused(400, "INVALID_REQUEST");
		assertThat(this.jdbc.sql("select tries from verification_code where id = ?::uuid")
			.param(sent.text("/id"))
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@Tag("INV-12")
	void keepsNoCode() {
		send(this.amy, Map.of()).expect(201);
		String code = mailbox.of(this.email, 1).getFirst().code();
		Awaitility.await()
			.until(() -> this.jdbc.sql("select state from mail where recipient = ?")
				.param(this.email)
				.query(String.class)
				.single()
				.equals("SENT"));
		String kept = this.jdbc.sql("""
				select c.holder || c.purpose || c.state || encode(c.salt, 'hex') || encode(c.digest, 'hex')
				       || coalesce(m.body, '') || coalesce(m.subject, '')
				from verification_code c join mail m on m.recipient = c.recipient
				where c.recipient = ?
				""").param(this.email).query(String.class).single();
		assertThat(kept).doesNotContain(code).contains("ISSUE_VOUCHEROPEN");
		assertThat(this.jdbc.sql("select body is null from mail where recipient = ?")
			.param(this.email)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	@Tag("INV-12")
	void forgetsCodesThatNoLimitCountsAnyMore() {
		send(this.amy, Map.of()).expect(201);
		this.clock.advance(Duration.ofHours(25));
		this.codes.purge();
		assertThat(sendsTo(this.email)).isOne();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.codes.purge()).isPositive();
		assertThat(sendsTo(this.email)).isZero();
	}

	private Answer send(Caller caller, Map<String, Object> more) {
		Map<String, Object> body = new HashMap<>(Map.of("operation", "ISSUE_VOUCHER", "channel", "EMAIL"));
		body.putAll(more);
		return this.client.as(caller).post(PATH, body);
	}

	private Answer prove(Caller caller, Answer sent, String code) {
		return this.client.as(caller).post(PATH + "/" + sent.text("/id") + "/proof", Map.of("code", code));
	}

	private int sendsTo(String recipient) {
		return this.jdbc.sql("select count(*) from verification_code where recipient = ?")
			.param(recipient)
			.query(Integer.class)
			.single();
	}

	private static void assertTry(Answer answer, String reason, int triesLeft) {
		answer.refused(400, "VERIFICATION_CODE_INVALID");
		assertThat(answer.text("/reason")).isEqualTo(reason);
		assertThat(answer.json().at("/triesLeft").asInt()).isEqualTo(triesLeft);
	}

	private static String wrong(String code) {
		return code.equals("000000") ? "111111" : "000000";
	}

}
