package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page of an account's entries with 10,000 and with 10,000,000 entries: within 20 ms at
 * the 99th percentile, and the median grows by half at most.
 */
final class AccountEntriesBenchmark {

	private static final int SMALL = 10_000;

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.entries", 10_000_000);

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final int REQUESTS = Integer.getInteger("partnerhub.benchmarks.requests", 100);

	private static final int CEILING_MILLIS = 20;

	private static final double GROWTH = 1.5;

	private static final String PATH = "/api/v1/accounts/" + Coupons.id(2, 1) + "/entries?limit=20";

	/** Query parameter, and an SQL expression over an entry {@code e} for its values. */
	private static final Map<String, String> CASES = cases();

	private final Service service;

	private final Connection connection;

	private AccountEntriesBenchmark(Service service, Connection connection) {
		this.service = service;
		this.connection = connection;
	}

	static void run(Path output) throws Exception {
		try (Database database = Database.start()) {
			AccountEntriesBenchmark small = open(database, "small", SMALL);
			AccountEntriesBenchmark large = open(database, "large", LARGE);
			List<Map<String, Object>> lines = new ArrayList<>();
			System.out.printf("%-28s %9s %9s %9s %9s %7s%n", "median / p99 in ms", "few", "few p99", "many", "many p99",
					"growth");
			for (Map.Entry<String, String> kind : CASES.entrySet()) {
				lines.add(measure(kind.getKey(), small, large));
			}
			new Report("account-entries", database).with("small", SMALL)
				.with("large", LARGE)
				.with("rounds", ROUNDS)
				.with("requestsPerRound", REQUESTS)
				.with("warmUp", "two rounds excluded")
				.with("lines", lines)
				.write(output);
			small.close();
			large.close();
		}
	}

	private static Map<String, String> cases() {
		String time = "to_char(e.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
		Map<String, String> cases = new LinkedHashMap<>();
		cases.put("", "''");
		cases.put("cursor", "translate(rtrim(encode(uuid_send(e.id), 'base64'), '='), '+/', '-_')");
		cases.put("from", time);
		cases.put("to", time);
		cases.put("transactionId", "e.transaction_id");
		cases.put("kind=BEADJUST", "''");
		cases.put("direction=EXPENSE", "''");
		return cases;
	}

	private static AccountEntriesBenchmark open(Database database, String name, int entries) throws Exception {
		Service service = Service.billing(database.create(name));
		Connection connection = database.connect(name);
		long start = System.nanoTime();
		Money.fill(connection);
		Coupons.execute(connection, Coupons.text("/account-entries.sql").replace(":entries", String.valueOf(entries)));
		System.out.printf("%,d entries filled in %d s%n", entries, (System.nanoTime() - start) / 1_000_000_000L);
		return new AccountEntriesBenchmark(service, connection);
	}

	/** Few and many take turns within each round. */
	private static Map<String, Object> measure(String kind, AccountEntriesBenchmark small,
			AccountEntriesBenchmark large) throws Exception {
		List<Samples> few = new ArrayList<>();
		List<Samples> many = new ArrayList<>();
		List<String> ofFew = small.queries(kind);
		List<String> ofMany = large.queries(kind);
		for (int round = -2; round < ROUNDS; round++) {
			Samples fewer = small.round(ofFew);
			Samples more = large.round(ofMany);
			if (round >= 0) {
				few.add(fewer);
				many.add(more);
			}
		}
		return line(kind.isEmpty() ? "no filter" : kind, Figures.of(few), Figures.of(many));
	}

	private static Map<String, Object> line(String name, Figures few, Figures many) {
		double growth = many.median() / few.median();
		boolean kept = few.p99() <= CEILING_MILLIS && many.p99() <= CEILING_MILLIS && growth <= GROWTH;
		System.out.printf("%-28s %9.2f %9.2f %9.2f %9.2f %7.2f %s%n", name, few.median(), few.p99(), many.median(),
				many.p99(), growth, kept ? "" : "not kept");
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("page", name);
		line.put("few", few);
		line.put("many", many);
		line.put("growth", growth);
		line.put("kept", kept);
		return line;
	}

	private List<String> queries(String kind) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			List<String> values = CustomerFill.column(statement, "select " + CASES.get(kind)
					+ " from (select * from entry tablesample system_rows(" + REQUESTS + ")) e");
			return values.stream()
				.map((value) -> PATH + (kind.isEmpty() ? "" : "&" + (kind.contains("=") ? kind : kind + "=" + value)))
				.toList();
		}
	}

	private Samples round(List<String> queries) throws Exception {
		long[] nanos = new long[queries.size()];
		for (int index = 0; index < nanos.length; index++) {
			long start = System.nanoTime();
			this.service.ask(Money.finance(1), queries.get(index), null);
			nanos[index] = System.nanoTime() - start;
		}
		return new Samples(nanos);
	}

	private void close() throws SQLException {
		this.service.close();
		this.connection.close();
	}

}
