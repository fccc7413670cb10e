package io.partnerhub.billing.check;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class DisassociationChecksTests {

	private static final Caller CUSTOMER_SERVICE = Caller.service("customer-service");

	private final HubClient client;

	private final Given given;

	DisassociationChecksTests(HubClient client, Given given) {
		this.client = client;
		this.given = given;
	}

	@Test
	@Tag("DIS-05")
	void passesACustomerWhoseAccountIsNotBelowZero() {
		Partner partner = this.given.distributorWith("10.00");
		Answer answer = check(CUSTOMER_SERVICE, this.given.customerWith(partner, "7.50"), partner.id()).expect(200);
		assertThat(answer.json().at("/checks")).hasSize(2);
		assertThat(answer.text("/checks/0/code")).isEqualTo("IS_DEBT");
		assertThat(answer.json().at("/checks/0/failed").asBoolean()).isFalse();
		assertThat(answer.text("/checks/0/detail")).contains("consumption is not counted yet");
		assertThat(answer.text("/checks/0/facts/balance/amount")).isEqualTo("7.50");
		assertThat(answer.text("/checks/0/facts/arrearsKnownFrom")).isEqualTo("account");
	}

	@Test
	void passesACustomerItDoesNotKnow() {
		Answer answer = check(CUSTOMER_SERVICE, Ids.next(), Ids.next()).expect(200);
		assertThat(answer.text("/checks/0/facts/balance/amount")).isEqualTo("0.00");
	}

	@Test
	void answersServicesAlone() {
		Partner partner = this.given.distributor();
		for (Caller caller : List.of(partner.admin(), partner.key(), Given.VENDOR, Caller.customer("c", Ids.next()))) {
			check(caller, Ids.next(), partner.id()).refused(403, "ACCESS_DENIED");
		}
	}

	private Answer check(Caller caller, UUID customer, UUID partner) {
		return this.client.as(caller)
			.get("/internal/disassociation-checks?customerId=" + customer + "&partnerId=" + partner);
	}

}
