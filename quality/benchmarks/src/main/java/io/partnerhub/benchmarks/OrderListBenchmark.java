package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;

/** A page of customers' orders with 10,000 and with 1,000,000 orders of one partner. */
final class OrderListBenchmark {

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.orders", 1_000_000);

	private OrderListBenchmark() {
	}

	static void run(Path output) throws Exception {
		PageBenchmark.run(new PageBenchmark.Pages("order-list", Service::billing, OrderListBenchmark::fill, reader(),
				"/api/v1/orders?limit=20", "customer_order", cases()), LARGE, output);
	}

	private static void fill(Connection connection, int orders) throws Exception {
		Money.fill(connection);
		Coupons.execute(connection, Coupons.text("/order-list.sql").replace(":orders", String.valueOf(orders)));
	}

	private static Caller reader() {
		return Caller.member("admin", Coupons.id(1, 1), Coupons.id(1, 1), PartnerType.DISTRIBUTOR, Coupons.id(4, 1),
				Set.of(Role.SYSTEM_ADMIN), Set.of(Permission.VIEW_CUSTOMERS, Permission.PAY_ORDERS), DataScope.ALL);
	}

	private static Map<String, String> cases() {
		String time = "to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
		Map<String, String> cases = new LinkedHashMap<>();
		cases.put("", "''");
		cases.put("cursor", PageBenchmark.Pages.CURSOR);
		cases.put("sort=createTime", "''");
		cases.put("customerId", "r.customer_id");
		cases.put("orderId", "r.order_number");
		cases.put("status=PENDING_PAYMENT", "''");
		cases.put("orderType=NEW", "''");
		cases.put("payOnBehalfState=PENDING", "''");
		cases.put("createTimeTo", time);
		cases.put("paymentTimeFrom", time);
		return cases;
	}

}
