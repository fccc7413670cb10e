package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One partner and one account manager at a time, the one within the other. */
@BillingTest
class AttributionPeriodsTests {

	private static final Instant BEGIN = MovableClock.START;

	private final Given given;

	private final Hears hears;

	private final Books books;

	private final JdbcClient jdbc;

	private Partner partner;

	private UUID customer;

	AttributionPeriodsTests(Given given, Hears hears, Books books, JdbcClient jdbc) {
		this.given = given;
		this.hears = hears;
		this.books = books;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void hasAnAssignedCustomer() {
		this.partner = this.given.distributor();
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
		assign(BEGIN.plusSeconds(60));
	}

	@Test
	@Tag("I-28")
	void followOneAnotherWithoutAGap() {
		assign(BEGIN.plusSeconds(120));
		assertThat(
				count("valid_from = '%s' and valid_to = '%s'".formatted(BEGIN.plusSeconds(60), BEGIN.plusSeconds(120))))
			.isOne();
		assertThat(count("valid_from = '%s' and valid_to is null".formatted(BEGIN.plusSeconds(120)))).isOne();
	}

	@Test
	@Tag("I-28")
	void endWithTheLink() {
		this.hears.event(new CustomerDisassociated(this.partner.tenant(), this.partner.id(), this.customer, 1,
				AssociationType.ADVISORY, Ids.next(), "moving on", BEGIN.plusSeconds(180)));
		assertThat(count("valid_to = '%s'".formatted(BEGIN.plusSeconds(180)))).isOne();
		assertThat(count("valid_to is null")).isZero();
	}

	@Test
	@Tag("I-28")
	void neverOverlap() {
		assertThatThrownBy(() -> this.jdbc
			.sql("""
					insert into customer_assignment (customer_id, partner_id, owner_partner_id, account_manager_id, valid_from,
					                                 valid_to, performance_from)
					select customer_id, partner_id, owner_partner_id, account_manager_id, valid_from - interval '1 second',
					       valid_from + interval '1 second', valid_from
					from customer_assignment
					where customer_id = :customer
					""")
			.param("customer", this.customer)
			.update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("_excl");
	}

	@Test
	@Tag("I-27")
	void linksNeverOverlap() {
		assertThatThrownBy(() -> this.jdbc
			.sql("""
					insert into customer_link (customer_id, epoch, partner_id, owner_partner_id, association_type, valid_from)
					select customer_id, 2, partner_id, owner_partner_id, association_type, valid_from + interval '1 day'
					from customer_link
					where customer_id = :customer
					""")
			.param("customer", this.customer)
			.update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("_excl");
	}

	private void assign(Instant at) {
		this.hears.event(new CustomerAssigned(this.partner.tenant(), this.partner.id(), this.customer, 1, Ids.next(),
				AssignmentSource.MANUAL, at));
	}

	private long count(String condition) {
		return this.books.number("select count(*) from customer_assignment where customer_id = '" + this.customer
				+ "' and " + condition);
	}

}
