package io.partnerhub.billing.refund;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent.OrderRefunded;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Large unsubscriptions wait for an approval. */
@RefundTest
class ApprovingRefundsTests {

	private final Given given;

	private final Till till;

	private final Books books;

	private final Announced announced;

	private final MovableClock clock;

	private final RefundJobs jobs;

	ApprovingRefundsTests(Given given, Till till, Books books, Announced announced, MovableClock clock,
			RefundJobs jobs) {
		this.given = given;
		this.till = till;
		this.books = books;
		this.announced = announced;
		this.clock = clock;
		this.jobs = jobs;
	}

	@BeforeEach
	void silence() {
		this.announced.next();
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	@Tag("ORD-16")
	void waitsForAnApprovalOfALargeUnsubscription() {
		Partner partner = this.given.distributorWith("90000.00");
		String order = large(partner);
		assertThat(this.till.refunded(order, "50000.01")).isEqualTo("AWAITING_APPROVAL");
		assertThat(this.books.partnerHas(partner)).isEqualTo("10000.00");
		assertThat(this.announced.next(OrderRefunded.class)).isEmpty();
		assertThat(this.till.shown(order).text("/items/0/approveBy")).isEqualTo("2026-03-02T08:00:00Z");
		String id = this.till.shown(order).text("/items/0/id");
		assertThat(this.till.decide(id, "approval").expect(200).text("/state")).isEqualTo("DONE");
		assertThat(this.books.partnerHas(partner)).isEqualTo("60000.01");
		this.till.decide(id, "approval").refused(409, "REFUND_STATE");
		this.till.decide(id, "rejection").refused(409, "REFUND_STATE");
	}

	@Test
	@Tag("ORD-16")
	void freesWhatWasRejectedOrNotApprovedInTime() {
		Partner partner = this.given.distributorWith("90000.00");
		String order = large(partner);
		this.till.refunded(order, "60000.00");
		String id = this.till.shown(order).text("/items/0/id");
		assertThat(this.till.decide(id, "rejection").expect(200).text("/state")).isEqualTo("REJECTED");
		assertThat(this.till.refunded(order, "70000.00")).isEqualTo("AWAITING_APPROVAL");
		this.clock.advance(Duration.ofHours(24));
		this.till.decide(this.till.shown(order).text("/items/0/id"), "approval").refused(409, "REFUND_STATE");
		this.jobs.run();
		assertThat(this.till.shown(order).text("/items/0/reason")).isEqualTo("NOT_APPROVED_IN_TIME");
		assertThat(this.till.refunded(order, "50000.00")).isEqualTo("DONE");
		assertThat(this.books.partnerHas(partner)).isEqualTo("60000.00");
	}

	@Test
	@Tag("ORD-16")
	void judgesAllRefundsOfAnUnsubscriptionTogether() {
		Partner partner = this.given.distributorWith("90000.00");
		String order = large(partner);
		Map<String, Object> small = Till.refundOf(order, "20000.00");
		Answer answer = this.till.refundAll(List.of(small, small)).expect(200);
		assertThat(answer.json().at("/items")).extracting((item) -> item.at("/state").asString()).containsOnly("DONE");
		List<Map<String, Object>> large = List.of(Till.refundOf(order, "15000.01"), Till.refundOf(order, "15000.00"));
		answer = this.till.refundAll(large).expect(200);
		assertThat(answer.json().at("/items")).extracting((item) -> item.at("/state").asString())
			.containsExactly("AWAITING_APPROVAL", "AWAITING_APPROVAL");
		assertThat(this.till.outcome(Till.refundOf(order, "0.01"))).isEqualTo("AWAITING_APPROVAL");
	}

	@Test
	@Tag("ORD-16")
	void judgesAllUnsubscriptionsOfAnOrderTogether() {
		Partner partner = this.given.distributorWith("90000.00");
		String order = large(partner);
		assertThat(this.till.refunded(order, "30000.00")).isEqualTo("DONE");
		Map<String, Object> other = Till.refundOf(order, "30000.00");
		other.put("refundOrderId", "R2" + order);
		assertThat(this.till.outcome(other)).isEqualTo("AWAITING_APPROVAL");
		Map<String, Object> change = Till.refundOf(order, "20000.00");
		change.put("cause", "DOWNGRADE");
		assertThat(this.till.outcome(change)).isEqualTo("DONE");
	}

	@Test
	@Tag("ORD-16")
	void judgesUnsubscriptionsThatAreToldTogetherTogether() {
		Partner partner = this.given.distributorWith("90000.00");
		String order = large(partner);
		Map<String, Object> one = Till.refundOf(order, "30000.00");
		Map<String, Object> other = Till.refundOf(order.toLowerCase(Locale.ROOT), "30000.00");
		assertThat(this.till.refundAll(List.of(one, other)).expect(200).json().at("/items"))
			.extracting((item) -> item.at("/state").asString())
			.containsExactly("AWAITING_APPROVAL", "AWAITING_APPROVAL");
	}

	/** An order of 80,000.00 that the partner paid. */
	private String large(Partner partner) {
		return this.till.paid(partner, this.given.resaleCustomer(partner),
				Till.Bill.of(AssociationType.RESALE, Paid.By.PARTNER)
					.from(AccountType.CASH)
					.of("80000.00", "0.00", "0.00"));
	}

}
