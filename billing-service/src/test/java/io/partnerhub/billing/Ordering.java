package io.partnerhub.billing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;

/** Orders that the vendor reports. */
public final class Ordering {

	private final HubClient client;

	public Ordering(HubClient client) {
		this.client = client;
	}

	/** The number of a new order that waits for its payment. */
	public String pending(UUID customer, String amount) {
		String number = number();
		report(order(customer, number, amount));
		return number;
	}

	/** Reports an order and says what became of it. */
	public String report(Map<String, Object> order) {
		return post(order).expect(200).text("/items/0/result");
	}

	public Answer post(Map<String, Object> order) {
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/orders", batch(order));
	}

	public static String number() {
		return "CS" + Ids.next();
	}

	public static Map<String, Object> batch(Map<String, Object> order) {
		return Map.of("orders", List.of(order));
	}

	/** A new server for a month, waiting for its payment. */
	public static Map<String, Object> order(UUID customer, String number, String amount) {
		Map<String, Object> order = new HashMap<>();
		order.put("customerId", customer);
		order.put("orderId", number);
		order.put("version", 1);
		order.put("status", "PENDING_PAYMENT");
		order.put("orderType", "NEW");
		order.put("sourceType", 1);
		order.put("serviceTypeCode", "hws.service.type.ec2");
		order.put("officialAmount", Given.money(amount));
		order.put("amountAfterDiscount", Given.money(amount));
		order.put("createTime", MovableClock.START.toString());
		order.put("lines", List.of(line("1", amount)));
		return order;
	}

	public static Map<String, Object> line(String id, String amount) {
		return new HashMap<>(Map.of("lineId", id, "serviceTypeCode", "hws.service.type.ec2", "productId", "s6.large.2",
				"quantity", 1, "officialAmount", Given.money(amount), "amountAfterDiscount", Given.money(amount),
				"expireTime", MovableClock.START.plusSeconds(30 * 24 * 3600).toString()));
	}

	/** The order with another value, as its next version. */
	public static Map<String, Object> with(Map<String, Object> order, Object... namesAndValues) {
		Map<String, Object> next = new HashMap<>(order);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			next.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return next;
	}

	/** Two orders bought together. */
	public static Map<String, Object> combined(UUID customer, String number, String one, String other, String sum) {
		Map<String, Object> first = line("1", one);
		first.put("subOrderId", number + "-1");
		Map<String, Object> second = line("2", other);
		second.put("subOrderId", number + "-2");
		return with(order(customer, number, sum), "lines", List.of(first, second), "subOrders",
				List.of(part(number + "-1", one), part(number + "-2", other)));
	}

	public static Map<String, Object> part(String number, String amount) {
		return Map.of("orderId", number, "orderType", "NEW", "serviceTypeCode", "hws.service.type.ec2",
				"officialAmount", Given.money(amount), "amountAfterDiscount", Given.money(amount));
	}

	/** How the customer paid at the vendor. */
	public static Map<String, Object> payment(String cash, String coupons) {
		return Map.of("method", "ONLINE", "provider", "ALIPAY", "cashAmount", Given.money(cash), "couponAmount",
				Given.money(coupons), "paymentTime", MovableClock.START.toString());
	}

}
