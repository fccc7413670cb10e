package io.partnerhub.billing.withdrawal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.contracts.WithdrawalEvent;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRequested;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Asking for a withdrawal. */
@WithdrawalTest
class SubmittingTests {

	private final HubClient client;

	private final Given given;

	private final Desk desk;

	private final Books books;

	private final Announced announced;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	SubmittingTests(HubClient client, Given given, Desk desk, Books books, Announced announced, MovableClock clock,
			JdbcClient jdbc) {
		this.client = client;
		this.given = given;
		this.desk = desk;
		this.books = books;
		this.announced = announced;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@AfterEach
	void booksBalance() {
		this.desk.balance();
	}

	@Test
	@Tag("I-20")
	void holdsTheMoneyAtOnceAndAnnouncesIt() {
		Partner partner = this.desk.partnerWith("100.00");
		this.announced.next();
		Answer answer = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201);
		assertThat(answer.text("/state")).isEqualTo("SUBMITTED");
		assertThat(this.desk.cash(partner)).isEqualTo("40.00");
		assertThat(this.desk.held(partner)).isEqualTo("60.00");
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo("40.00");
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement()
			.isInstanceOfSatisfying(WithdrawalRequested.class, (event) -> {
				assertThat(event.ownerPartnerId()).isEqualTo(partner.id());
				assertThat(event.withdrawalId()).hasToString(answer.text("/id"));
				assertThat(event.amount().amount()).isEqualTo("60.00");
			});
	}

	@Test
	@Tag("WDR-16")
	void refusesACentMoreThanTheWorkedExampleAllows() {
		Partner partner = this.desk.partnerWith("10000.00");
		this.desk.charge(partner, this.desk.owing(partner), "500.01");
		this.desk.owedInvoice(partner, "FP-1", "1200.00");
		this.desk.unposted(partner, "U-" + partner.id(), "300.00").expect(201);
		Answer refused = this.desk.submit(partner, Desk.bankCard("8000.00", "5678"))
			.refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		assertThat(refused.text("/withdrawable/amount")).isEqualTo("7999.99");
		assertThat(refused.text("/breakdown/owedInvoices/amount")).isEqualTo("1200.00");
		assertThat(refused.text("/breakdown/arrears/amount")).isEqualTo("500.01");
		this.desk.submit(partner, Desk.bankCard("7999.99", "5678")).expect(201);
	}

	@Test
	@Tag("WDR-01")
	void allowsOneOpenWithdrawalPerPartner() {
		Partner partner = this.desk.partnerWith("100.00");
		Partner reseller = this.given.resellerOf(partner);
		this.desk.topUp(reseller, "5.00", "TRADE_MODEL_CONVERSION", Map.of());
		String first = this.desk.submit(partner, Desk.bankCard("10.00", "5678")).expect(201).text("/id");
		this.desk.submit(partner, Desk.bankCard("10.00", "5678")).refused(409, "WITHDRAW_IN_PROGRESS");
		assertThat(this.desk.amount(partner).text("/open")).isEqualTo(first);
		this.desk.submit(reseller, Desk.bankCard("5.00", "5678")).expect(201);
		this.desk.cancel(partner, first).expect(200);
		this.desk.submit(partner, Desk.bankCard("10.00", "5678")).expect(201);
	}

	@Test
	@Tag("WDR-10")
	@Tag("X-02")
	void asksForACodeWhateverTheSwitchSays() {
		Partner partner = this.desk.partnerWith("100.00");
		Caller admin = partner.admin();
		Answer refused = this.client.as(admin)
			.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678"))
			.refused(403, "VERIFICATION_REQUIRED");
		assertThat(refused.text("/operation")).isEqualTo("WITHDRAW");
		this.client.as(admin)
			.with(Proofs.HEADER, TestKeys.proof(admin, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, this.clock))
			.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678"))
			.refused(403, "VERIFICATION_CODE_INVALID");
		assertThat(this.desk.cash(partner)).isEqualTo("100.00");
		String proof = TestKeys.proof(admin, CriticalOperation.WITHDRAW, this.clock);
		HubClient.As proven = this.client.as(admin).with(Proofs.HEADER, proof);
		proven.post(Desk.WITHDRAWALS, Desk.bankCard("100.01", "5678")).refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		proven.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678")).expect(201);
		assertThat(proven.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678"))
			.refused(403, "VERIFICATION_CODE_INVALID")
			.text("/reason")).isEqualTo("USED");
	}

	@Test
	@Tag("ORG-11")
	void isForThePermissionItemAndTheWholePartner() {
		Partner partner = this.desk.partnerWith("100.00");
		Caller operator = partner.member(Role.FINANCE_OPERATOR, Set.of(Permission.WITHDRAW), DataScope.ALL);
		Caller manager = partner.member(Role.ACCOUNT_MANAGER, Set.of(Permission.WITHDRAW), DataScope.OWN);
		this.client.as(partner.financeOperator())
			.post(Desk.WITHDRAWALS, Desk.bankCard("1.00", "5678"))
			.refused(403, "ACCESS_DENIED");
		this.client.as(manager).post(Desk.WITHDRAWALS, Desk.bankCard("1.00", "5678")).refused(403, "ACCESS_DENIED");
		this.client.as(operator)
			.with(Proofs.HEADER, TestKeys.proof(operator, CriticalOperation.WITHDRAW, this.clock))
			.post(Desk.WITHDRAWALS, Desk.bankCard("1.00", "5678"))
			.expect(201);
	}

