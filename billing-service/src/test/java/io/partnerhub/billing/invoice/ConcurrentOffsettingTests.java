package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.ArrayList;
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

	@RepeatedTest(3)
	@Tag("INVO-03")
	void neverStandInForAnInvoiceThatCameBackMeanwhile() throws Exception {
		this.clock.set(Instant.parse("2026-03-05T08:00:00Z"));
		Partner partner = this.given.distributor();
		String invoice = givenBackAfterARefund(partner, "100.00", "90.00");
		String owed = this.client.as(partner.admin()).get("/api/v1/owed-invoices").text("/items/0/id");
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			String number = Ids.next().toString();
			String id = this.vendor.order(partner, number, "15.00", "6.00", Vendor.ENTITY);
			attempts.add(() -> Together.until(() -> offset(partner, owed, id)));
			attempts.add(() -> Together.until(() -> refund(partner, number, "9.00")));
		}
		attempts.add(16, () -> Together.until(() -> this.vendor.act(invoice, "return-approval").status()));
		assertThat(Together.all(attempts)).containsOnly(200, 409).element(16).isEqualTo(200);
		assertThat(this.vendor.owes(partner)).isEmpty();
		assertThat(sum(partner, "offset_minor", "billed_order")).isZero();
		assertThat(sum(partner, "standing_minor", "owed_invoice_offset")).isZero();
	}

	/** The id of an issued invoice whose return is asked for. */
	private String givenBackAfterARefund(Partner partner, String amount, String refunded) {
		String number = Ids.next().toString();
		String invoice = this.vendor.issued(partner, Vendor.number(), amount,
				this.vendor.order(partner, number, amount, "6.00", Vendor.ENTITY));
		assertThat(refund(partner, number, refunded)).isEqualTo(200);
		this.vendor.giveBack(partner, invoice).expect(200);
		return invoice;
	}

	private int refund(Partner partner, String order, String amount) {
		return this.vendor.refund(partner, order, Ids.next().toString(), amount).status();
	}

	private long sum(Partner partner, String column, String table) {
		return this.books.number("select coalesce(sum(%s), 0) from %s where owner_partner_id = '%s'".formatted(column,
				table, partner.id()));
	}

	private int offset(Partner partner, String owed, String order) {
		return this.client.as(partner.admin())
			.post("/api/v1/owed-invoices/" + owed + "/offset", Map.of("orderId", order, "amount", Given.money("10.00")))
			.status();
	}

}
