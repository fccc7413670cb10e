package io.partnerhub.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the benchmarks, or runs one: {@code ./hub bench customer-list}.
 */
public final class Benchmarks {

	private static final Map<String, Benchmark> ALL = new TreeMap<>(
			Map.of("customer-list", CustomerListBenchmark::run, "voucher-issue", VoucherIssueBenchmark::run,
					"voucher-list", VoucherListBenchmark::run, "voucher-reclaim", VoucherReclaimBenchmark::run));

	private Benchmarks() {
	}

	public static void main(String[] arguments) throws Exception {
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
		benchmark.run(Path.of(System.getProperty("partnerhub.benchmarks.output", "target")));
		System.exit(0);
	}

	/** Measures and leaves its figures in a folder. */
	private interface Benchmark {

		void run(Path output) throws Exception;

	}

}
