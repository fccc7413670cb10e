package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the benchmarks, or runs one: {@code ./hub bench customer-list}.
 */
public final class Benchmarks {

	private static final Map<String, Benchmark> ALL = new TreeMap<>(
			Map.of("account-entries", AccountEntriesBenchmark::run, "appropriation", AppropriationBenchmark::run,
					"consumption-import", ConsumptionImportBenchmark::run, "customer-list", CustomerListBenchmark::run,
					"month-summary", MonthSummaryBenchmark::run, "order-list", OrderListBenchmark::run, "voucher-issue",
					VoucherIssueBenchmark::run, "voucher-list", VoucherListBenchmark::run, "voucher-reclaim",
					VoucherReclaimBenchmark::run));

	private Benchmarks() {
	}

	public static void main(String[] arguments) {
		if (arguments.length == 0) {
			System.out.println("Benchmarks: " + String.join(", ", ALL.keySet()));
			return;
		}
		Benchmark benchmark = ALL.get(arguments[0]);
		if (benchmark == null) {
			System.err.println("There is no benchmark " + arguments[0] + "; there are: " + ALL.keySet());
			System.exit(2);
			return;
		}
		System.exit(ends(benchmark) ? 0 : 1);
	}

	/** A failure ends the process, whatever still runs in it. */
	private static boolean ends(Benchmark benchmark) {
		try {
			benchmark.run(Path.of(System.getProperty("partnerhub.benchmarks.output", "target")));
			return true;
		}
		catch (Exception ex) {
			ex.printStackTrace();
			return false;
		}
	}

	/** Measures and leaves its figures in a folder. */
	private interface Benchmark {

		void run(Path output) throws Exception;

	}

}
