package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Single appropriations over 32 connections, with every check on, against PostgreSQL
 * running the same statements one appropriation per transaction. They take turns within
 * each round, once over 1,000 partners and once all from one account to 1,000 customers.
 */
final class AppropriationBenchmark {

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final int WARM_UP_ROUNDS = Integer.getInteger("partnerhub.benchmarks.warmUpRounds", 3);

	private static final int SECONDS = Integer.getInteger("partnerhub.benchmarks.seconds", 10);

	private static final int WARM_UP = Integer.getInteger("partnerhub.benchmarks.warmUp", 5);

	private final PgBench limit;

	private final Service product;

	private final String script;

	private AppropriationBenchmark(PgBench limit, Service product, String script) {
		this.limit = limit;
		this.product = product;
		this.script = script;
	}

	static void run(Path output) throws Exception {
		try (Database database = Database.start()) {
			migrate(database);
			database.copy("bare", "filled");
			try (Service product = Service.billing(database.copy("product", "filled"))) {
				PgBench limit = PgBench.on(database, "bare");
				List<Line> lines = new AppropriationBenchmark(limit, product, Coupons.text("/appropriation.pgbench"))
					.measure();
				new Report("appropriation", database).with("limit", limit.name())
					.with("connections", Load.CONNECTIONS)
					.with("rounds", ROUNDS)
					.with("secondsPerMeasurement", SECONDS)
					.with("warmUpRoundsExcluded", WARM_UP_ROUNDS)
					.with("warmUpSecondsExcluded", WARM_UP)
					.with("lines", lines.stream().map(Line::figures).toList())
					.write(output);
			}
		}
	}

	/** The service that migrates is closed before anybody copies. */
	private static void migrate(Database database) throws Exception {
		Service.billing(database.create("filled")).close();
		try (Connection connection = database.connect("filled")) {
			Money.fill(connection);
		}
	}

	private List<Line> measure() throws Exception {
		Line everywhere = new Line("1,000 partners", 1.0);
		Line hot = new Line("one hot account", 4.0);
		List<String> all = Money.everywhere(this.product);
		List<String> one = Money.fromOneAccount(this.product);
		for (int round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round++) {
			boolean counts = round > 0;
			round(everywhere, "random(1, " + (Money.FIRST - 1) + ")", all, counts);
			round(hot, "random(" + Money.FIRST + ", " + Money.LAST + ")", one, counts);
			System.out.println((counts ? "round " + round : "warm-up round") + " done");
		}
		System.out.println(everywhere);
		System.out.println(hot);
		return List.of(everywhere, hot);
	}

	/** The first rounds only warm up: the virtual machine, the database and its files. */
	private void round(Line line, String choice, List<String> targets, boolean counts) throws Exception {
		double bare = this.limit.run(this.script.replace("random(:from, :to)", choice), SECONDS);
		try (Load load = Load.start(this.product.port(), Money.APPROPRIATE, targets, WARM_UP, SECONDS)) {
			Load.Result result = load.await();
			if (result.refused() > 0) {
				throw new IllegalStateException("refused: " + result.refused());
			}
			if (counts) {
				line.add(bare, result);
			}
		}
	}

	/** Figures of one kind of load, round by round. */
	private static final class Line {

		private final String name;

		private final double wanted;

		private final List<Double> limit = new ArrayList<>();

		private final List<Double> product = new ArrayList<>();

		private final List<Double> p99 = new ArrayList<>();

		Line(String name, double wanted) {
			this.name = name;
			this.wanted = wanted;
		}

		void add(double limit, Load.Result product) {
			this.limit.add(limit);
			this.product.add(product.perSecond());
			this.p99.add(product.p99());
			System.out.printf("  %s: limit %.0f/s, product %.0f/s (p99 %.1f ms)%n", this.name, limit,
					product.perSecond(), product.p99());
		}

		Map<String, Object> figures() {
			Map<String, Object> figures = new LinkedHashMap<>();
			figures.put("load", this.name);
			figures.put("limitPerSecond", middle(this.limit));
			figures.put("productPerSecond", middle(this.product));
			figures.put("productP99Millis", middle(this.p99));
			figures.put("timesLimit", middle(this.product) / middle(this.limit));
			figures.put("timesLimitWanted", this.wanted);
			figures.put("limitRounds", this.limit);
			figures.put("productRounds", this.product);
			return figures;
		}

		@Override
		public String toString() {
			return "%s: %.2f x limit (wanted %.1f)".formatted(this.name, middle(this.product) / middle(this.limit),
					this.wanted);
		}

		private static double middle(List<Double> values) {
			return Samples.middle(values.stream().mapToDouble(Double::doubleValue).toArray());
		}

	}

}
