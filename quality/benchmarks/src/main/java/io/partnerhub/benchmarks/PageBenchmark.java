package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.caller.Caller;

/**
 * A page of a list with few and with many rows: within a limit, 20 ms unless told, at the
 * 99th percentile, and the median grows by half at most. Few and many take turns within
 * each round.
 */
final class PageBenchmark {

	private static final int SMALL = 10_000;

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final int REQUESTS = Integer.getInteger("partnerhub.benchmarks.requests", 100);

	private static final int CEILING_MILLIS = 20;

	private static final double GROWTH = 1.5;

	private final Pages pages;

	private final Service service;

	private final Connection connection;

	private final int ceiling;

	private PageBenchmark(Pages pages, Service service, Connection connection, int ceiling) {
		this.ceiling = ceiling;
		this.pages = pages;
		this.service = service;
		this.connection = connection;
	}

	static void run(Pages pages, int rows, Path output) throws Exception {
		run(pages, rows, CEILING_MILLIS, output);
	}

	static void run(Pages pages, int rows, int ceilingMillis, Path output) throws Exception {
		try (Database database = Database.start()) {
			PageBenchmark small = open(pages, database, "small", SMALL, ceilingMillis);
			PageBenchmark large = open(pages, database, "large", rows, ceilingMillis);
			List<Map<String, Object>> lines = new ArrayList<>();
			System.out.printf("%-28s %9s %9s %9s %9s %7s%n", "median / p99 in ms", "few", "few p99", "many", "many p99",
					"growth");
			for (String kind : pages.cases().keySet()) {
				lines.add(measure(kind, small, large));
			}
			new Report(pages.name(), database).with("small", SMALL)
				.with("large", rows)
				.with("rounds", ROUNDS)
				.with("requestsPerRound", REQUESTS)
				.with("warmUp", "two rounds excluded")
				.with("lines", lines)
				.write(output);
			small.close();
			large.close();
		}
	}

	private static PageBenchmark open(Pages pages, Database database, String name, int rows, int ceiling)
			throws Exception {
		Service service = pages.service().start(database.create(name));
		Connection connection = database.connect(name);
		long start = System.nanoTime();
		fill(pages, connection, rows);
		System.out.printf("%,d rows filled in %d s%n", rows, (System.nanoTime() - start) / 1_000_000_000L);
		return new PageBenchmark(pages, service, connection, ceiling);
	}

	/** An index that is built afterwards takes a fraction of the time. */
	private static void fill(Pages pages, Connection connection, int rows) throws Exception {
		try (Statement statement = connection.createStatement()) {
			String indexes = "from pg_index i where i.indrelid = '" + pages.table()
					+ "'::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)";
			List<String> definitions = CustomerFill.column(statement,
					"select pg_get_indexdef(i.indexrelid) " + indexes);
			for (String name : CustomerFill.column(statement, "select i.indexrelid::regclass " + indexes)) {
				statement.execute("drop index " + name);
			}
			pages.filling().fill(connection, rows);
			statement.execute("set maintenance_work_mem = '1GB'");
			for (String definition : definitions) {
				statement.execute(definition);
			}
		}
	}

	private static Map<String, Object> measure(String kind, PageBenchmark small, PageBenchmark large) throws Exception {
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
		return line(kind.isEmpty() ? "no filter" : kind, Figures.of(few), Figures.of(many), small.ceiling);
	}

	private static Map<String, Object> line(String name, Figures few, Figures many, int ceiling) {
		double growth = many.median() / few.median();
		boolean kept = few.p99() <= ceiling && many.p99() <= ceiling && growth <= GROWTH;
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
			List<String> values = CustomerFill.column(statement, "select " + this.pages.cases().get(kind)
					+ " from (select * from " + this.pages.table() + " tablesample system_rows(" + REQUESTS + ")) r");
			return values.stream()
				.map((value) -> this.pages.path()
						+ (kind.isEmpty() ? "" : "&" + (kind.contains("=") ? kind : kind + "=" + value)))
				.toList();
		}
	}

	private Samples round(List<String> queries) throws Exception {
		long[] nanos = new long[queries.size()];
		for (int index = 0; index < nanos.length; index++) {
			long start = System.nanoTime();
			this.service.ask(this.pages.reader(), queries.get(index), null);
			nanos[index] = System.nanoTime() - start;
		}
		return new Samples(nanos);
	}

	private void close() throws SQLException {
		this.service.close();
		this.connection.close();
	}

	/**
	 * What is read.
	 *
	 * @param path the list, with its page size
	 * @param table whose rows the list shows
	 * @param cases query parameter, or parameter and value, and an SQL expression over a
	 * row {@code r} for the values
	 */
	record Pages(String name, Starting service, Filling filling, Caller reader, String path, String table,
			Map<String, String> cases) {

		/** The SQL expression for a cursor after a row. */
		static final String CURSOR = "translate(rtrim(encode(uuid_send(r.id), 'base64'), '='), '+/', '-_')";

	}

	/** Starts the service that shows the list on a database. */
	interface Starting {

		Service start(String database);

	}

	/** Fills a migrated database with so many rows of the list. */
	interface Filling {

		void fill(Connection connection, int rows) throws Exception;

	}

}
