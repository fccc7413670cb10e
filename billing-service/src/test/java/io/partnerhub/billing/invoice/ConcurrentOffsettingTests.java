package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Together;
import io.partnerhub.billing.Uploads;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ConcurrentOffsettingTests {

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final MovableClock clock;

	private final Vendor vendor;

	ConcurrentOffsettingTests(HubClient client, Given given, Uploads uploads, Books books, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.clock = clock;
		this.vendor = new Vendor(client, uploads);
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@RepeatedTest(3)
	@Tag("INVO-03")
	void neverOffsetMoreThanIsOwedOrInvoiceable() throws Exception {
		Partner partner = this.given.distributor();
		String owed = this.vendor.owed(partner, "FP-1", "1000.00", "6.00").expect(201).text("/id");
		List<String> orders = IntStream.range(0, 4)
			.mapToObj((i) -> this.vendor.order(partner, "300.00", "6.00"))
			.toList();
		List<Callable<Integer>> attempts = IntStream.range(0, 320)
			.<Callable<Integer>>mapToObj((i) -> () -> Together.until(() -> offset(partner, owed, orders.get(i % 4))))
			.toList();
		List<Integer> answers = Together.all(attempts);
		assertThat(answers).containsOnly(200, 409);
		assertThat(Collections.frequency(answers, 200)).isEqualTo(100);
		assertThat(this.books.number("select offset_minor from owed_invoice where id = '%s'".formatted(owed)))
			.isEqualTo(100_000);
		assertThat(this.books
			.number("select max(offset_minor) from billed_order where owner_partner_id = '%s'".formatted(partner.id())))
			.isLessThanOrEqualTo(30_000);
	}

	@RepeatedTest(3)
	@Tag("INVO-07")
	void neverInvoiceAnOrderTwice() throws Exception {
		this.clock.set(Instant.parse("2026-03-05T08:00:00Z"));
		Partner partner = this.given.distributor();
		String order = this.vendor.order(partner, "300.00", "6.00");
		Callable<Integer> attempt = () -> Together
			.until(() -> this.vendor.request(partner, "ELECTRONIC", order).status());
		List<Integer> answers = Together.all(Stream.generate(() -> attempt).limit(320).toList());
		assertThat(answers).containsOnly(201, 409);
		assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
	}

	@RepeatedTest(3)
	@Tag("INVO-01")
	void neverRefundTwoOrdersUnderOneReference() throws Exception {
		Partner partner = this.given.distributor();
		String reference = Ids.next().toString();
		List<Callable<Integer>> attempts = IntStream.range(0, 16)
			.mapToObj((i) -> Ids.next().toString())
			.peek((number) -> this.vendor.order(partner, number, "300.00", "6.00", Vendor.ENTITY))
			.<Callable<Integer>>map((number) -> () -> Together
				.until(() -> this.vendor.refund(partner, number, reference, "10.00").status()))
			.toList();
		List<Integer> answers = Together.all(attempts);
		assertThat(answers).containsOnly(200, 409);
		assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
		assertThat(this.books.number(
				"select sum(refunded_minor) from billed_order where owner_partner_id = '%s'".formatted(partner.id())))
			.isEqualTo(1_000);
	}

	private int offset(Partner partner, String owed, String order) {
		return this.client.as(partner.admin())
			.post("/api/v1/owed-invoices/" + owed + "/offset", Map.of("orderId", order, "amount", Given.money("10.00")))
			.status();
	}

}
