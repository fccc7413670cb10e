package io.partnerhub.billing.withdrawal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once on one partner's money. */
@WithdrawalTest
class ConcurrentWithdrawingTests {

	private final HubClient client;

	private final Given given;

	private final Desk desk;

	private final Books books;

	private final Payouts payouts;

	ConcurrentWithdrawingTests(HubClient client, Given given, Desk desk, Books books, Payouts payouts) {
		this.client = client;
		this.given = given;
		this.desk = desk;
		this.books = books;
		this.payouts = payouts;
	}

	@AfterEach
	void booksBalance() {
		this.desk.balance();
	}

	@RepeatedTest(3)
	@Tag("WDR-01")
	@Tag("I-20")
	void acceptsOneOfManyWithdrawalsBesidesAppropriations() throws Exception {
		Partner partner = this.desk.partnerWith("1000.00");
		UUID customer = this.given.resaleCustomer(partner);
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 320; i++) {
			attempts
				.add((i % 4 == 3) ? () -> appropriate(partner, customer, "10.00") : () -> submit(partner, "600.00"));
		}
		List<Integer> answers = together(attempts);
		assertThat(answers).containsOnly(201, 409);
		assertThat(this.books.number("select count(*) from withdrawal where owner_partner_id = '" + partner.id() + "'"))
			.isLessThanOrEqualTo(1);
		assertThat(Double.parseDouble(this.desk.cash(partner)) + Double.parseDouble(this.desk.held(partner))
				+ Double.parseDouble(this.books.customerHas(customer)))
			.isEqualTo(1000.0);
	}

	@RepeatedTest(3)
	@Tag("WDR-14")
	@Tag("WDR-17")
	@Tag("I-19")
	void neverPaysMoreThanArrearsBookedMeanwhileLeave() throws Exception {
		Partner partner = this.desk.partnerWith("100.00");
		UUID customer = this.desk.owing(partner);
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			attempts.add(() -> {
				this.desk.charge(partner, customer, "2.00");
				return 200;
			});
			attempts.add(() -> submit(partner, "50.00"));
			attempts.add(() -> decideOpen(partner));
		}
		assertThat(together(attempts)).isSubsetOf(200, 201, 404, 409);
		decideOpen(partner);
		assertThat(this.books.number("""
				select count(*) from withdrawal
				where owner_partner_id = '%s'
				  and amount_minor > cash_minor - owed_minor - unposted_minor - arrears_minor"""
			.formatted(partner.id()))).isZero();
		long paid = this.books.number("""
				select coalesce(sum(amount_minor), 0) from withdrawal
				where owner_partner_id = '%s' and state = 'SUCCEEDED'""".formatted(partner.id()));
		assertThat(paid).isIn(0L, 5000L, 10_000L);
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo((paid > 0) ? "0.00" : "20.00");
	}

	@RepeatedTest(3)
	@Tag("I-22")
	void approvesOrCancelsButNeverBoth() throws Exception {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			attempts.add(() -> settled(() -> this.desk.approve(id)));
			attempts.add(() -> settled(() -> this.desk.cancel(partner, id)));
			attempts.add(() -> settled(() -> this.desk.reject(id, "no")));
		}
		List<Integer> answers = together(attempts);
		assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
		assertThat(answers).containsOnly(200, 409);
		assertThat(this.desk.held(partner)).isEqualTo(this.desk.state(id).equals("APPROVED") ? "60.00" : "0.00");
	}

	@RepeatedTest(3)
	@Tag("I-21")
	@Tag("I-22")
	void countsOneOfManyAnswersOfTheBank() throws Exception {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "0002"));
		this.payouts.run();
		String instruction = this.desk.instruction(id);
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			attempts.add(() -> settled(() -> this.desk.bankResult(instruction, "PAID")));
			attempts.add(() -> settled(() -> this.desk.bankResult(instruction, "REJECTED")));
		}
		List<Integer> answers = together(attempts);
		assertThat(Collections.frequency(answers, 200)).isEqualTo(24);
		assertThat(answers).containsOnly(200, 409);
		assertThat(this.desk.held(partner)).isEqualTo("0.00");
		assertThat(this.desk.cash(partner)).isEqualTo(this.desk.state(id).equals("SUCCEEDED") ? "40.00" : "100.00");
	}

	private int submit(Partner partner, String amount) {
		return settled(() -> this.desk.submit(partner, Desk.bankCard(amount, "5678")));
	}

	private int appropriate(Partner partner, UUID customer, String amount) {
		return settled(() -> this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money(amount))));
	}

	/** The vendor approves whatever is open, and the bank pays. */
	private int decideOpen(Partner partner) {
		String open = this.desk.amount(partner).text("/open");
		int status = open.isEmpty() ? 404 : settled(() -> this.desk.approve(open));
		this.payouts.run();
		return status;
	}

	/** As clients do: 503 means that nothing was done, and is tried again. */
	private static int settled(Callable<Answer> attempt) {
		try {
			int status = HttpStatus.SERVICE_UNAVAILABLE.value();
			for (int i = 0; i < 20 && status == HttpStatus.SERVICE_UNAVAILABLE.value(); i++) {
				status = attempt.call().status();
			}
			return status;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Integer> together(List<Callable<Integer>> attempts) throws Exception {
		List<Integer> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(48)) {
			for (Future<Integer> attempt : threads.invokeAll(attempts)) {
				answers.add(attempt.get());
			}
		}
		return answers;
	}

}
