package io.partnerhub.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partnerhub.platform.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays coupon-service: keeps coupons for orders as a test likes. */
public final class CouponStub {

	private static final String PATH = "/internal/redemptions";

	private final HttpServer server;

	private final JsonMapper json = JsonMapper.builder().build();

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final Map<String, String> reservations = new ConcurrentHashMap<>();

	private final Map<String, String> refusals = new ConcurrentHashMap<>();

	private final Map<String, String> withheld = new ConcurrentHashMap<>();

	private final Map<String, Boolean> silent = new ConcurrentHashMap<>();

	private volatile String total = "0.00";

	private volatile String cashCoupons = "0.00";

	private volatile String fate = "USABLE";

	private volatile Runnable meanwhile = () -> {
	};

	CouponStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext(PATH, this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** The coupons pay that much of every order, and nothing goes wrong. */
	public void pays(String total) {
		pays(total, "0.00");
	}

	/** The same, that much of it by cash coupons. */
	public void pays(String total, String cashCoupons) {
		this.total = total;
		this.cashCoupons = cashCoupons;
		this.fate = "USABLE";
		this.heard.clear();
		this.refusals.clear();
		this.withheld.clear();
		this.silent.clear();
		this.reservations.clear();
		meanwhile(() -> {
		});
	}

	/** What becomes of amounts that are given back. */
	public void returnsAs(String fate) {
		this.fate = fate;
	}

	/** Refuses a step: reserve, payment, use, release or returns. */
	public void refuses(String step, String code) {
		this.refusals.put(step, code);
	}

	/** Gives that coupon nothing back, and the others what they are to get. */
	public void withholds(UUID coupon, String refusal) {
		this.withheld.put(coupon.toString(), refusal);
	}

	/** Does a step and does not say so, however often it is asked. */
	public void losesTheAnswerTo(String step) {
		this.silent.put(step, true);
	}

	public void answersAgain() {
		this.silent.clear();
	}

	/** Does something while somebody waits for the coupons to be kept. */
	public void meanwhile(Runnable action) {
		this.meanwhile = action;
	}

	/** The steps asked for, in their order. */
	public List<String> heard() {
		return List.copyOf(this.heard);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String[] path = exchange.getRequestURI().getPath().substring(PATH.length()).split("/", -1);
		String step = (path.length > 2) ? path[2] : "reserve";
		JsonNode body = this.json.readTree(exchange.getRequestBody().readAllBytes());
		if (path.length == 2) {
			answer(exchange, 200, "{\"couponsPerPayment\":3,\"coupons\":[]}");
			return;
		}
		boolean lost = this.silent.containsKey(step);
		if (!lost || Boolean.TRUE.equals(this.silent.put(step, false))) {
			this.heard.add(step);
		}
		String code = this.refusals.get(step);
		if (code != null) {
			answer(exchange, 409, "{\"code\":\"%s\",\"detail\":\"no\"}".formatted(code));
			return;
		}
		String id = (path.length > 1) ? path[1]
				: this.reservations.computeIfAbsent(body.path("requestId").asString(), (any) -> Ids.next().toString());
		if (step.equals("reserve")) {
			this.meanwhile.run();
		}
		if (lost) {
			exchange.close();
			return;
		}
		if (step.equals("returns")) {
			answer(exchange, 200, returned(body));
			return;
		}
		answer(exchange, 200,
				"{\"id\":\"%s\",\"total\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"state\":\"X\",\"coupons\":[%s]}"
					.formatted(id, this.total, kept()));
	}

	private String kept() {
		return "{\"type\":\"CASH_COUPON\",\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"voided\":false}"
			.formatted(this.cashCoupons);
	}

	private String returned(JsonNode body) {
		return this.json.writeValueAsString(Map.of("coupons",
				body.path("coupons")
					.values()
					.stream()
					.map((each) -> returned(each.path("couponId").asString()))
					.toList()));
	}

	private Map<String, String> returned(String coupon) {
		String refusal = this.withheld.get(coupon);
		return (refusal != null) ? Map.of("couponId", coupon, "refusal", refusal)
				: Map.of("couponId", coupon, "fate", this.fate);
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
