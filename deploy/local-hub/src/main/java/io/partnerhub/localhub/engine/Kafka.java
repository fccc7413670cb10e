package io.partnerhub.localhub.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Progress;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One Kafka broker in a process of its own, so that it can be stopped and killed while
 * the hub goes on.
 */
public final class Kafka implements Part {

	private static final int START_PATIENCE_MS = 60_000;

	private static final int ANSWER_PATIENCE_MS = 2000;

	private static final int POLL_MS = 100;

	private final HubHome home;

	private final int port;

	private final int controllerPort;

	private final Progress progress;

	private final OwnProcess process;

	public Kafka(HubHome home, int port, int controllerPort, Progress progress) {
		this.home = home;
		this.port = port;
		this.controllerPort = controllerPort;
		this.progress = progress;
		this.process = new OwnProcess(home, "kafka");
	}

	@Override
	public String name() {
		return "kafka";
	}

	public String address() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public synchronized void start() {
		launch();
		awaitReady();
		this.progress.say("Kafka ready on " + address());
	}

	@Override
	public synchronized void stop() {
		this.process.stop();
	}

	@Override
	public synchronized void kill() {
		this.process.kill();
	}

	@Override
	public boolean running() {
		return this.process.running();
	}

	private void launch() {
		Path settings = this.home.file("kafka.properties");
		Path data = this.home.file("kafka");
		try {
			Files.createDirectories(data);
			Files.writeString(settings, settings(data));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<String> jvm = new ArrayList<>(List.of("-Xmx256m", "-Xms64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Xss512k", "-XX:ReservedCodeCacheSize=48m", "-cp", System.getProperty("java.class.path"),
				"-Dlogback.configurationFile=process-logback.xml", "-Duser.timezone=UTC", KafkaBroker.class.getName()));
		jvm.add(settings.toString());
		jvm.add(data.toString());
		this.process.start(jvm);
	}

	private void awaitReady() {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_PATIENCE_MS);
		awaitTrue(end, this::listening);
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(),
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_PATIENCE_MS,
				AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_PATIENCE_MS))) {
			awaitTrue(end, () -> answers(admin));
		}
	}

	/** A dead process is noticed at once. */
	private void awaitTrue(long end, BooleanSupplier condition) {
		try {
			while (!condition.getAsBoolean()) {
				if (this.process.diedWithin(POLL_MS) || System.nanoTime() > end) {
					throw new HubFailure("Kafka did not start", "Read " + this.process.log() + ".");
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private boolean listening() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), ANSWER_PATIENCE_MS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean answers(Admin admin) {
		try {
			return !admin.describeCluster().nodes().get().isEmpty();
		}
		catch (ExecutionException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * One broker holds every copy; a killed broker may register again after three
	 * seconds, and what a killed service read goes to its successor after ten.
	 */
	private String settings(Path data) {
		return """
				process.roles=broker,controller
				node.id=1
				controller.quorum.voters=1@127.0.0.1:%2$d
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				controller.listener.names=CONTROLLER
				log.dirs=%3$s
				num.partitions=12
				num.network.threads=2
				num.io.threads=3
				background.threads=2
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=4
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				transaction.state.log.num.partitions=4
				transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				share.coordinator.state.topic.num.partitions=2
				group.initial.rebalance.delay.ms=0
				group.consumer.min.heartbeat.interval.ms=500
				group.consumer.heartbeat.interval.ms=500
				group.consumer.min.session.timeout.ms=6000
				group.consumer.session.timeout.ms=10000
				broker.session.timeout.ms=3000
				broker.heartbeat.interval.ms=500
				log.cleaner.dedupe.buffer.size=2097152
				""".formatted(this.port, this.controllerPort, data);
	}

}
