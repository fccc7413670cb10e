package io.partnerhub.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends commands to a service from a process of its own, over a fixed number of
 * connections, each of which waits for an answer before it sends again.
 */
final class Load implements AutoCloseable {

	static final int CONNECTIONS = 32;

	private final Process process;

	private final Path output;

	private Load(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts sending.
	 * @param path where the commands go, each of which creates something
	 * @param targets one line for each: token, tab, body
	 */
	static Load start(int port, String path, List<String> targets, int warmUpSeconds, int seconds)
			throws IOException, URISyntaxException {
		Path input = Files.createTempFile("load", ".targets");
		Files.write(input, targets);
		Path output = Files.createTempFile("load", ".figures");
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String classes = Path.of(Load.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		Process process = new ProcessBuilder(java, "-Xmx128m", "-XX:+UseSerialGC", "-cp", classes,
				LoadProcess.class.getName(), String.valueOf(port), String.valueOf(CONNECTIONS), input.toString(),
				String.valueOf(warmUpSeconds), String.valueOf(seconds), path)
			.redirectOutput(output.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		return new Load(process, output);
	}

	/** Waits until it has run for so long; it must not end before. */
	void awaitRunning(Duration time) throws InterruptedException {
		if (this.process.waitFor(time)) {
			throw new IllegalStateException("the load ended before " + time);
		}
	}

	/** Waits until it has sent for as long as it should. */
	Result await() throws IOException, InterruptedException {
		if (!this.process.waitFor(10, TimeUnit.MINUTES) || this.process.exitValue() != 0) {
			throw new IllegalStateException("the load failed: " + Files.readString(this.output));
		}
		List<Slot> slots = new ArrayList<>();
		String[] summary = {};
		for (String line : Files.readAllLines(this.output, StandardCharsets.UTF_8)) {
			String[] parts = line.split(" ", -1);
			if (parts[0].equals("slot")) {
				slots.add(new Slot(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
			}
			else if (parts[0].equals("sum")) {
				summary = parts;
			}
		}
		return new Result(Double.parseDouble(summary[1]), Double.parseDouble(summary[2]),
				Double.parseDouble(summary[3]), Long.parseLong(summary[4]), slots);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

	/**
	 * Answers within a tenth of a second, which begins at a time in epoch milliseconds.
	 */
	record Slot(long begin, int answers) {
	}

	/**
	 * What came of it after the warm-up.
	 *
	 * @param perSecond good answers
	 * @param median in milliseconds
	 * @param p99 in milliseconds
	 * @param refused answers other than 201; there should be none
	 */
	record Result(double perSecond, double median, double p99, long refused, List<Slot> slots) {

		/** Answers per second between two times. */
		double perSecond(long from, long to) {
			return this.slots.stream()
				.filter((slot) -> slot.begin() >= from && slot.begin() + LoadProcess.SLOT <= to)
				.mapToInt(Slot::answers)
				.average()
				.orElse(0) * 1000 / LoadProcess.SLOT;
		}

	}

}
