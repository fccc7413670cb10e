package io.partnerhub.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.EventCatalog;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Inbox;
import io.partnerhub.platform.event.InboxAccess;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer with 100,000 vouchers leaves his partner: how long it takes until all are
 * reclaimed, recorded and announced, against one statement written by hand for the same
 * rows, and what is left of other partners' issues meanwhile.
 */
final class VoucherReclaimBenchmark {

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final int VOUCHERS = Integer.getInteger("partnerhub.benchmarks.vouchers", 100_000);

	/**
	 * Issues run alone for so long before the reclaim begins, the warm-up not counted.
	 */
	private static final int SECONDS = Integer.getInteger("partnerhub.benchmarks.seconds", 10);

	private static final int WARM_UP = Integer.getInteger("partnerhub.benchmarks.warmUp", 5);

	/** For so long at most issues go on beside the reclaim and the statement by hand. */
	private static final int TAIL = 60;

	private static final int PATIENCE_SECONDS = 120;

	private final Database database;

	private final Connection bare;

	private final Connection filled;

	private final Service product;

	private final List<Double> limit = new ArrayList<>();

	private final List<Double> reclaim = new ArrayList<>();

	private final List<Double> limitUnderLoad = new ArrayList<>();

	private final List<Double> reclaimUnderLoad = new ArrayList<>();

	private final List<Double> before = new ArrayList<>();

	private final List<Double> meanwhile = new ArrayList<>();

	private VoucherReclaimBenchmark(Database database, Connection bare, Connection filled, Service product) {
		this.database = database;
		this.bare = bare;
		this.filled = filled;
		this.product = product;
	}

	static void run(Path output) throws Exception {
		try (Database database = Database.start()) {
			Service.coupons(database.create("filled")).close();
			try (Connection connection = database.connect("filled")) {
				Coupons.fill(connection);
			}
			database.copy("bare", "filled");
			try (Service product = Service.coupons(database.copy("product", "filled"));
					Connection bare = database.connect("bare");
					Connection filled = database.connect("product")) {
				VoucherReclaimBenchmark benchmark = new VoucherReclaimBenchmark(database, bare, filled, product);
				for (int round = 0; round <= ROUNDS; round++) {
					benchmark.round(round);
				}
				benchmark.report(new Report("voucher-reclaim", database)).write(output);
			}
		}
	}

	/** Round 0 only warms up. */
	private void round(int round) throws Exception {
		fill(this.bare, round);
		double byHand = seconds(() -> byHand(round));
		fill(this.filled, round);
		double alone = seconds(() -> leave(round, 1));
		fill(this.bare, round + 1000);
		fill(this.filled, round + 1000);
		try (Load load = Load.start(this.product.port(), Coupons.ISSUE, Coupons.everywhere(this.product, 2), WARM_UP,
				SECONDS + TAIL)) {
			load.awaitRunning(Duration.ofSeconds(WARM_UP + SECONDS));
			long begin = now();
			leave(round + 1000, 1);
			long end = now();
			double byHandUnderLoad = seconds(() -> byHand(round + 1000));
			Load.Result result = load.await();
			double free = result.perSecond(begin - SECONDS * 1000L, begin);
			double busy = result.perSecond(begin, end);
			double underLoad = (end - begin) / 1000.0;
			System.out.printf(
					"round %d: by hand %.2f s, reclaim %.2f s; under load %.2f s and %.2f s; issues %.0f/s, then %.0f/s%n",
					round, byHand, alone, byHandUnderLoad, underLoad, free, busy);
			if (round > 0) {
				this.limit.add(byHand);
				this.reclaim.add(alone);
				this.limitUnderLoad.add(byHandUnderLoad);
				this.reclaimUnderLoad.add(underLoad);
				this.before.add(free);
				this.meanwhile.add(busy);
			}
		}
	}

	private void byHand(int round) throws Exception {
		try (Statement statement = this.bare.createStatement()) {
			statement.execute(Coupons.text("/reclaim-limit.sql").replace(":round", String.valueOf(round)));
		}
	}

