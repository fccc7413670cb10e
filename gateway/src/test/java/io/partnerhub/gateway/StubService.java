package io.partnerhub.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Plays a service: answers what a test put there, keeps what it received, stays silent
 * under {@code …/slow} and breaks the connection under {@code …/broken}.
 */
final class StubService {

	private final HttpServer server;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	StubService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What to answer under a request target; everything else is 404. */
	void answers(String target, String json) {
		this.answers.put(target, json);
	}

	List<Received> received() {
		return this.received;
	}

	Received last() {
		return this.received.getLast();
	}

	private void handle(HttpExchange exchange) throws IOException {
		String target = exchange.getRequestURI().toString();
		this.received.add(new Received(exchange.getRequestMethod(), target, Map.copyOf(exchange.getRequestHeaders()),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		String path = exchange.getRequestURI().getPath();
		if (path.endsWith("/broken")) {
			exchange.close();
			return;
		}
		if (path.endsWith("/slow")) {
			await();
		}
		byte[] body = this.answers.getOrDefault(target, "{\"missing\":true}").getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.getResponseHeaders().set("X-Request-Id", "the-service-says-otherwise");
		exchange.getResponseHeaders().set("ETag", "\"7\"");
		exchange.sendResponseHeaders(this.answers.containsKey(target) ? 200 : 404, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static void await() {
		try {
			boolean never = new CountDownLatch(1).await(4, TimeUnit.SECONDS);
			assert !never;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	record Received(String method, String target, Map<String, List<String>> headers, String body) {

		String header(String name) {
			return this.headers.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().equalsIgnoreCase(name))
				.map((entry) -> String.join(",", entry.getValue()))
				.findFirst()
				.orElse("");
		}

	}

}
