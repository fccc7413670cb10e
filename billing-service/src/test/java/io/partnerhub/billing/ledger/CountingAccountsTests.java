package io.partnerhub.billing.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every balance, counted from zero; what is planted is found. */
@BillingTest
@TestPropertySource(properties = "partnerhub.ledger.counted-per-run=5000")
class CountingAccountsTests {

	private final JdbcClient jdbc;

	private final HubClient client;

	private final Reconciliation reconciliation;

	private final MeterRegistry metrics;

	private final Partner partner;

	CountingAccountsTests(JdbcClient jdbc, HubClient client, Given given, Reconciliation reconciliation,
			MeterRegistry metrics) {
		this.jdbc = jdbc;
		this.client = client;
		this.reconciliation = reconciliation;
		this.metrics = metrics;
		this.partner = given.distributorWith("100.00");
	}

	@AfterEach
	void putRight() {
		this.jdbc.sql("update account set balance_minor = 10000, entries = 1 where holder_id = :id and type = 'CASH'")
			.param("id", this.partner.id())
			.update();
		this.reconciliation.countNext();
		assertThat(gauge()).isZero();
	}

	@Test
	@Tag("I-14")
	void findsAPlantedCent() {
		plant("balance_minor = balance_minor + 1");
		this.reconciliation.countNext();
		assertThat(gauge()).isEqualTo(1);
		Answer found = this.client.as(Given.VENDOR).get("/api/v1/vendor/ledger-differences").expect(200);
		assertThat(found.json().at("/items")).hasSize(1);
		assertThat(found.text("/items/0/what")).isEqualTo("BALANCE");
		assertThat(found.text("/items/0/booked/amount")).isEqualTo("100.01");
		assertThat(found.text("/items/0/counted/amount")).isEqualTo("100.00");
		this.reconciliation.countNext();
		assertThat(gauge()).isEqualTo(1);
	}

	@Test
	@Tag("I-14")
	void findsAnEntryThatIsNotThere() {
		plant("entries = entries + 1");
		this.reconciliation.countNext();
		assertThat(this.client.as(Given.VENDOR).get("/api/v1/vendor/ledger-differences").text("/items/0/what"))
			.isEqualTo("ENTRIES");
	}

	@Test
	@Tag("I-13")
	void showsThatTheBooksAreOutOfBalance() {
		Answer right = this.client.as(Given.VENDOR).get("/api/v1/vendor/trial-balance").expect(200);
		assertThat(right.text("/total/amount")).isEqualTo("0.00");
		assertThat(right.json().at("/balanced").asBoolean()).isTrue();
		plant("balance_minor = balance_minor + 1");
		Answer wrong = this.client.as(Given.VENDOR).get("/api/v1/vendor/trial-balance");
		assertThat(wrong.text("/total/amount")).isEqualTo("0.01");
		assertThat(wrong.json().at("/balanced").asBoolean()).isFalse();
	}

	private void plant(String change) {
		this.jdbc.sql("update account set " + change + " where holder_id = :id and type = 'CASH'")
			.param("id", this.partner.id())
			.update();
	}

	private double gauge() {
		return this.metrics.get("partnerhub.ledger.differences").gauge().value();
	}

}
