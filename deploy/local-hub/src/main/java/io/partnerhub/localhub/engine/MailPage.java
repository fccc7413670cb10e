package io.partnerhub.localhub.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partnerhub.localhub.home.HubFailure;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the mails that arrived: as a page at {@code /}, as JSON at {@code /api/mails}, of
 * one reader with {@code ?to=}.
 */
final class MailPage implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpServer server;

	private final Supplier<List<Mail>> mails;

	private MailPage(HttpServer server, Supplier<List<Mail>> mails) {
		this.server = server;
		this.mails = mails;
	}

	static MailPage open(int port, Supplier<List<Mail>> mails) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			MailPage page = new MailPage(server, mails);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", page::answer);
			server.start();
			return page;
		}
		catch (IOException ex) {
			throw HubFailure.of("The mail page did not start", ex, "Run './hub up' again.");
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		List<Mail> shown = reader(exchange.getRequestURI())
			.map((reader) -> this.mails.get().stream().filter((mail) -> mail.isFor(reader)).toList())
			.orElseGet(this.mails);
		switch (exchange.getRequestURI().getPath()) {
			case "/" -> send(exchange, 200, "text/html; charset=utf-8", page(shown));
			case "/api/mails" -> send(exchange, 200, "application/json", JSON.writeValueAsString(shown));
			default -> send(exchange, 404, "text/plain; charset=utf-8", "Nothing here. See / and /api/mails.");
		}
	}

	private static Optional<String> reader(URI uri) {
		String query = (uri.getRawQuery() != null) ? uri.getRawQuery() : "";
		return Arrays.stream(query.split("&", -1))
			.filter((pair) -> pair.startsWith("to="))
			.map((pair) -> URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8))
			.findFirst();
	}

	private static String page(List<Mail> mails) {
		String list = mails.stream().map(MailPage::article).collect(Collectors.joining());
		return """
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><title>Mails of the local hub</title>
				<style>
				body { font-family: sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
				article { border: 1px solid #bbb; border-radius: 6px; padding: 1rem; margin: 1rem 0; }
				pre { white-space: pre-wrap; } iframe { width: 100%%; height: 24rem; border: 1px solid #ddd; }
				</style></head>
				<body><h1>Mails</h1><p>%d received. As JSON: <a href="/api/mails">/api/mails</a>, <code>?to=address</code></p>
				%s</body></html>
				"""
			.formatted(mails.size(), list);
	}

	/** A mail's own markup is shown in a frame that may run nothing. */
	private static String article(Mail mail) {
		String body = (mail.html() != null)
				? "<iframe sandbox=\"allow-popups\" srcdoc=\"" + escape(mail.html()) + "\"></iframe>"
				: "<pre>" + escape((mail.text() != null) ? mail.text() : "") + "</pre>";
		return """
				<article><h2>%s</h2><p>to %s, from %s, %s</p>%s</article>
				""".formatted(escape(mail.subject()), escape(String.join(", ", mail.to())), escape(mail.from()),
				mail.receivedAt(), body);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		try (exchange) {
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
