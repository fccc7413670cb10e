package io.partnerhub.billing.refund;

import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees which refunds, on both faces. */
@RefundTest
class SeeingRefundsTests {

	private static final String LIST = "/api/v1/order-refunds";

	private final HubClient client;

	private final Given given;

	private final Till till;

	SeeingRefundsTests(HubClient client, Given given, Till till) {
		this.client = client;
		this.given = given;
		this.till = till;
	}

	@Test
	@Tag("ORD-02")
	void showsPartnersAndCustomersTheirOwn() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.resaleCustomer(partner);
		String order = refunded(partner, customer);
		assertThat(count(partner.admin(), LIST + "?customerId=" + customer)).isOne();
		assertThat(count(partner.admin(), LIST + "?orderId=" + order + "&state=DONE&refundOrderId=R" + order)).isOne();
		assertThat(count(partner.admin(), LIST + "?state=REJECTED")).isZero();
		assertThat(count(partner.accountManager(), LIST)).isZero();
		assertThat(count(this.given.distributor().admin(), LIST)).isZero();
		assertThat(count(Caller.customer("li", customer), "/api/v1/my/order-refunds")).isOne();
		assertThat(count(Caller.customer("han", this.given.resaleCustomer(partner)), "/api/v1/my/order-refunds"))
			.isZero();
	}

	@Test
	@Tag("ORD-02")
	void showsADistributorThoseOfItsResellersCustomers() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.toppedUp(this.given.partner(PartnerType.DISTRIBUTOR), "1.00");
		Partner own = this.given.resellerOf(distributor);
		this.client.as(distributor.admin()).get(LIST + "?indirectPartnerId=" + reseller.id()).refused(404, "NOT_FOUND");
		assertThat(count(distributor.admin(), LIST + "?indirectPartnerId=" + own.id())).isZero();
	}

	@Test
	void tellsRefundsInTheVendorsWords() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.resaleCustomer(partner);
		String order = refunded(partner, customer);
		Answer answer = wire(partner.key(), "r" + order).expect(200);
		assertThat(answer.json().at("/total_count").asInt()).isOne();
		assertThat(answer.json().at("/refund_infos/0/amount").decimalValue()).isEqualByComparingTo("-40.00");
		assertThat(answer.json().at("/refund_infos/0/measure_id").isString()).isTrue();
		assertThat(answer.text("/refund_infos/0/customer_id")).isEqualTo(customer.toString());
		assertThat(answer.text("/refund_infos/0/base_order_id")).isEqualTo(order);
		assertThat(wire(Caller.customer("li", customer), "R" + order).json().at("/total_count").asInt()).isOne();
		assertThat(wire(this.given.distributor().key(), "R" + order).json().at("/total_count").asInt()).isZero();
		assertThat(wire(partner.key(), order).json().at("/refund_infos")).isEmpty();
		this.client.as(partner.key()).get("/v2/orders/customer-orders/refund-orders").refused(400, "CBC.0100");
	}

	@Test
	@Tag("ORD-16")
	void tellsNothingInTheVendorsWordsBeforeTheApproval() {
		Partner partner = this.given.distributorWith("90000.00");
		String order = this.till.paid(partner, this.given.resaleCustomer(partner),
				Till.Bill.of(AssociationType.RESALE, Paid.By.PARTNER)
					.from(AccountType.CASH)
					.of("80000.00", "0.00", "0.00"));
		assertThat(this.till.refunded(order, "60000.00")).isEqualTo("AWAITING_APPROVAL");
		assertThat(wire(partner.key(), "R" + order).expect(200).json().at("/refund_infos")).isEmpty();
		this.till.decide(this.till.shown(order).text("/items/0/id"), "approval").expect(200);
		assertThat(wire(partner.key(), "R" + order).expect(200).json().at("/refund_infos")).hasSize(1);
	}

	private Answer wire(Caller caller, String order) {
		return this.client.as(caller).get("/v2/orders/customer-orders/refund-orders?order_id=" + order);
	}

	private String refunded(Partner partner, UUID customer) {
		String order = this.till.paidByPartner(partner, customer, AssociationType.RESALE);
		assertThat(this.till.refunded(order, "40.00")).isEqualTo("DONE");
		return order;
	}

	private int count(Caller caller, String path) {
		return this.client.as(caller).get(path).expect(200).json().at("/items").size();
	}

}
