package io.partnerhub.billing.incentive;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A partner that cannot be paid at present holds up no other. */
@BillingTest
class FailingPayoutsTests {

	private final Given given;

	private final Books books;

	private final JdbcClient jdbc;

	private final AutomaticPayouts automatic;

	private final Earnings earnings;

	FailingPayoutsTests(HubClient client, Given given, Books books, JdbcClient jdbc, AutomaticPayouts automatic) {
		this.given = given;
		this.books = books;
		this.jdbc = jdbc;
		this.automatic = automatic;
		this.earnings = new Earnings(client);
	}

	@Test
	@Tag("INC-04")
	void paysTheOthersAndTriesTheFailingOneAgain() {
		Partner failing = this.given.distributor();
		Partner other = this.given.distributor();
		String waiting = waitsForTheNextRun(failing);
		String paid = waitsForTheNextRun(other);
		runWhileItCannotBePaid(failing);
		assertThat(this.earnings.state(other, paid)).isEqualTo("PAID");
		assertThat(this.earnings.state(failing, waiting)).isEqualTo("PAYING");
		this.automatic.run();
		assertThat(this.earnings.state(failing, waiting)).isEqualTo("PAID");
		assertThat(this.books.partnerHas(failing)).isEqualTo("106.00");
		this.books.balance();
	}

	private String waitsForTheNextRun(Partner partner) {
		String id = this.earnings.billed(partner, "106.00", "RESALE");
		this.earnings.confirm(partner, id).expect(200);
		this.earnings.certified(partner);
		return id;
	}

	private void runWhileItCannotBePaid(Partner partner) {
		this.jdbc
			.sql("alter table incentive_payout add constraint broken check (owner_partner_id <> '%s') not valid"
				.formatted(partner.id()))
			.update();
		try {
			this.automatic.run();
		}
		finally {
			this.jdbc.sql("alter table incentive_payout drop constraint broken").update();
		}
	}

}
