package io.partnerhub.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a request byte for byte as a test says, from the source address it says. */
final class Wire {

	private static final JsonMapper JSON = new JsonMapper();

	private Wire() {
	}

	static Answer send(int port, String from, String method, String target, Map<String, String> headers, byte[] body) {
		try (Socket socket = new Socket()) {
			socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
			socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
			socket.setSoTimeout(15_000);
			socket.getOutputStream().write(head(method, target, headers, body));
			socket.getOutputStream().write(body);
			socket.getOutputStream().flush();
			return answer(socket.getInputStream().readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] head(String method, String target, Map<String, String> headers, byte[] body) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("Host", "127.0.0.1:8080");
		all.put("Connection", "close");
		if (body.length > 0) {
			all.put("Content-Length", String.valueOf(body.length));
		}
		all.putAll(headers);
		StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
		all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static Answer answer(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		List<String> lines = text.substring(0, end).lines().toList();
		int status = Integer.parseInt(lines.getFirst().substring(9, 12));
		List<String> headers = lines.subList(1, lines.size());
		String body = text.substring(end + 4);
		boolean chunked = headers.stream().anyMatch((line) -> line.toLowerCase(Locale.ROOT).endsWith("chunked"));
		byte[] raw = (chunked ? unchunk(body) : body).getBytes(StandardCharsets.ISO_8859_1);
		return new Answer(status, headers, new String(raw, StandardCharsets.UTF_8));
	}

	private static String unchunk(String body) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		int at = 0;
		while (at < body.length()) {
			int line = body.indexOf("\r\n", at);
			int size = Integer.parseInt(body.substring(at, line), 16);
			all.writeBytes(body.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
			at = line + 4 + size;
		}
		return all.toString(StandardCharsets.ISO_8859_1);
	}

	record Answer(int status, List<String> headers, String body) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		String text(String field) {
			return json().path(field).asString("");
		}

		String header(String name) {
			return find(name).orElse("");
		}

		Optional<String> find(String name) {
			String start = name.toLowerCase(Locale.ROOT) + ":";
			return this.headers.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(start))
				.map((line) -> line.substring(start.length()).trim())
				.findFirst();
		}

	}

}
