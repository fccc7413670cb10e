package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page of an account's entries with 10,000 and with 10,000,000 entries. */
final class AccountEntriesBenchmark {

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.entries", 10_000_000);

	private AccountEntriesBenchmark() {
	}

	static void run(Path output) throws Exception {
		PageBenchmark.run(new PageBenchmark.Pages("account-entries", Service::billing, AccountEntriesBenchmark::fill,
				Money.finance(1), "/api/v1/accounts/" + Coupons.id(2, 1) + "/entries?limit=20", "entry", cases()),
				LARGE, output);
	}

	private static void fill(Connection connection, int entries) throws Exception {
		Money.fill(connection);
		Coupons.execute(connection, Coupons.text("/account-entries.sql").replace(":entries", String.valueOf(entries)));
	}

	private static Map<String, String> cases() {
		String time = "to_char(r.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
		Map<String, String> cases = new LinkedHashMap<>();
		cases.put("", "''");
		cases.put("cursor", PageBenchmark.Pages.CURSOR);
		cases.put("from", time);
		cases.put("to", time);
		cases.put("transactionId", "r.transaction_id");
		cases.put("kind=BEADJUST", "''");
		cases.put("direction=EXPENSE", "''");
		return cases;
	}

}
