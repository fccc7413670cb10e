package io.partnerhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The customer list with 10,000 and with 1,000,000 customers of one partner. A page by
 * equality or prefix keeps to 20 ms at the 99th percentile and grows by half at most; a
 * text found anywhere keeps to 200 ms. The open API's pages come with a count of all that
 * match and are told apart.
 */
final class CustomerListBenchmark {

	private static final int SMALL = 10_000;

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final int REQUESTS = Integer.getInteger("partnerhub.benchmarks.requests", 100);

	private static final int WARM_UP = 40;

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.customers", 1_000_000);

	private CustomerListBenchmark() {
	}

	static void run(Path output) throws Exception {
		try (Database database = Database.start();
				CustomerListRun small = open(database, "small", SMALL);
				CustomerListRun large = open(database, "large", LARGE)) {
			List<Line> lines = new ArrayList<>();
			warmUp(small, large);
			System.out.println(Line.HEADING);
			for (CustomerListCase kind : CustomerListCases.ALL) {
				Line line = measure(kind, small, large);
				System.out.println(line);
				lines.add(line);
			}
			write(output.resolve("customer-list.json"), lines);
		}
	}

	private static CustomerListRun open(Database database, String name, int customers) throws Exception {
		Service service = Service.customers(database.create(name));
		Connection connection = database.connect(name);
		long start = System.nanoTime();
		CustomerFill.fill(connection, customers);
		System.out.printf("%,d customers filled in %d s%n", customers, (System.nanoTime() - start) / 1_000_000_000L);
		return new CustomerListRun(service, connection);
	}

	/** Until what runs often is compiled. */
	private static void warmUp(CustomerListRun small, CustomerListRun large) throws Exception {
		for (CustomerListCase kind : CustomerListCases.ALL) {
			small.round(kind, small.values(kind, WARM_UP));
			large.round(kind, large.values(kind, WARM_UP));
		}
	}

	/** Small and large, service and statement take turns within each round. */
	private static Line measure(CustomerListCase kind, CustomerListRun small, CustomerListRun large) throws Exception {
		List<String> few = small.values(kind, REQUESTS);
		List<String> many = large.values(kind, REQUESTS);
		List<CustomerListRun.Round> ofSmall = new ArrayList<>();
		List<CustomerListRun.Round> ofLarge = new ArrayList<>();
		small.round(kind, few);
		large.round(kind, many);
		for (int round = 0; round < ROUNDS; round++) {
			ofSmall.add(small.round(kind, few));
			ofLarge.add(large.round(kind, many));
		}
		Figures count = (kind.body() != null) ? Figures.of(List.of(large.counts(kind, many))) : null;
		return new Line(kind.name(), kind.ceiling(), product(ofSmall), product(ofLarge), limit(ofSmall), limit(ofLarge),
				(count != null) ? count.median() : 0);
	}

	private static Figures product(List<CustomerListRun.Round> rounds) {
		return Figures.of(rounds.stream().map(CustomerListRun.Round::product).toList());
	}

	private static Figures limit(List<CustomerListRun.Round> rounds) {
		return Figures.of(rounds.stream().map(CustomerListRun.Round::limit).toList());
	}

	private static void write(Path file, List<Line> lines) throws Exception {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("benchmark", "customer-list");
		report.put("at", Instant.now(Clock.systemUTC()).toString());
		report.put("processors", Runtime.getRuntime().availableProcessors());
		report.put("small", SMALL);
		report.put("large", LARGE);
		report.put("rounds", ROUNDS);
		report.put("requestsPerRound", REQUESTS);
		report.put("lines", lines);
		Files.createDirectories(file.toAbsolutePath().getParent());
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Files.writeString(file, json.writeValueAsString(report));
		System.out.println("Figures: " + file);
	}

	/**
	 * One case, times in milliseconds.
	 *
	 * @param ceiling allowed at the 99th percentile, 0 where nothing is promised
	 * @param countAlone the count by hand, for the open API
	 */
	record Line(String name, int ceiling, Figures small, Figures large, Figures smallLimit, Figures largeLimit,
			double countAlone) {

		static final String HEADING = "%-40s %9s %9s %9s %9s %9s %7s %7s %9s".formatted("median / p99 in ms", "10k",
				"10k p99", "1M", "1M p99", "SQL 1M", "ratio", "growth", "count");

		public double growth() {
			return this.large.median() / this.small.median();
		}

		public double ratio() {
			return this.large.median() / this.largeLimit.median();
		}

		public boolean kept() {
			return this.ceiling == 0 || (this.small.p99() <= this.ceiling && this.large.p99() <= this.ceiling);
		}

		@Override
		public String toString() {
			return "%-40s %9.2f %9.2f %9.2f %9.2f %9.2f %7.1f %7.2f %9.2f %s".formatted(this.name, this.small.median(),
					this.small.p99(), this.large.median(), this.large.p99(), this.largeLimit.median(), ratio(),
					growth(), this.countAlone, kept() ? "" : "over " + this.ceiling);
		}

	}

}
