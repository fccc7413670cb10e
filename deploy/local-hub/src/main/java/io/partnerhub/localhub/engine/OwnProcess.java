package io.partnerhub.localhub.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Processes;
import org.jspecify.annotations.Nullable;

/**
 * A Java process of the hub: noted on disk as soon as it runs, its output in a log file
 * of its name.
 */
public final class OwnProcess {

	private final HubHome home;

	private final String name;

	private @Nullable Process process;

	public OwnProcess(HubHome home, String name) {
		this.home = home;
		this.name = name;
	}

	public void start(List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		try {
			Process started = builder.start();
			this.process = started;
			this.home.processes().record(this.name, started.toHandle());
		}
		catch (IOException ex) {
			throw HubFailure.of(this.name + " did not start", ex, "Read " + log() + ".");
		}
	}

	public void stop() {
		if (this.process != null) {
			Processes.stop(this.process.toHandle());
		}
		this.home.processes().forget(this.name);
	}

	public void kill() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	public boolean running() {
		return this.process != null && this.process.isAlive();
	}

	/**
	 * Pauses between two questions whether the process answers yet; ends early when it
	 * has died.
	 */
	public boolean diedWithin(long milliseconds) throws InterruptedException {
		return this.process == null || this.process.waitFor(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
	}

	public Path log() {
		return this.home.file("logs", this.name + ".log");
	}

}
