package io.partnerhub.localhub.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.partnerhub.localhub.engine.OwnProcess;
import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A service in a process of its own, run from its own jar as it would be in a container.
 */
public final class ServiceProcess implements Part {

	private static final Duration START_PATIENCE = Duration.ofMinutes(2);

	private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(2);

	private static final long POLL_MS = 100;

	private final HubHome home;

	private final Service service;

	private final ServiceSettings settings;

	private final Progress progress;

	private final OwnProcess process;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_PATIENCE).build();

	private @Nullable Path unpacked;

	public ServiceProcess(HubHome home, Service service, ServiceSettings settings, Progress progress) {
		this.home = home;
		this.service = service;
		this.settings = settings;
		this.progress = progress;
		this.process = new OwnProcess(home, service.title());
	}

	@Override
	public String name() {
		return this.service.title();
	}

	@Override
	public synchronized void start() {
		List<String> command = new ArrayList<>(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Xss512k", "-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED", "-jar", jar().toString()));
		command.addAll(this.settings.arguments(this.service));
		this.process.start(command);
		awaitReady();
		this.progress.say(name() + " ready on " + this.settings.url(this.service));
	}

	@Override
	public synchronized void stop() {
		this.process.stop();
		if (this.unpacked != null) {
			ExecutableJars.delete(this.unpacked.getParent());
			this.unpacked = null;
		}
	}

	@Override
	public synchronized void kill() {
		this.process.kill();
	}

	@Override
	public boolean running() {
		return this.process.running();
	}

	/**
	 * Unpacked once per hub: it starts sooner, and a build beside the hub leaves it
	 * alone.
	 */
	private Path jar() {
		if (this.unpacked == null) {
			this.unpacked = ExecutableJars.unpack(this.service, this.home.file("run", name()));
		}
		return this.unpacked;
	}

	private void awaitReady() {
		long end = System.nanoTime() + START_PATIENCE.toNanos();
		try {
			while (!healthy()) {
				if (this.process.diedWithin(POLL_MS)) {
					throw new HubFailure(name() + " ended while it started", "Read " + this.process.log() + ".");
				}
				if (System.nanoTime() > end) {
					throw new HubFailure(name() + " is not ready after " + START_PATIENCE.toSeconds() + " s",
							"Read " + this.process.log() + ".");
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private boolean healthy() throws InterruptedException {
		try {
			URI health = URI.create(this.settings.url(this.service) + "/actuator/health");
			return this.http
				.send(HttpRequest.newBuilder(health).timeout(ANSWER_PATIENCE).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