	@Test
	@Tag("WDR-15")
	void letsNoResaleCustomerWithdrawWhatWasAppropriated() {
		Partner partner = this.desk.partnerWith("100.00");
		UUID customer = this.given.customerWith(partner, "60.00");
		Caller caller = Caller.customer("customer", customer);
		this.client.as(caller).get("/api/v1/withdrawable-amount").refused(403, "ACCESS_DENIED");
		this.client.as(caller).post(Desk.WITHDRAWALS, Desk.bankCard("1.00", "5678")).refused(403, "ACCESS_DENIED");
		this.desk.submit(partner, Desk.bankCard("40.01", "5678")).refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		assertThat(this.books.customerHas(customer)).isEqualTo("60.00");
	}

	@Test
	@Tag("WDR-02")
	@Tag("WDR-03")
	void refusesUnverifiedPartnersAndContractsWithoutRefund() {
		Partner partner = this.desk.partnerWith("100.00");
		this.desk.payee(partner, "Partner", false, true, Terms.FIRST_ENTITY);
		this.desk.submit(partner, Desk.bankCard("1.00", "5678")).refused(409, "WITHDRAW_NOT_VERIFIED");
		this.desk.payee(partner, "Partner", true, false, Terms.FIRST_ENTITY);
		this.desk.submit(partner, Desk.bankCard("1.00", "5678")).refused(409, "WITHDRAW_CONTRACT_WITHOUT_REFUND");
		this.desk.payee(partner, "Partner", true, true, Terms.FIRST_ENTITY);
		this.desk.submit(partner, Desk.bankCard("1.00", "5678")).expect(201);
	}

	@Test
	void keepsBankDataEncryptedAndShowsItMasked() {
		Partner partner = this.desk.partnerWith("100.00");
		Answer answer = this.desk.submit(partner, Desk.bankCard("10.00", "77775678")).expect(201);
		assertThat(answer.text("/bank/accountNo")).isEqualTo("****5678");
		assertThat(answer.text("/bank/holder")).isEqualTo("P***");
		byte[] stored = this.jdbc.sql("select bank from withdrawal where id = :id")
			.param("id", UUID.fromString(answer.text("/id")))
			.query((row, index) -> row.getBytes("bank"))
			.single();
		assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("5678", "Partner");
		assertThat(this.books.number("select count(*) from outbox where payload like '%77775678%'")).isZero();
		assertThat(this.books
			.number("select count(*) from idempotency_key where convert_from(body, 'UTF8') like '%77775678%'"))
			.isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"type":"BANK_CARD","amount":{"amount":"1.00","currency":"CNY"}}""", """
			{"type":"ORIGINAL","amount":{"amount":"0.00","currency":"CNY"}}""", """
			{"type":"ORIGINAL","amount":{"amount":"1.001","currency":"CNY"}}""", """
			{"type":"CHEQUE","amount":{"amount":"1.00","currency":"CNY"}}""", """
			{"type":"ORIGINAL","amount":{"amount":"1.00","currency":"CNY"},"bank":{"name":"b","branch":"b","holder":"h",
			"accountNo":"12345678"}}""",
			"""
					{"type":"BANK_CARD","amount":{"amount":"1.00","currency":"CNY"},"bank":{"name":"b","branch":"b","holder":"h",
					"accountNo":"1234567"}}""",
			"""
					{"type":"BANK_CARD","amount":{"amount":"1.00","currency":"CNY"},"bank":{"name":"b","branch":" ","holder":"h",
					"accountNo":"12345678"}}""",
			"""
					{"type":"ORIGINAL","amount":{"amount":"1.00","currency":"CNY"},"flowIds":["x"]}""", "{}" })
	void refusesWhatIsNoWithdrawal(String body) {
		Partner partner = this.given.distributor();
		this.client.as(partner.admin()).post(Desk.WITHDRAWALS, body).refused(400, "INVALID_REQUEST");
	}

	@Test
	void needsAnIdempotencyKeyAndRepeatsItsAnswer() {
		Partner partner = this.desk.partnerWith("100.00");
		Caller admin = partner.admin();
		HubClient.As proven = this.client.as(admin)
			.with(Proofs.HEADER, TestKeys.proof(admin, CriticalOperation.WITHDRAW, this.clock));
		proven.with("Idempotency-Key", "")
			.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678"))
			.refused(400, "IDEMPOTENCY_KEY_REQUIRED");
		HubClient.As keyed = proven.with("Idempotency-Key", "w-" + partner.id());
		Answer first = keyed.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678")).expect(201);
		assertThat(keyed.post(Desk.WITHDRAWALS, Desk.bankCard("10.00", "5678")).expect(201).json())
			.isEqualTo(first.json());
		assertThat(this.desk.held(partner)).isEqualTo("10.00");
	}

}
