package io.partnerhub.localhub.home;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process as a hub wrote it down when it started it: which one it was, and how to tell
 * it from a later stranger.
 */
record RecordedProcess(String name, long pid, Instant startedAt, String program) {

	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

	private static final List<String> ENGINES = List.of("kafka", "postgres");

	static RecordedProcess of(String name, ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		return new RecordedProcess(name, process.pid(), info.startInstant().orElse(Instant.EPOCH),
				info.command().orElse(""));
	}

	/** A file cut off by a crash names no process. */
	static Optional<RecordedProcess> parse(String name, String text) {
		String[] lines = text.strip().split("\n", -1);
		try {
			return Optional.of(new RecordedProcess(name, Long.parseLong(lines[0].strip()),
					Instant.ofEpochMilli(Long.parseLong(lines[1].strip())), lines[2].strip()));
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			return Optional.of(new RecordedProcess(name, -1, Instant.EPOCH, ""));
		}
	}

	String text() {
		return this.pid + "\n" + this.startedAt.toEpochMilli() + "\n" + this.program + "\n";
	}

	Optional<ProcessHandle> alive() {
		return (this.pid > 0) ? ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).filter(this::same)
				: Optional.empty();
	}

	/** Services end first, then Kafka, then PostgreSQL. */
	int stopOrder() {
		return ENGINES.indexOf(this.name);
	}

	private boolean same(ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		Duration apart = Duration.between(this.startedAt, info.startInstant().orElse(Instant.EPOCH)).abs();
		return apart.compareTo(CLOCK_TOLERANCE) <= 0 && this.program.equals(info.command().orElse(""));
	}

}
