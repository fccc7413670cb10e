package io.partnerhub.billing.payonbehalf;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.CustomerUnfrozen;
import io.partnerhub.contracts.CustomerEvent.FreezeType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody pays an order of who may buy nothing at present. */
@Tag("FRZ-01")
class PayingWhileFrozenTests extends PayingScenario {

	private final Hears hears;

	PayingWhileFrozenTests(Hears hears) {
		this.hears = hears;
	}

	@BeforeEach
	void buysForResale() {
		this.customer = this.given.customerWith(this.partner, "50.00");
	}

	@Test
	void paysNothingForAFrozenCustomer() {
		String number = this.counter.requested(this.customer, "30.00");
		this.hears.event(new CustomerFrozen(this.partner.tenant(), this.partner.id(), this.customer, 1,
				FreezeType.ACCOUNT, "risk", "vendor"));
		this.counter.pay(this.partner, number).refused(409, "CUSTOMER_FROZEN");
		this.client.as(this.partner.admin())
			.post("/api/v1/orders/" + number + "/provider-payments", Map.of("channel", "ALIPAY"))
			.refused(409, "CUSTOMER_FROZEN");
		this.counter.payOwn(this.customer, number, Map.of()).refused(409, "CUSTOMER_FROZEN");
		assertThat(this.books.customerHas(this.customer)).isEqualTo("50.00");
		assertThat(actions(this.client.as(this.partner.admin()).get("/api/v1/orders/" + number)))
			.isEqualTo("[\"REJECT\"]");
		assertThat(actions(this.counter.as(this.customer).get("/api/v1/my/orders/" + number)))
			.isEqualTo("[\"CANCEL\"]");
		this.hears.event(new CustomerUnfrozen(this.partner.tenant(), this.partner.id(), this.customer, 1,
				FreezeType.ACCOUNT, "vendor"));
		this.counter.payOwn(this.customer, number, Map.of()).expect(200);
	}

	@Test
	void paysNothingForResaleCustomersOfARestrictedPartner() {
		String number = this.counter.requested(this.customer, "30.00");
		for (PartnerStatus status : new PartnerStatus[] { PartnerStatus.RESTRICTED, PartnerStatus.FROZEN }) {
			become(status);
			this.counter.pay(this.partner, number).refused(409, "PARTNER_RESTRICTED");
			this.counter.payOwn(this.customer, number, Map.of()).refused(409, "PARTNER_RESTRICTED");
			assertThat(actions(this.client.as(this.partner.admin()).get("/api/v1/orders/" + number)))
				.isEqualTo("[\"REJECT\"]");
		}
		become(PartnerStatus.NORMAL);
		this.counter.pay(this.partner, number).expect(200);
	}

	@Test
	void restrictsResaleCustomersOfItsResellersButNoAdvisoryOnes() {
		Partner reseller = this.given.resellerOf(this.partner);
		UUID resale = this.given.resaleCustomer(reseller);
		UUID advisory = this.given.customer(this.partner, AssociationType.ADVISORY);
		become(PartnerStatus.RESTRICTED);
		this.counter.pay(reseller, this.counter.requested(resale, "1.00")).refused(409, "PARTNER_RESTRICTED");
		this.counter.pay(this.partner, this.counter.requested(advisory, "1.00")).expect(200);
	}

	private static String actions(HubClient.Answer shown) {
		return shown.expect(200).json().at("/order/allowedActions").toString();
	}

	private void become(PartnerStatus status) {
		this.hears.event(new PartnerStatusChanged(this.partner.tenant(), this.partner.id(), status));
	}

}
