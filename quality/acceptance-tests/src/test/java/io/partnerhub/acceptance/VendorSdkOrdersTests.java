package io.partnerhub.acceptance;

import java.util.List;
import java.util.Map;

import com.huaweicloud.sdk.bss.v2.model.CancelCustomerOrderReq;
import com.huaweicloud.sdk.bss.v2.model.CancelCustomerOrderRequest;
import com.huaweicloud.sdk.bss.v2.model.CustomerOrderV2;
import com.huaweicloud.sdk.bss.v2.model.ListCustomerOrdersRequest;
import com.huaweicloud.sdk.bss.v2.model.ListOrderCouponsByOrderIdRequest;
import com.huaweicloud.sdk.bss.v2.model.ListOrderDiscountsRequest;
import com.huaweicloud.sdk.bss.v2.model.PayCustomerOrderV3Req;
import com.huaweicloud.sdk.bss.v2.model.PayOrdersRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowCustomerOrderDetailsRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowCustomerOrderDetailsResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's own SDK lists, shows, pays and cancels the demo customer's two orders. */
class VendorSdkOrdersTests {

	private final RunningHub hub = RunningHub.shared();

	private final VendorSdk customer = VendorSdk.of(this.hub, "CUSTOMER");

	private final VendorSdk partner = VendorSdk.of(this.hub, "DISTRIBUTOR");

	@Test
	@Tag("ORD-03")
	@Tag("ORD-10")
	void paysOneOrderAndCancelsTheOther() {
		List<CustomerOrderV2> pending = pending();
		assertThat(pending).hasSize(2);
		String paid = pending.getFirst().getOrderId();
		String cancelled = pending.getLast().getOrderId();
		ShowCustomerOrderDetailsResponse details = this.partner
			.ask((sdk) -> sdk.showCustomerOrderDetails(new ShowCustomerOrderDetailsRequest().withOrderId(paid)));
		assertThat(details.getOrderInfo().getPendingPaymentEndTime()).endsWith("Z");
		assertThat(details.getOrderLineItems().getFirst().getAmountAfterDiscount())
			.isEqualTo(details.getOrderInfo().getAmountAfterDiscount());
		assertThat(this.customer.ask((sdk) -> sdk.listOrderDiscounts(new ListOrderDiscountsRequest().withOrderId(paid)))
			.getDiscounts()).isEmpty();
		assertThat(this.customer
			.ask((sdk) -> sdk.listOrderCouponsByOrderId(new ListOrderCouponsByOrderIdRequest().withOrderId(paid)))
			.getCouponMaxUseQuantity()).hasSize(2);
		this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.post("/api/v1/appropriations",
					Map.of("customerId", this.hub.env("CUSTOMER_ID"), "amount", Relation.money("50.00")))
			.expect(201);
		this.customer.ask((sdk) -> sdk.payOrders(pay(paid)));
		assertThat(this.customer.refused((sdk) -> sdk.payOrders(pay(paid)))).isEqualTo("400 CBC.99003106");
		this.customer.ask((sdk) -> sdk.cancelCustomerOrder(cancel(cancelled)));
		assertThat(this.customer.refused((sdk) -> sdk.cancelCustomerOrder(cancel(cancelled))))
			.isEqualTo("400 CBC.99005010");
		assertThat(this.customer.refused((sdk) -> sdk.payOrders(pay("CS-unknown")))).isEqualTo("400 CBC.30000010");
		assertThat(pending()).isEmpty();
	}

	@Test
	@Tag("ORD-03")
	void refusesWithTheVendorsCodes() {
		assertThat(this.partner.refused((sdk) -> sdk
			.listCustomerOrders(new ListCustomerOrdersRequest().withCreateTimeBegin("2024-01-01T00:00:00Z")
				.withCreateTimeEnd("2026-01-01T00:00:00Z"))))
			.isEqualTo("400 CBC.80021021");
		assertThat(this.partner.refused((sdk) -> sdk.payOrders(pay("CS-unknown")))).isEqualTo("403 CBC.0151");
		assertThat(this.partner
			.refused((sdk) -> sdk.listCustomerOrders(new ListCustomerOrdersRequest().withIndirectPartnerId("nobody"))))
			.isEqualTo("400 CBC.99000037");
	}

	/** As his partner sees them. */
	private List<CustomerOrderV2> pending() {
		return this.partner
			.ask((sdk) -> sdk.listCustomerOrders(
					new ListCustomerOrdersRequest().withCustomerId(this.hub.env("CUSTOMER_ID")).withStatus(6)))
			.getOrderInfos();
	}

	private static PayOrdersRequest pay(String order) {
		return new PayOrdersRequest()
			.withBody(new PayCustomerOrderV3Req().withOrderId(order).withUseCoupon("NO").withUseDiscount("NO"));
	}

	private static CancelCustomerOrderRequest cancel(String order) {
		return new CancelCustomerOrderRequest().withBody(new CancelCustomerOrderReq().withOrderId(order));
	}

}
