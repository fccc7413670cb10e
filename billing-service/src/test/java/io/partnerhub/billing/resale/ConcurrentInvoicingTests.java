package io.partnerhub.billing.resale;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Together;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ConcurrentInvoicingTests {

	private final HubClient client;

	private final Given given;

	private final Books books;

	ConcurrentInvoicingTests(HubClient client, Given given, Books books) {
		this.client = client;
		this.given = given;
		this.books = books;
	}

	@RepeatedTest(3)
	@Tag("INVO-12")
	void neverInvoicesMoreThanIsInvoiceable() throws Exception {
		Partner partner = this.given.distributor();
		UUID customer = this.given.resaleCustomer(partner);
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/invoiceable-amounts",
					Map.of("reference", Ids.next(), "partnerId", partner.id(), "customerId", customer, "taxRate",
							"6.00", "kind", "CONSUMED", "amount", Given.money("1000.00")))
			.expect(200);
		Callable<Integer> attempt = () -> Together.until(() -> request(customer));
		List<Integer> answers = Together.all(Stream.generate(() -> attempt).limit(320).toList());
		assertThat(answers).containsOnly(201, 409);
		assertThat(Collections.frequency(answers, 201)).isEqualTo(100);
		assertThat(this.books
			.number("select sum(amount_minor) from resale_invoice where receiver_id = '%s'".formatted(customer)))
			.isEqualTo(100_000);
		assertThat(this.books
			.number("select invoiced_minor from invoiceable where receiver_id = '%s'".formatted(customer)))
			.isEqualTo(100_000);
	}

	private int request(UUID customer) {
		return this.client.as(Caller.customer("buyer", customer))
			.post("/api/v1/my/invoices",
					Map.of("amount", Given.money("10.00"), "taxRate", "6.00", "title",
							Map.of("kind", "COMPANY", "name", "华北科技有限公司")))
			.status();
	}

}
