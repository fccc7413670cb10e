package io.partnerhub.billing.refund;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Together;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once refund one order. */
@RefundTest
@Tag("I-17")
@Tag("I-25")
class ConcurrentRefundingTests {

	private static final int ATTEMPTS = 320;

	private static final int DONE = 200;

	private static final int REFUSED = 409;

	private final Given given;

	private final Till till;

	private final Books books;

	private final Ordering ordering;

	ConcurrentRefundingTests(Given given, Till till, Books books, HubClient client) {
		this.given = given;
		this.till = till;
		this.books = books;
		this.ordering = new Ordering(client);
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@RepeatedTest(3)
	void refundsOnceWhateverIsToldTwice() throws Exception {
		Partner partner = this.given.distributorWith("500.00");
		String order = order(partner);
		Map<String, Object> refund = Till.refundOf(order, "60.00");
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS; i++) {
			attempts.add(() -> tell(refund));
		}
		assertThat(Together.all(attempts)).containsOnly(DONE);
		assertThat(this.books.partnerHas(partner)).isEqualTo("460.00");
		assertThat(refundsOf(order)).isOne();
	}

	@RepeatedTest(3)
	void neverRefundsMoreThanWasPaidByDifferentRefunds() throws Exception {
		Partner partner = this.given.distributorWith("500.00");
		String order = order(partner);
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS; i++) {
			attempts.add(() -> tell(Till.refundOf(order, "40.00")));
		}
		List<Integer> answers = Together.all(attempts);
		assertThat(answers).containsOnly(DONE, REFUSED);
		assertThat(Collections.frequency(answers, DONE)).isEqualTo(2);
		assertThat(this.books.partnerHas(partner)).isEqualTo("480.00");
		assertThat(refundsOf(order)).isEqualTo(2);
	}

	@RepeatedTest(3)
	@Tag("ORD-14")
	void neverRefundsMoreThanWasPaidForAPart() throws Exception {
		Partner partner = this.given.distributorWith("500.00");
		String number = Ordering.number();
		this.ordering.report(
				Ordering.with(
						Ordering.combined(this.given.customer(partner, AssociationType.ADVISORY), number, "40.00",
								"60.00", "100.00"),
						"status", "COMPLETED", "payment", Ordering.payment("100.00", "0.00")));
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS; i++) {
			String part = number + ((i % 2 == 0) ? "-1" : "-2");
			attempts.add(() -> tell(Till.refundOf(part, "25.00")));
		}
		assertThat(Together.all(attempts)).containsOnly(DONE, REFUSED);
		assertThat(refundsOf(number + "-1")).isOne();
		assertThat(refundsOf(number + "-2")).isEqualTo(2);
	}

	private String order(Partner partner) {
		return this.till.paidByPartner(partner, this.given.resaleCustomer(partner), AssociationType.RESALE);
	}

	private long refundsOf(String order) {
		return this.books.number("select count(*) from order_refund where base_order_number = '" + order + "'");
	}

	/** The status, or 409 for a refund that was refused. */
	private int tell(Map<String, Object> refund) {
		return Together.until(() -> {
			Answer answer = this.till.refund(refund);
			return answer.text("/items/0/code").equals("REFUND_EXCEEDS_PAYMENT") ? REFUSED : answer.status();
		});
	}

}
