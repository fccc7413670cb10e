package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of issued vouchers with 10,000 and with 5,000,000 vouchers of one partner. */
final class VoucherListBenchmark {

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.vouchers", 5_000_000);

	private VoucherListBenchmark() {
	}

	static void run(Path output) throws Exception {
		PageBenchmark.run(new PageBenchmark.Pages("voucher-list", Service::coupons, VoucherListBenchmark::fill,
				Coupons.administrator(1), "/api/v1/vouchers?limit=20", "coupon", cases()), LARGE, output);
	}

	private static void fill(Connection connection, int vouchers) throws Exception {
		Coupons.fill(connection);
		Coupons.execute(connection, Coupons.text("/voucher-list.sql").replace(":vouchers", String.valueOf(vouchers)));
	}

	private static Map<String, String> cases() {
		Map<String, String> cases = new LinkedHashMap<>();
		cases.put("", "''");
		cases.put("cursor", PageBenchmark.Pages.CURSOR);
		cases.put("customerId", "r.customer_id");
		cases.put("quotaId", "r.quota_id");
		for (String state : List.of("AVAILABLE", "INACTIVE", "USED", "EXPIRED", "RECLAIMED")) {
			cases.put("state=" + state, "''");
		}
		return cases;
	}

}
