package io.partnerhub.billing.payonbehalf;

import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A distributor with 100.00 and an advisory customer, who orders and can ask it to pay.
 */
@BillingTest
abstract class PayingScenario {

	@Autowired
	HubClient client;

	@Autowired
	Given given;

	@Autowired
	Books books;

	@Autowired
	Announced announced;

	@Autowired
	MovableClock clock;

	Counter counter;

	Ordering ordering;

	Partner partner;

	UUID customer;

	@BeforeEach
	void hasAPartnerWithMoney() {
		this.clock.reset();
		this.counter = new Counter(this.client);
		this.ordering = new Ordering(this.client);
		this.partner = this.given.distributorWith("100.00");
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
	}

}
