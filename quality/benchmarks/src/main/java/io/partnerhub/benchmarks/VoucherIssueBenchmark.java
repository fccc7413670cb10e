package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Single issues over 32 connections, with every check on: against PostgreSQL running the
 * same four statements one voucher per transaction, and against the same use case written
 * straightforwardly with Spring Data JPA. They take turns within each round, once over
 * 1,000 partners and once all on one quota.
 */
final class VoucherIssueBenchmark {

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final int WARM_UP_ROUNDS = Integer.getInteger("partnerhub.benchmarks.warmUpRounds", 3);

	private static final int SECONDS = Integer.getInteger("partnerhub.benchmarks.seconds", 10);

	private static final int WARM_UP = Integer.getInteger("partnerhub.benchmarks.warmUp", 5);

	private final Database database;

	private final PgBench limit;

	private final Service product;

	private final Service baseline;

	private final String script;

	private VoucherIssueBenchmark(Database database, PgBench limit, Service product, Service baseline, String script) {
		this.database = database;
		this.limit = limit;
		this.product = product;
		this.baseline = baseline;
		this.script = script;
	}

	static void run(Path output) throws Exception {
		try (Database database = Database.start()) {
			migrate(database);
			database.copy("bare", "filled");
			try (Service product = Service.coupons(database.copy("product", "filled"));
					Service baseline = Service.baseline(database.copy("jpa", "filled"))) {
				PgBench limit = PgBench.on(database, "bare");
				VoucherIssueBenchmark benchmark = new VoucherIssueBenchmark(database, limit, product, baseline,
						Coupons.text("/issue.pgbench"));
				List<Line> lines = benchmark.measure();
				new Report("voucher-issue", database).with("limit", limit.name())
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
		Service.coupons(database.create("filled")).close();
		try (Connection connection = database.connect("filled")) {
			Coupons.fill(connection);
		}
	}

	private List<Line> measure() throws Exception {
		Line everywhere = new Line("1,000 partners", 1.0, 3.0);
		Line hot = new Line("one hot quota", 6.0, 3.0);
		for (int round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round++) {
			boolean counts = round > 0;
			round(everywhere, "random(1, 1000)", false, counts);
			round(hot, "random(1, 1)", true, counts);
			System.out.println((counts ? "round " + round : "warm-up round") + " done");
		}
		System.out.println(everywhere);
		System.out.println(hot);
		return List.of(everywhere, hot);
	}

	/** The first rounds only warm up: the virtual machine, the database and its files. */
	private void round(Line line, String choice, boolean hot, boolean counts) throws Exception {
		this.database.settle();
		double bare = this.limit.run(this.script.replace("random(:from, :to)", choice), SECONDS);
		Load.Result fast = load(this.product, hot);
		Load.Result slow = load(this.baseline, hot);
		if (fast.refused() + slow.refused() > 0) {
			throw new IllegalStateException("refused: " + fast.refused() + " and " + slow.refused());
		}
		if (counts) {
			line.add(bare, fast, slow);
		}
	}

	private Load.Result load(Service service, boolean hot) throws Exception {
		this.database.settle();
		List<String> targets = hot ? Coupons.onOneQuota(service) : Coupons.everywhere(service, 1);
		try (Load load = Load.start(service.port(), Coupons.ISSUE, targets, WARM_UP, SECONDS)) {
			return load.await();
		}
	}

	/** Figures of one kind of load, round by round. */
	private static final class Line {

		private final String name;

		private final double againstLimit;

		private final double againstBaseline;

		private final List<Double> limit = new ArrayList<>();

		private final List<Double> product = new ArrayList<>();

		private final List<Double> baseline = new ArrayList<>();

		private final List<Double> p99 = new ArrayList<>();

		Line(String name, double againstLimit, double againstBaseline) {
			this.name = name;
			this.againstLimit = againstLimit;
			this.againstBaseline = againstBaseline;
		}

		void add(double limit, Load.Result product, Load.Result baseline) {
			this.limit.add(limit);
			this.product.add(product.perSecond());
			this.baseline.add(baseline.perSecond());
			this.p99.add(product.p99());
			System.out.printf("  %s: limit %.0f/s, product %.0f/s (p99 %.1f ms), baseline %.0f/s%n", this.name, limit,
					product.perSecond(), product.p99(), baseline.perSecond());
		}

		Map<String, Object> figures() {
			Map<String, Object> figures = new LinkedHashMap<>();
			figures.put("load", this.name);
			figures.put("limitPerSecond", middle(this.limit));
			figures.put("productPerSecond", middle(this.product));
			figures.put("baselinePerSecond", middle(this.baseline));
			figures.put("productP99Millis", middle(this.p99));
			figures.put("timesLimit", middle(this.product) / middle(this.limit));
			figures.put("timesLimitWanted", this.againstLimit);
			figures.put("timesBaseline", middle(this.product) / middle(this.baseline));
			figures.put("timesBaselineWanted", this.againstBaseline);
			figures.put("limitRounds", this.limit);
			figures.put("productRounds", this.product);
			figures.put("baselineRounds", this.baseline);
			return figures;
		}

		@Override
		public String toString() {
			return "%s: %.2f x limit (wanted %.1f), %.2f x baseline (wanted %.1f)".formatted(this.name,
					middle(this.product) / middle(this.limit), this.againstLimit,
					middle(this.product) / middle(this.baseline), this.againstBaseline);
		}

		private static double middle(List<Double> values) {
			return Samples.middle(values.stream().mapToDouble(Double::doubleValue).toArray());
		}

	}

}
