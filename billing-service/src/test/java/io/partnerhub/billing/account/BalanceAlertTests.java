package io.partnerhub.billing.account;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.BillingEvent.BalanceAlertRaised;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class BalanceAlertTests {

	private static final String ALERT = "/api/v1/balance-alert";

	private final HubClient client;

	private final Given given;

	private final Announced announced;

	BalanceAlertTests(HubClient client, Given given, Announced announced) {
		this.client = client;
		this.given = given;
		this.announced = announced;
	}

	@Test
	void isRaisedOncePerCrossing() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		set(partner, "50.00");
		appropriate(partner, customer, "50.00");
		assertThat(this.announced.next(BalanceAlertRaised.class)).isEmpty();
		appropriate(partner, customer, "0.01");
		assertThat(this.announced.next(BalanceAlertRaised.class)).containsExactly(new BalanceAlertRaised(
				partner.tenant(), partner.id(), new Amount("50.00", "CNY"), new Amount("49.99", "CNY")));
		appropriate(partner, customer, "10.00");
		assertThat(this.announced.next(BalanceAlertRaised.class)).isEmpty();
		this.given.toppedUp(partner, "10.01");
		appropriate(partner, customer, "0.01");
		assertThat(this.announced.next(BalanceAlertRaised.class)).hasSize(1);
	}

	@Test
	void isRaisedAtOnceByAThresholdAboveTheBalance() {
		Partner partner = this.given.distributorWith("100.00");
		this.announced.next();
		set(partner, "100.00");
		assertThat(this.announced.next()).isEmpty();
		set(partner, "100.01");
		assertThat(this.announced.next(BalanceAlertRaised.class)).hasSize(1);
		set(partner, "200.00");
		assertThat(this.announced.next(BalanceAlertRaised.class)).isEmpty();
	}

	@Test
	void canBeSwitchedOff() {
		Partner partner = this.given.distributorWith("100.00");
		assertThat(this.client.as(partner.admin()).get(ALERT).expect(200).text("/threshold/amount")).isEmpty();
		set(partner, "50.00");
		assertThat(this.client.as(partner.admin()).get(ALERT).text("/threshold/amount")).isEqualTo("50.00");
		this.client.as(partner.admin()).delete(ALERT).expect(204);
		this.announced.next();
		appropriate(partner, this.given.resaleCustomer(partner), "90.00");
		assertThat(this.announced.next(BalanceAlertRaised.class)).isEmpty();
		this.client.as(partner.admin())
			.put(ALERT, Map.of("threshold", Given.money("0.00")))
			.refused(400, "INVALID_REQUEST");
	}

	private void set(Partner partner, String threshold) {
		this.client.as(partner.financeOperator()).put(ALERT, Map.of("threshold", Given.money(threshold))).expect(200);
	}

	private void appropriate(Partner partner, UUID customer, String amount) {
		this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", Given.money(amount)))
			.expect(201);
	}

}