	private void fill(Connection connection, int round) throws Exception {
		Coupons.execute(connection,
				Coupons.text("/reclaim-fill.sql")
					.replace(":round", String.valueOf(round))
					.replace(":vouchers", String.valueOf(VOUCHERS)));
		this.database.settle();
	}

	/** Hears that the customer has left, and waits until that is answered. */
	private void leave(int round, int epoch) throws Exception {
		UUID partner = Coupons.id(1, 1);
		CustomerDisassociated event = new CustomerDisassociated(partner, partner, Coupons.id(3, 20_000 + round), epoch,
				AssociationType.RESALE, Ids.next(), "leaves", Instant.now(Clock.systemUTC()));
		EventCatalog.Entry entry = EventCatalog.of(event.getClass());
		InboxAccess.deliver(this.product.bean(Inbox.class), entry.topic(), round, event.key().toString(), entry.type(),
				Ids.next(), partner,
				this.product.bean(JsonMapper.class).writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
		Awaitility.await("all is reclaimed")
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofSeconds(PATIENCE_SECONDS))
			.until(() -> ended(event.customerId()));
		if (left(event.customerId()) > 0 || !answered(event.customerId())) {
			throw new IllegalStateException("ended, but not all is reclaimed and announced");
		}
	}

	/** Asks for one small row, so that waiting takes nothing from what is measured. */
	private boolean ended(UUID customer) throws SQLException {
		return count("select count(*) from ended_link where state = 'DONE' and customer_id = '" + customer + "'") > 0;
	}

	private long left(UUID customer) throws SQLException {
		return count("select count(*) from coupon where customer_id = '" + customer + "' and balance_minor > 0");
	}

	private boolean answered(UUID customer) throws SQLException {
		return count("select count(*) from outbox where key = '" + customer + "' and type = '"
				+ EventCatalog.of(io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed.class).type() + "'") > 0;
	}

	private long count(String sql) throws SQLException {
		try (Statement statement = this.filled.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private Report report(Report report) {
		double ratio = middle(this.reclaim) / middle(this.limit);
		double kept = middle(this.meanwhile) / middle(this.before);
		double ratioUnderLoad = middle(this.reclaimUnderLoad) / middle(this.limitUnderLoad);
		System.out.printf("reclaim: %.2f x the statement by hand (wanted 2.0), under load %.2f x; issues keep %.2f"
				+ " (wanted 0.8)%n", ratio, ratioUnderLoad, kept);
		return report.with("vouchers", VOUCHERS)
			.with("limit", "one statement over JDBC: update, quotas, journal, records and events of 500")
			.with("rounds", ROUNDS)
			.with("warmUpSecondsExcluded", WARM_UP)
			.with("limitSeconds", middle(this.limit))
			.with("productSeconds", middle(this.reclaim))
			.with("timesLimit", ratio)
			.with("timesLimitWanted", 2.0)
			.with("limitSecondsUnderLoad", middle(this.limitUnderLoad))
			.with("productSecondsUnderLoad", middle(this.reclaimUnderLoad))
			.with("timesLimitUnderLoad", ratioUnderLoad)
			.with("issuesPerSecondBefore", middle(this.before))
			.with("issuesPerSecondMeanwhile", middle(this.meanwhile))
			.with("issuesKept", kept)
			.with("issuesKeptWanted", 0.8)
			.with("limitRounds", this.limit)
			.with("productRounds", this.reclaim)
			.with("limitRoundsUnderLoad", this.limitUnderLoad)
			.with("productRoundsUnderLoad", this.reclaimUnderLoad)
			.with("beforeRounds", this.before)
			.with("meanwhileRounds", this.meanwhile);
	}

	private static double seconds(Work work) throws Exception {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private static long now() {
		return Clock.systemUTC().millis();
	}

	private static double middle(List<Double> values) {
		return Samples.middle(values.stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** What is timed. */
	private interface Work {

		void run() throws Exception;

	}

}
