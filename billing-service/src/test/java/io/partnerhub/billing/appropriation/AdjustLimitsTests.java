package io.partnerhub.billing.appropriation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** One adjustment of a target at a time, and so many of a partner on a day. */
@BillingTest
@Tag("ADJ-08")
@TestPropertySource(properties = "partnerhub.adjust.per-day=3")
class AdjustLimitsTests {

	private static final String ADJUST = "/v2/accounts/partner-accounts/adjust-amount";

	private final JdbcClient jdbc;

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final MovableClock clock;

	private final TransactionTemplate transaction;

	AdjustLimitsTests(JdbcClient jdbc, HubClient client, Given given, Books books, MovableClock clock,
			TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.client = client;
		this.given = given;
		this.books = books;
		this.clock = clock;
		this.transaction = transaction;
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	void countsThePartnersDayInTheVendorsTime() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		for (int i = 0; i < 3; i++) {
			appropriate(partner, customer).expect(201);
		}
		assertThat(appropriate(partner, customer).refused(409, "ADJUST_DAILY_LIMIT").text("/limit")).isEqualTo("3");
		adjust(partner, customer).refused(400, "CBC.99008056");
		appropriate(this.given.distributorWith("1.00"), customer).refused(404, "NOT_FOUND");
		this.clock.advance(Duration.ofHours(8).minusSeconds(1));
		appropriate(partner, customer).refused(409, "ADJUST_DAILY_LIMIT");
		this.clock.advance(Duration.ofSeconds(1));
		appropriate(partner, customer).expect(201);
		assertThat(this.books.customerHas(customer)).isEqualTo("4.00");
	}

	@Test
	void countsOnlyWhatWasDone() {
		Partner partner = this.given.distributorWith("3.00");
		UUID customer = this.given.resaleCustomer(partner);
		for (int i = 0; i < 4; i++) {
			this.client.as(partner.admin())
				.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money("3.01")))
				.refused(409, "ADJUST_BALANCE_INSUFFICIENT");
		}
		appropriate(partner, customer).expect(201);
	}

	@Test
	void tellsIntegratorsThatAnotherAdjustmentOfTheTargetRuns() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		UUID other = this.given.resaleCustomer(partner);
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select customer_id from known_customer where customer_id = :id for update")
				.param("id", customer)
				.query(UUID.class)
				.single();
			adjust(partner, customer).refused(400, "CBC.99007461");
			adjust(partner, other).expect(200);
		});
		adjust(partner, customer).expect(200);
	}

	@Test
	void tellsIntegratorsThatAnotherAdjustmentOfTheResellerRuns() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.resellerOf(distributor);
		Map<String, Object> body = Map.of("indirect_partner_id", reseller.id(), "amount", 1);
		String path = "/v2/accounts/partner-accounts/indirect-partner-adjust";
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from known_partner where id = :id for update")
				.param("id", reseller.id())
				.query(UUID.class)
				.single();
			this.client.as(distributor.key()).post(path, body).refused(400, "CBC.99007461");
		});
		this.client.as(distributor.key()).post(path, body).expect(200);
	}

	private Answer appropriate(Partner partner, UUID customer) {
		return this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money("1.00")));
	}

	private Answer adjust(Partner partner, UUID customer) {
		return this.client.as(partner.key()).post(ADJUST, Map.of("customer_id", customer, "amount", 1));
	}

}
