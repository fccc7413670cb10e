package io.partnerhub.localhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.partnerhub.localhub.engine.Postgres;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Processes;
import io.partnerhub.localhub.home.Progress;

/**
 * A hub that another process runs: stops it and, if it was killed, what it left behind.
 */
final class RunningHub {

	private static final int STOP_PATIENCE_S = 60;

	private final Path home;

	private RunningHub(Path home) {
		this.home = home;
	}

	static RunningHub in(Path home) {
		return new RunningHub(home);
	}

	int stop(Progress progress) {
		if (!Files.exists(this.home.resolve("lock"))) {
			progress.say("No hub has run on " + this.home);
			return 0;
		}
		Optional<ProcessHandle> hub = Processes.in(this.home).find("hub");
		hub.ifPresent((process) -> stop(process, progress));
		try (HubHome held = HubHome.open(this.home)) {
			held.delete("ready");
			held.processes().stopLeftovers(progress);
			Postgres.leftover(this.home).ifPresent(Processes::stop);
			held.processes().forget("hub");
		}
		progress
			.say(hub.isPresent() ? "Stopped; the data stay in " + this.home : "No hub is running now on " + this.home);
		return 0;
	}

	/** Stops the hub and deletes all it knows. */
	int wipe(Progress progress) {
		stop(progress);
		if (Files.exists(this.home.resolve("lock"))) {
			delete();
		}
		progress.say("Wiped " + this.home);
		return 0;
	}

	private static void stop(ProcessHandle hub, Progress progress) {
		progress.say("Stopping the hub (process " + hub.pid() + ")");
		hub.destroy();
		try {
			hub.onExit().get(STOP_PATIENCE_S, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			progress.say("It did not stop within " + STOP_PATIENCE_S + " s and is killed");
			Processes.stop(hub);
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new HubFailure("Stopping was interrupted", "Run './hub down' again.", ex);
		}
	}

	private void delete() {
		try (Stream<Path> files = Files.walk(this.home)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
