package io.partnerhub.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Plays billing-service: answers its checks as a test likes. */
public final class BillingStub {

	private final HttpServer server;

	private volatile int status;

	private volatile String body = "";

	private volatile String lastRequest = "";

	private volatile Runnable meanwhile = () -> {
	};

	public BillingStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/internal/disassociation-checks", this::answer);
		this.server.createContext("/internal/association-checks", this::answer);
		this.server.start();
		passes();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Does something while somebody waits for the answer. */
	public void meanwhile(Runnable action) {
		this.meanwhile = action;
	}

	public void passes() {
		meanwhile(() -> {
		});
		answers(200, """
				{"checks":[{"code":"IS_DEBT","failed":false,"detail":"no arrears","facts":{}}]}
				""");
	}

	public void finds(String code, String fact, String value) {
		answers(200, """
				{"checks":[{"code":"%s","failed":true,"detail":"found","facts":{"%s":"%s"}},
				 {"code":"OTHER","failed":false,"detail":"fine"}]}
				""".formatted(code, fact, value));
	}

	/** An answer that says nothing about any check. */
	public void saysNothing() {
		answers(200, "{}");
	}

	public void isDown() {
		answers(503, "{}");
	}

	/** Query and whether a token came along. */
	public String lastRequest() {
		return this.lastRequest;
	}

	private void answers(int status, String body) {
		this.body = body;
		this.status = status;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.lastRequest = exchange.getRequestURI().getQuery() + " "
				+ exchange.getRequestHeaders().getFirst("Authorization");
		this.meanwhile.run();
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(this.status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
