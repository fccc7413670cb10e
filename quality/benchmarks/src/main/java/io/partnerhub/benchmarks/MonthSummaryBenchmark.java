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

/**
 * A partner's month in sums with 10,000 and with 1,000,000 records: within 50 ms at the
 * 99th percentile.
 */
final class MonthSummaryBenchmark {

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.records", 1_000_000);

	private static final int CEILING_MILLIS = 50;

	static final Caller READER = Caller.member("operator", Coupons.id(1, 1), Coupons.id(1, 1), PartnerType.DISTRIBUTOR,
			Coupons.id(4, 1), Set.of(Role.CUSTOMER_OPERATOR), Set.of(Permission.VIEW_CUSTOMERS), DataScope.ALL);

	private MonthSummaryBenchmark() {
	}

	static void run(Path output) throws Exception {
		PageBenchmark.run(
				new PageBenchmark.Pages("month-summary", Service::billing, MonthSummaryBenchmark::fill, READER,
						"/api/v1/consumption/summary?by=ASSOCIATION_TYPE", "consumption_record", cases()),
				LARGE, CEILING_MILLIS, output);
	}

	static void fill(Connection connection, int records) throws Exception {
		Coupons.execute(connection, Coupons.text("/consumption.sql"));
		Coupons.execute(connection, Coupons.text("/month-summary.sql").replace(":records", String.valueOf(records)));
	}

	private static Map<String, String> cases() {
		Map<String, String> cases = new LinkedHashMap<>();
		cases.put("cycle", "substr(r.cycle::text, 1, 4) || '-' || substr(r.cycle::text, 5)");
		return cases;
	}

}
