package io.partnerhub.billing.withdrawal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.bank.BankPort;
import io.partnerhub.contracts.WithdrawalEvent;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalFailed;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalSucceeded;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The bank pays, refuses, is late, falls silent or repeats itself. */
@WithdrawalTest
@Tag("I-21")
class PayingTests {

	private static final Duration ASK_AFTER = Duration.ofSeconds(30);

	private final Given given;

	private final Desk desk;

	private final Books books;

	private final Announced announced;

	private final MovableClock clock;

	private final Payouts payouts;

	private final PayoutSteps steps;

	private final BankPort bank;

	private final WithdrawalStore store;

	private final MeterRegistry metrics;

	PayingTests(Given given, Desk desk, Books books, Announced announced, MovableClock clock, Payouts payouts,
			PayoutSteps steps, BankPort bank, WithdrawalStore store, MeterRegistry metrics) {
		this.given = given;
		this.desk = desk;
		this.books = books;
		this.announced = announced;
		this.clock = clock;
		this.payouts = payouts;
		this.steps = steps;
		this.bank = bank;
		this.store = store;
		this.metrics = metrics;
	}

	@BeforeEach
	void nothingElseIsDue() {
		this.payouts.run();
		this.announced.next();
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.desk.balance();
	}

	@Test
	@Tag("I-22")
	void paysOnceAndForAll() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "5678"));
		this.announced.next();
		this.payouts.run();
		assertThat(this.desk.state(id)).isEqualTo("SUCCEEDED");
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement().isInstanceOf(WithdrawalSucceeded.class);
		assertThat(this.desk.held(partner)).isEqualTo("0.00");
		assertThat(this.desk.cash(partner)).isEqualTo("40.00");
		assertThat(this.desk.show(partner, id).json().at("/progress"))
			.extracting((step) -> step.at("/state").asString())
			.containsExactly("SUBMITTED", "APPROVED", "PROCESSING", "SUCCEEDED");
		later();
		assertThat(sent(id)).isEqualTo("1 sending, 1 payment");
	}

	@Test
	@Tag("WDR-07")
	@Tag("I-22")
	void givesBackWhatTheBankRejectsAndLetsItGoToABankCard() {
		Partner partner = this.given.distributor();
		this.desk.topUp(partner, "50.00", "ALIPAY", Desk.payer("Partner", "wallet-0001"));
		this.desk.submit(partner, Desk.bankCard("50.00", "5678")).refused(409, "WITHDRAW_SOURCE_NOT_ALLOWED");
		String id = this.desk.approved(partner, Desk.original("50.00"));
		this.announced.next();
		this.payouts.run();
		assertThat(this.desk.show(partner, id).text("/withdrawal/reason")).isEqualTo("ACCOUNT_CLOSED");
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement().isInstanceOf(WithdrawalFailed.class);
		assertThat(this.desk.cash(partner)).isEqualTo("50.00");
		String card = this.desk.approved(partner, Desk.bankCard("50.00", "5678"));
		this.payouts.run();
		assertThat(this.desk.state(card)).isEqualTo("SUCCEEDED");
	}

	@Test
	void waitsForALateAnswer() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "0002"));
		this.payouts.run();
		assertThat(this.desk.show(partner, id).text("/payment/state")).isEqualTo("SENT");
		assertThat(this.desk.held(partner)).isEqualTo("60.00");
		this.payouts.run();
		assertThat(this.desk.state(id)).isEqualTo("PROCESSING");
		later();
		assertThat(this.desk.state(id)).isEqualTo("SUCCEEDED");
		assertThat(sent(id)).isEqualTo("1 sending, 1 payment");
	}

	@Test
	void countsPaymentsOfUnknownOutcomeForOperations() {
		Partner partner = this.desk.partnerWith("100.00");
		this.desk.approved(partner, Desk.bankCard("60.00", "0003"));
		double before = unknown();
		this.payouts.run();
		assertThat(unknown()).isEqualTo(before + 1);
		later();
		assertThat(unknown()).isEqualTo(before);
	}

	@Test
	void asksAndNeverSendsAgainAfterATimeOut() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "0003"));
		this.payouts.run();
		assertThat(this.desk.show(partner, id).text("/payment/state")).isEqualTo("UNKNOWN");
		assertThat(this.desk.held(partner)).isEqualTo("60.00");
		this.desk.submit(partner, Desk.bankCard("1.00", "5678")).refused(409, "WITHDRAW_IN_PROGRESS");
		later();
		assertThat(this.desk.state(id)).isEqualTo("SUCCEEDED");
		assertThat(sent(id)).isEqualTo("1 sending, 1 payment");
	}

	@Test
	void sendsUnderTheSameIdWhatTheBankNeverReceived() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "0005"));
		this.payouts.run();
		String instruction = instruction(id);
		later();
		this.payouts.run();
		assertThat(this.desk.state(id)).isEqualTo("SUCCEEDED");
		assertThat(instruction(id)).isEqualTo(instruction);
		assertThat(sent(id)).isEqualTo("2 sending, 1 payment");
	}

	@Test
	void countsAnAnswerThatComesTwiceOnce() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "0004"));
		this.announced.next();
		this.payouts.run();
		this.desk.bankResult(instruction(id), "PAID").expect(200);
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement().isInstanceOf(WithdrawalSucceeded.class);
		this.desk.bankResult(instruction(id), "REJECTED").refused(409, "BANK_RESULT_CONTRADICTS");
		assertThat(this.desk.cash(partner)).isEqualTo("40.00");
	}

	@Test
	void findsOutWhatBecameOfAPaymentAfterACrash() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "5678"));
		Payout payout = this.steps.claim().getFirst();
		this.steps.send(payout);
		this.bank.pay(new BankPort.Payment(payout.instructionId(), Money.of("60.00"),
				List.of(new BankPort.Part(Money.of("60.00"), "entity", null, null))), (answer) -> {
				});
		assertThat(this.desk.state(id)).isEqualTo("PROCESSING");
		this.payouts.run();
		assertThat(this.desk.state(id)).isEqualTo("PROCESSING");
		later();
		assertThat(this.desk.state(id)).isEqualTo("SUCCEEDED");
		assertThat(sent(id)).isEqualTo("1 sending, 1 payment");
	}

	@Test
	void sendsAfterACrashBeforeTheBankHeardOfIt() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "5678"));
		this.steps.send(this.steps.claim().getFirst());
		later();
		this.payouts.run();
		assertThat(this.desk.state(id)).isEqualTo("SUCCEEDED");
		assertThat(sent(id)).isEqualTo("2 sending, 1 payment");
	}

	@Test
	void takesTheBanksAnswerFromTheVendorToo() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "0002"));
		this.desk.bankResult(instruction(id), "PAID").refused(409, "BANK_RESULT_TOO_EARLY");
		this.payouts.run();
		this.desk.bankResult(instruction(id), "REJECTED").expect(200);
		assertThat(this.desk.state(id)).isEqualTo("FAILED");
		assertThat(this.desk.cash(partner)).isEqualTo("100.00");
		later();
		assertThat(this.desk.state(id)).isEqualTo("FAILED");
	}

	@Test
	@Tag("WDR-13")
	void paysFromTheCompanyOfTheTopUpOrFromTheNewOne() {
		Partner partner = this.given.distributor();
		this.desk.payee(partner, "Partner", true, true, "旧签约主体");
		this.desk.topUp(partner, "50.00", "ALIPAY", Map.of());
		this.desk.topUp(partner, "20.00", "TRADE_MODEL_CONVERSION", Map.of());
		this.desk.payee(partner, "Partner", true, true, "新签约主体");
		Map<String, Object> back = Desk.original("50.00");
		String online = this.desk.flows(partner).text("/items/1/id");
		this.desk.approved(partner, Desk.from(back, online));
		assertThat(told()).extracting(BankPort.Part::signingEntity).containsExactly("旧签约主体");
		String card = this.desk.submit(partner, Desk.bankCard("20.00", "5678")).expect(201).text("/id");
		this.desk.payee(partner, "Partner", true, true, "最新签约主体");
		this.desk.approve(card).expect(200);
		assertThat(told()).extracting(BankPort.Part::signingEntity).containsExactly("最新签约主体");
	}

	@Test
	@Tag("WDR-05")
	void sendsMoneyBackToWhoeverPaidInParts() {
		Partner partner = this.given.distributor();
		this.desk.topUp(partner, "50.00", "ALIPAY", Desk.payer("李雷", "lilei@pay"));
		this.desk.topUp(partner, "20.00", "WECHAT", Desk.payer("韩梅梅", "hanmeimei@pay"));
		this.desk.approved(partner, Desk.original("60.00"));
		assertThat(told()).extracting((part) -> part.amount() + " " + Objects.requireNonNull(part.to()).holder())
			.containsExactly("20.00 CNY 韩梅梅", "40.00 CNY 李雷");
	}

	/** What a bank hears that pays everything. */
	private List<BankPort.Part> told() {
		List<BankPort.Part> parts = new ArrayList<>();
		new Payouts(this.steps, this.store, new BankPort() {

			@Override
			public void pay(Payment payment, Consumer<Answer> answers) {
				parts.addAll(payment.parts());
				answers.accept(Answer.paid(payment.instructionId()));
			}

			@Override
			public Answer ask(UUID instructionId) {
				return Answer.paid(instructionId);
			}

		}).run();
		return parts;
	}

	private void later() {
		this.clock.advance(ASK_AFTER);
		this.payouts.run();
	}

	private String instruction(String id) {
		return this.desk.instruction(id);
	}

	private double unknown() {
		return this.metrics.get("partnerhub.payouts.unknown").gauge().value();
	}

	private String sent(String id) {
		return this.books.number("select sendings from payout where withdrawal_id = '" + id + "'") + " sending, "
				+ this.books.number("select count(*) from simulated_payment where instruction_id = '" + instruction(id)
						+ "' and outcome = 'PAID'")
				+ " payment";
	}

}
