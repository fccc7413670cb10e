package io.partnerhub.billing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Operation;

import static io.partnerhub.platform.testkit.Operation.get;
import static io.partnerhub.platform.testkit.Operation.post;
import static io.partnerhub.platform.testkit.Operation.put;

/** Who may do what with orders (21.1). */
final class OrderOperations {

	private static final Set<String> PARTNERS = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> MAIN_ACCOUNTS = Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER");

	private static final Set<String> PAYING = Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR", "PROVIDER", "RESELLER");

	/** Resellers have no access to the vendor's face. */
	private static final Set<String> READING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "CUSTOMER");

	private static final Set<String> CUSTOMER = Set.of("CUSTOMER");

	static final List<Operation> ALL = List.of(get("/api/v1/orders", PARTNERS),
			get("/api/v1/orders/{orderId}", PARTNERS), get("/api/v1/order-lines", PARTNERS),
			post("/api/v1/order-line-exports", PARTNERS, Map::of), get("/api/v1/order-line-exports", PARTNERS),
			get("/api/v1/order-line-exports/{id}", PARTNERS), get("/api/v1/order-line-exports/{id}/file", PARTNERS),
			get("/api/v1/order-reveal-records", MAIN_ACCOUNTS), get("/api/v1/my/orders", CUSTOMER),
			get("/api/v1/my/orders/{orderId}", CUSTOMER), post("/api/v1/orders/{orderId}/payment", PAYING, Map::of),
			get("/api/v1/orders/{orderId}/coupons", PAYING),
			post("/api/v1/orders/{orderId}/rejection", PAYING, () -> Map.of("reason", "no")),
			post("/api/v1/order-rejections", PAYING, () -> Map.of("orderIds", List.of("CS1"), "reason", "no")),
			post("/api/v1/my/orders/{orderId}/payment", CUSTOMER, Map::of),
			get("/api/v1/my/orders/{orderId}/coupons", CUSTOMER),
			post("/api/v1/my/orders/{orderId}/payment-request", CUSTOMER),
			post("/api/v1/my/orders/{orderId}/cancellation", CUSTOMER), get("/v2/orders/customer-orders", READING),
			get("/v2/orders/customer-orders/details/{order_id}", READING),
			get("/v2/orders/customer-orders/order-discounts?order_id=CS1", CUSTOMER),
			get("/v2/orders/customer-orders/order-coupons?order_id=CS1", CUSTOMER),
			post("/v3/orders/customer-orders/pay", CUSTOMER,
					() -> Map.of("order_id", "CS1", "use_coupon", "NO", "use_discount", "NO")),
			put("/v2/orders/customer-orders/cancel", CUSTOMER, () -> Map.of("order_id", "CS1")),
			post("/api/v1/orders/{orderId}/provider-payments", PAYING, () -> Map.of("channel", "ALIPAY")),
			get("/api/v1/orders/{orderId}/provider-payments/{id}", PAYING),
			post("/api/v1/vendor/provider-results", Set.of("VENDOR"),
					() -> Map.of("instructionId", Ids.next(), "outcome", "DONE")),
			get("/api/v1/order-refunds", PARTNERS), get("/api/v1/my/order-refunds", CUSTOMER),
			get("/v2/orders/customer-orders/refund-orders?order_id=R1", READING),
			get("/api/v1/vendor/order-refunds", Set.of("VENDOR")),
			post("/api/v1/vendor/order-refunds", Set.of("VENDOR"),
					() -> Map.of("refunds",
							List.of(Map.of("reference", Ids.next(), "refundOrderId", "R1", "orderId", "CS1", "cause",
									"NO_REASON", "amount", Given.money("1.00"), "serviceTypeCode", "ec2")))),
			post("/api/v1/vendor/order-refunds/{id}/approval", Set.of("VENDOR")),
			post("/api/v1/vendor/order-refunds/{id}/rejection", Set.of("VENDOR"), () -> Map.of("reason", "no")),
			post("/api/v1/vendor/orders", Set.of("VENDOR"),
					() -> Ordering.batch(Ordering.order(Ids.next(), "CS1", "1.00"))));

	private OrderOperations() {
	}

	static Set<String> paths() {
		return ALL.stream()
			.map((operation) -> operation.path().replaceFirst("\\?.*", ""))
			.collect(Collectors.toUnmodifiableSet());
	}

}
