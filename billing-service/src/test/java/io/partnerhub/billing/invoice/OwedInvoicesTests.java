package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.sql.Timestamp;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Owed invoices on PostgreSQL. */
@BillingTest
class OwedInvoicesTests {

	private final JdbcClient jdbc;

	private final Given given;

	private final OwedInvoices invoices;

	OwedInvoicesTests(JdbcClient jdbc, Given given, OwedInvoices invoices) {
		this.jdbc = jdbc;
		this.given = given;
		this.invoices = invoices;
	}

	@Test
	@Tag("INVO-02")
	void countWhatIsNotOffsetYetOfOnePartnerOnly() {
		Partner partner = this.given.distributor();
		Realm realm = new Realm(partner.tenant(), partner.id());
		owed(partner, 120_000, 0);
		owed(partner, 50_000, 49_999);
		owed(partner, 70_000, 70_000);
		owed(this.given.resellerOf(partner), 1_000, 0);
		assertThat(this.invoices.of(realm).total().decimal()).isEqualTo(new BigDecimal("1200.01"));
		assertThat(this.invoices.of(realm).invoices()).isEqualTo(2);
		assertThat(this.invoices.open(realm, new PageQuery(20, null)).items()).extracting(OwedInvoice::open)
			.extracting((money) -> money.minor())
			.containsExactlyInAnyOrder(1L, 120_000L);
	}

	@Test
	@Tag("INVO-03")
	void areNeverOffsetByMoreThanTheyAre() {
		Partner partner = this.given.distributor();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> owed(partner, 100, 101))
			.withMessageContaining("owed_invoice_offset");
	}

	private void owed(Partner partner, long amount, long offset) {
		this.jdbc.sql("""
				insert into owed_invoice (id, partner_id, owner_partner_id, invoice_number, reason, tax_rate,
				                          signing_entity, amount_minor, offset_minor, currency, at)
				values (:id, :tenant, :owner, 'FP-1', 'REFUND', 6.00, '华为云', :amount, :offset, 'CNY', :at)
				""")
			.param("id", Ids.next())
			.param("tenant", partner.tenant())
			.param("owner", partner.id())
			.param("amount", amount)
			.param("offset", offset)
			.param("at", Timestamp.from(MovableClock.START))
			.update();
	}

}
