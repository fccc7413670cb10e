package io.partnerhub.localhub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.partnerhub.localhub.demo.DemoData;
import io.partnerhub.localhub.engine.Kafka;
import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.engine.Postgres;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Progress;
import io.partnerhub.localhub.service.Service;

/**
 * A running hub. It answers at {@link #url()}, its parts can be stopped, killed and
 * started again at the same address, and its data stay in its home when it is closed.
 */
public final class LocalHub implements AutoCloseable {

	/** Parts started at a time: more only fight for the processors. */
	private static final int WORKERS = 3;

	private final HubHome home;

	private final HubParts parts;

	private final Progress progress;

	private final Revival revival;

	private final AtomicBoolean closed = new AtomicBoolean();

	private LocalHub(HubHome home, HubParts parts, Progress progress) {
		this.home = home;
		this.parts = parts;
		this.progress = progress;
		this.revival = new Revival(parts.services(), progress);
	}

	/** A hub on any free port, with demo data. */
	public static LocalHub start(Path home, boolean processes) {
		return start(HubSettings.in(home).withProcesses(processes), Progress.silent());
	}

	public static LocalHub start(HubSettings settings, Progress progress) {
		LocalHub hub = prepare(settings, progress);
		try {
			hub.run(settings.demo());
			return hub;
		}
		catch (RuntimeException | Error ex) {
			hub.close();
			throw ex;
		}
	}

	/** Takes the home and clears up after a killed hub; nothing runs yet. */
	static LocalHub prepare(HubSettings settings, Progress progress) {
		HubHome home = HubHome.open(settings.home());
		try {
			HubLog.to(home.file("logs", "hub.log"));
			home.delete("ready");
			home.processes().record("hub", ProcessHandle.current());
			home.processes().stopLeftovers(progress);
			return new LocalHub(home, HubParts.of(home, settings, progress), progress);
		}
		catch (RuntimeException ex) {
			home.close();
			throw ex;
		}
	}

	/** The address of the gateway. */
	public String url() {
		return "http://127.0.0.1:" + this.parts.ports().of(Service.GATEWAY.title());
	}

	/** What {@code ./hub env} prints: addresses, keys and fresh tokens. */
	public Map<String, String> env() {
		return new HubEnvironment(this.home.folder()).values();
	}

	/** Adds a customer who has done nothing yet; from now on {@link #env()} names him. */
	public Map<String, String> seed() {
		return DemoData.in(this.home.folder()).addCustomer(this.progress);
	}

	public Postgres postgres() {
		return this.parts.postgres();
	}

	public Kafka kafka() {
		return this.parts.kafka();
	}

	public Part mailbox() {
		return this.parts.mailbox();
	}

	public Part service(String name) {
		return this.parts.services()
			.stream()
			.filter((service) -> service.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No service " + name));
	}

	/** Stops everything in order, and goes on when a part fails to. */
	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		this.home.delete("ready");
		this.revival.end();
		this.parts.stopOrder().forEach(this::stopTogether);
		this.home.processes().forget("hub");
		this.home.close();
	}

	/** Starts all parts and, if asked for, makes the demo data that are missing. */
	void run(boolean demo) {
		startParts();
		if (demo) {
			DemoData.in(this.home.folder()).ensure(this.progress);
		}
	}

	/** Until the hub is closed, a service that dies comes back. */
	void keepUp() throws InterruptedException {
		this.revival.run();
	}

	boolean closed() {
		return this.closed.get();
	}

	/** Leaves word for the launcher that everything answers. */
	void announce() {
		this.home.write("ready", this.url() + "\n");
	}

	private void startParts() {
		try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
			List<Future<?>> started = new ArrayList<>();
			started.add(pool.submit(() -> start(this.parts.kafka())));
			start(this.parts.postgres());
			start(this.parts.mailbox());
			started.add(pool.submit(() -> start(this.parts.identity())));
			this.parts.services().forEach((service) -> started.add(pool.submit(() -> start(service))));
			await(started);
		}
	}

	private void start(Part part) {
		try {
			part.start();
		}
		catch (RuntimeException ex) {
			this.home.requireSpace();
			throw HubFailure.of(part.name() + " did not start", ex, "Read the logs in " + this.home.file("logs") + ".");
		}
	}

	private void stopTogether(List<Part> group) {
		try (ExecutorService pool = Executors.newFixedThreadPool(group.size())) {
			group.forEach((part) -> pool.execute(() -> stop(part)));
		}
	}

	private void stop(Part part) {
		try {
			part.stop();
		}
		catch (RuntimeException ex) {
			this.progress.say(part.name() + " did not stop cleanly: " + ex.getMessage());
		}
	}

	private static void await(List<Future<?>> started) {
		for (Future<?> part : started) {
			try {
				part.get();
			}
			catch (ExecutionException ex) {
				started.forEach((other) -> other.cancel(false));
				throw HubFailure.of("The hub did not start", ex, "Read its logs.");
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

}
