package io.partnerhub.localhub.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a hub, each in a file with its id, start time and program. A process
 * is only taken for ours when all three agree, so that a number given anew by the system
 * to a stranger is never killed.
 */
public final class Processes {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Path folder;

	Processes(Path home) {
		this.folder = home.resolve("pids");
	}

	/** The processes of the hub in a folder that another process may hold. */
	public static Processes in(Path home) {
		return new Processes(home.toAbsolutePath().normalize());
	}

	public void record(String name, ProcessHandle process) {
		write(name, RecordedProcess.of(name, process).text());
	}

	public void forget(String name) {
		try {
			Files.deleteIfExists(this.folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Optional<ProcessHandle> find(String name) {
		return read(this.folder.resolve(name)).flatMap(RecordedProcess::alive);
	}

	/**
	 * Ends what a killed hub left running, services before the engines they use, and
	 * drops stale files.
	 */
	public void stopLeftovers(Progress progress) {
		recorded().collect(Collectors.groupingBy(RecordedProcess::stopOrder, TreeMap::new, Collectors.toList()))
			.values()
			.forEach((together) -> stop(together, progress));
	}

	public static void stop(ProcessHandle process) {
		process.destroy();
		if (!ended(process)) {
			process.destroyForcibly();
			ended(process);
		}
	}

	private static boolean ended(ProcessHandle process) {
		try {
			process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void stop(List<RecordedProcess> together, Progress progress) {
		for (RecordedProcess process : together) {
			process.alive().ifPresentOrElse((handle) -> {
				progress.say("Stopping " + process.name() + " (process " + process.pid()
						+ "), left running by a killed hub");
				handle.destroy();
			}, () -> progress.say("Removing the stale process file of " + process.name() + " (" + process.pid() + ")"));
		}
		for (RecordedProcess process : together) {
			process.alive().ifPresent(Processes::stop);
			forget(process.name());
		}
	}

	private Stream<RecordedProcess> recorded() {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.toList()
				.stream()
				.map(this::read)
				.flatMap(Optional::stream)
				.filter((process) -> !process.name().equals("hub"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<RecordedProcess> read(Path file) {
		try {
			return Files.exists(file) ? RecordedProcess.parse(file.getFileName().toString(), Files.readString(file))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String name, String text) {
		try {
			Files.writeString(this.folder.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
