package io.partnerhub.acceptance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.huaweicloud.sdk.bss.v2.model.OrderRefundInfoV2;
import com.huaweicloud.sdk.bss.v2.model.ShowRefundOrderDetailsRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowRefundOrderDetailsResponse;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's own SDK reads what an unsubscription gave back. */
class VendorSdkRefundsTests {

	private final RunningHub hub = RunningHub.shared();

	private final String order = "CS" + Ids.next();

	@Test
	@Tag("ORD-20")
	void tellsWhatCameBack() {
		paidAtVendor();
		refunded("40.00");
		ShowRefundOrderDetailsResponse answer = VendorSdk.of(this.hub, "DISTRIBUTOR")
			.ask((sdk) -> sdk
				.showRefundOrderDetails(new ShowRefundOrderDetailsRequest().withOrderId("R" + this.order)));
		assertThat(answer.getTotalCount()).isOne();
		OrderRefundInfoV2 refund = answer.getRefundInfos().getFirst();
		assertThat(refund.getAmount()).isEqualByComparingTo("-40.00");
		assertThat(refund.getMeasureId()).isEqualTo("1");
		assertThat(refund.getCustomerId()).isEqualTo(this.hub.env("CUSTOMER_ID"));
		assertThat(refund.getBaseOrderId()).isEqualTo(this.order);
		assertThat(refund.getServiceTypeCode()).isEqualTo("hws.service.type.ec2");
		assertThat(VendorSdk.of(this.hub, "CUSTOMER")
			.ask((sdk) -> sdk.showRefundOrderDetails(new ShowRefundOrderDetailsRequest().withOrderId("R" + this.order)))
			.getRefundInfos()).hasSize(1);
		assertThat(VendorSdk.of(this.hub, "SOLUTION_PROVIDER")
			.ask((sdk) -> sdk.showRefundOrderDetails(new ShowRefundOrderDetailsRequest().withOrderId("R" + this.order)))
			.getTotalCount()).isZero();
	}

	private void paidAtVendor() {
		String now = Instant.now().toString();
		Map<String, Object> yuan = money("100.00");
		Map<String, Object> line = Map.of("lineId", "1", "serviceTypeCode", "hws.service.type.ec2", "productId",
				"s6.large.2", "quantity", 1, "officialAmount", yuan, "amountAfterDiscount", yuan);
		Map<String, Object> payment = Map.of("method", "BALANCE", "cashAmount", yuan, "couponAmount", money("0.00"),
				"paymentTime", now);
		Map<String, Object> reported = new HashMap<>(Map.of("customerId", this.hub.env("CUSTOMER_ID"), "orderId",
				this.order, "version", 1, "status", "COMPLETED", "orderType", "NEW", "sourceType", 1, "serviceTypeCode",
				"hws.service.type.ec2", "createTime", now, "payment", payment));
		reported.putAll(Map.of("officialAmount", yuan, "amountAfterDiscount", yuan, "lines", List.of(line)));
		assertThat(this.hub.as("VENDOR_TOKEN")
			.post("/api/v1/vendor/orders", Map.of("orders", List.of(reported)))
			.expect(200)
			.text("/items/0/result")).isEqualTo("APPLIED");
	}

	private void refunded(String amount) {
		assertThat(this.hub.as("VENDOR_TOKEN")
			.post("/api/v1/vendor/order-refunds",
					Map.of("refunds",
							List.of(Map.of("reference", Ids.next(), "refundOrderId", "R" + this.order, "orderId",
									this.order, "cause", "NO_REASON", "amount", money(amount), "serviceTypeCode",
									"hws.service.type.ec2", "regionCode", "cn-north-4"))))
			.expect(200)
			.text("/items/0/state")).isEqualTo("DONE");
	}

	private static Map<String, Object> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

}
