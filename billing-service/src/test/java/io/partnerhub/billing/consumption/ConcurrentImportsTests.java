package io.partnerhub.billing.consumption;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Together;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** The same file by two clients at once, and the same records beside it, count once. */
@BillingTest
class ConcurrentImportsTests {

	private static final int ATTEMPTS = 320;

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final ConsumptionImporting importing;

	ConcurrentImportsTests(HubClient client, Given given, Books books, ConsumptionImporting importing) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.importing = importing;
	}

	@RepeatedTest(3)
	@Tag("CON-01")
	void importsTheSameFileOnce() throws InterruptedException {
		Partner partner = this.given.distributor();
		byte[] file = Focus.file(rows(this.given.resaleCustomer(partner), 50));
		List<Integer> answers = Together.all(IntStream.range(0, ATTEMPTS)
			.<Callable<Integer>>mapToObj((number) -> () -> sendAndWork(file, number % 8 == 0))
			.toList());
		this.importing.drain();
		assertThat(answers).containsOnly(202);
		assertOnce(partner, 50);
	}

	@RepeatedTest(3)
	@Tag("I-29")
	void countsTheSameRecordsOnce() throws InterruptedException {
		Partner partner = this.given.distributor();
		UUID customer = this.given.resaleCustomer(partner);
		List<Map<String, Object>> records = Stream.generate(() -> Ids.next().toString())
			.limit(20)
			.map((id) -> Feed.record(id, customer, MovableClock.START, "0.30"))
			.toList();
		List<Integer> answers = Together.all(Collections.nCopies(ATTEMPTS,
				() -> Together.until(() -> this.client.as(Given.VENDOR)
					.post("/api/v1/vendor/consumption", Map.of("records", records))
					.status())));
		assertThat(answers).containsOnly(200);
		assertOnce(partner, 20);
	}

	private int sendAndWork(byte[] file, boolean work) {
		int status = Together.until(() -> this.client.as(Given.VENDOR)
			.with("Content-Type", "text/csv")
			.post("/api/v1/vendor/consumption-files", file)
			.status());
		if (work) {
			this.importing.drain();
		}
		return status;
	}

	private void assertOnce(Partner partner, int records) {
		String owner = " where owner_partner_id = '" + partner.id() + "'";
		assertThat(this.books.number("select count(*) from consumption_record" + owner)).isEqualTo(records);
		assertThat(this.books.number("select sum(records) from consumption_month" + owner)).isEqualTo(records);
		assertThat(this.books.number("select sum(payable_minor) from consumption_month" + owner))
			.isEqualTo(records * 30L);
		assertThat(this.books.number("select sum(amount_minor) from performance_total" + owner))
			.isEqualTo(records * 30L);
		assertThat(this.books.number(
				"select count(*) from outbox where type = 'consumption.posted.v1' and key = '" + partner.id() + "'"))
			.isOne();
	}

	private static List<String> rows(UUID customer, int count) {
		return Stream.generate(() -> Focus.row(customer.toString(), Ids.next().toString(), "0.30"))
			.limit(count)
			.toList();
	}

}
