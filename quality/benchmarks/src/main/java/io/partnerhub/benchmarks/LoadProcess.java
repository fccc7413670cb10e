package io.partnerhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The process behind {@link Load}: nothing but the JDK, so that it costs little beside
 * what it measures.
 */
final class LoadProcess {

	/** Milliseconds over which answers are counted together. */
	static final int SLOT = 100;

	private static final int MOST_SAMPLES = 4_000_000;

	private LoadProcess() {
	}

	public static void main(String[] arguments) throws Exception {
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
			failure.printStackTrace();
			System.exit(1);
		});
		int connections = Integer.parseInt(arguments[1]);
		List<String> targets = Files.readAllLines(Path.of(arguments[2]));
		int warmUp = Integer.parseInt(arguments[3]) * 1000;
		int total = warmUp + Integer.parseInt(arguments[4]) * 1000;
		long begin = Clock.systemUTC().millis();
		AtomicIntegerArray slots = new AtomicIntegerArray(total / SLOT + 1);
		LoadConnection[] lines = new LoadConnection[connections];
		Thread[] threads = new Thread[connections];
		for (int index = 0; index < connections; index++) {
			lines[index] = new LoadConnection(Integer.parseInt(arguments[0]), index, arguments[5], targets,
					new LoadConnection.Window(begin, begin + warmUp, begin + total), slots, MOST_SAMPLES / connections);
			threads[index] = Thread.ofPlatform().start(lines[index]);
		}
		for (Thread thread : threads) {
			thread.join();
		}
		report(lines, slots, begin, warmUp, total);
	}

	private static void report(LoadConnection[] lines, AtomicIntegerArray slots, long begin, int warmUp, int total) {
		for (int slot = 0; slot < slots.length(); slot++) {
			System.out.println("slot " + (begin + (long) slot * SLOT) + " " + slots.get(slot));
		}
		long[] nanos = Arrays.stream(lines).flatMapToLong(LoadConnection::samples).sorted().toArray();
		long refused = Arrays.stream(lines).mapToLong(LoadConnection::refused).sum();
		System.out.println("sum " + nanos.length * 1000.0 / (total - warmUp) + " " + at(nanos, 0.5) + " "
				+ at(nanos, 0.99) + " " + refused);
	}

	private static double at(long[] nanos, double share) {
		return (nanos.length == 0) ? 0 : nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)] / 1e6;
	}

}
