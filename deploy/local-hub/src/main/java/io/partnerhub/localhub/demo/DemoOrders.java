package io.partnerhub.localhub.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * Two orders of each demo customer that wait for their payment; nobody is asked to pay
 * yet.
 */
final class DemoOrders {

	private final DemoHub hub;

	private final Clock clock;

	DemoOrders(DemoHub hub, Clock clock) {
		this.hub = hub;
		this.clock = clock;
	}

	/** Reported as by the vendor, once billing knows the customer. */
	void add(String customer) {
		String end = customer.substring(customer.length() - 12);
		for (int number = 1; number <= 2; number++) {
			report(customer, "CS-DEMO-" + end + "-" + number, (number == 1) ? "20.00" : "30.00");
		}
	}

	private void report(String customer, String number, String amount) {
		int[] attempts = { 0 };
		Eventually.appears("The order " + number, () -> {
			JsonNode answer = this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/orders", number + "-" + attempts[0]++,
					Map.of("orders", List.of(order(customer, number, amount))));
			String result = answer.get("items").get(0).get("result").asString();
			return result.equals("CUSTOMER_UNKNOWN") ? Optional.empty() : Optional.of(result);
		});
	}

	private Map<String, Object> order(String customer, String number, String amount) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		Map<String, Object> money = Map.of("amount", amount, "currency", "CNY");
		Map<String, Object> order = new HashMap<>();
		order.put("customerId", customer);
		order.put("orderId", number);
		order.put("version", 1);
		order.put("status", "PENDING_PAYMENT");
		order.put("orderType", "NEW");
		order.put("sourceType", 1);
		order.put("serviceTypeCode", "hws.service.type.ec2");
		order.put("officialAmount", money);
		order.put("amountAfterDiscount", money);
		order.put("createTime", now.toString());
		order.put("lines",
				List.of(Map.of("lineId", "1", "serviceTypeCode", "hws.service.type.ec2", "productId", "s6.large.2",
						"periodType", 2, "periodNum", 1, "quantity", 1, "officialAmount", money, "amountAfterDiscount",
						money)));
		return order;
	}

}
