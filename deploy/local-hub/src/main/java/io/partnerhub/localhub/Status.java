package io.partnerhub.localhub;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.home.Processes;
import io.partnerhub.localhub.service.Service;

/** Tells whether a hub runs and which of its parts answer. */
final class Status {

	static final int NOT_RUNNING = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final List<String> ENGINES = List.of("postgres", "kafka", "mail-smtp", "mail", "identity");

	private final Path home;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private Status(Path home) {
		this.home = home;
	}

	static Status of(Path home) {
		return new Status(home);
	}

	/** Answers 0 when all parts are up, 1 when some are not, 3 when no hub runs. */
	int print(PrintStream out) {
		if (!HubHome.busy(this.home)) {
			out.println("No hub is running on " + this.home + ". Start one with './hub up'.");
			return NOT_RUNNING;
		}
		Optional<ProcessHandle> hub = Processes.in(this.home).find("hub");
		out.println("Hub on " + this.home + hub.map((process) -> ", process " + process.pid()).orElse(""));
		List<String> down = new ArrayList<>();
		Ports ports = Ports.in(this.home);
		ENGINES.forEach((part) -> line(out, part, ports.of(part), listening(ports.of(part)), down));
		Service.titles().forEach((part) -> line(out, part, ports.of(part), healthy(ports.of(part)), down));
		return down.isEmpty() ? 0 : 1;
	}

	private static void line(PrintStream out, String part, int port, boolean up, List<String> down) {
		if (!up) {
			down.add(part);
		}
		out.println(String.format(Locale.ROOT, "  %-24s %-5s 127.0.0.1:%d", part, up ? "up" : "DOWN", port));
	}

	private static boolean listening(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean healthy(int port) {
		URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
		try {
			return this.http
				.send(HttpRequest.newBuilder(health).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
