package io.partnerhub.acceptance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An order from the vendor's feed to its payment with a voucher, over the whole hub. */
class OrderStoriesTests {

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("ORD-09")
	@Tag("ORD-18")
	@Tag("ORD-19")
	void aPartnerPaysAnOrderForItsCustomerWithAVoucher() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("20.00");
		String number = reported(relation.customerId(), "50.00");
		relation.customer().post("/api/v1/my/orders/" + number + "/payment-request", Map.of()).expect(204);
		Answer refused = relation.partner()
			.post("/api/v1/disassociations",
					Map.of("customerId", relation.customerId(), "reason", "Too early.", "understood", true))
			.expect(409);
		assertThat(refused.response().body()).contains("PAY_ON_BEHALF_ORDERS");
		Answer paid = relation.partner()
			.post("/api/v1/orders/" + number + "/payment", Map.of("couponIds", List.of(relation.voucherId())))
			.expect(200);
		assertThat(paid.text("/couponAmount/amount") + " " + paid.text("/cashAmount/amount")).isEqualTo("20.00 30.00");
		assertThat(relation.customer().get("/api/v1/my/vouchers/" + relation.voucherId()).text("/uses/0/orderId"))
			.isEqualTo(number);
		await().atMost(Relation.PATIENCE)
			.until(() -> relation.customer().get("/api/v1/my/notices").response().body().contains(number));
	}

	/** The number of an order that waits for its payment. */
	private String reported(String customer, String amount) {
		String number = "CS" + Ids.next();
		Map<String, Object> money = Relation.money(amount);
		Map<String, Object> order = new HashMap<>(Map.of("customerId", customer, "orderId", number, "version", 1,
				"status", "PENDING_PAYMENT", "orderType", "NEW", "sourceType", 1, "serviceTypeCode",
				"hws.service.type.ec2", "officialAmount", money, "amountAfterDiscount", money));
		order.put("createTime", Instant.now().toString());
		order.put("lines", List.of(Map.of("lineId", "1", "serviceTypeCode", "hws.service.type.ec2", "productId",
				"s6.large.2", "quantity", 1, "officialAmount", money, "amountAfterDiscount", money)));
		await().atMost(Relation.PATIENCE)
			.until(() -> this.hub.as("VENDOR_TOKEN")
				.post("/api/v1/vendor/orders", Map.of("orders", List.of(order)))
				.text("/items/0/result")
				.equals("APPLIED"));
		return number;
	}

}
