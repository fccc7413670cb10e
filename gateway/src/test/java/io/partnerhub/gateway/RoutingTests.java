package io.partnerhub.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class RoutingTests extends GatewayTest {

	private static final String VOUCHERS = "/api/v1/vouchers";

	@BeforeAll
	static void services() {
		COUPON.answers(VOUCHERS, "{\"items\":[]}");
		COUPON.answers("/v2/promotions/benefits/partner-coupons", "{}");
		COUPON.answers("/internal/secret", "{}");
		CUSTOMER.answers("/v2/partners/sub-customers/users/check-identity", "{}");
	}

	@Test
	void answersUnknownPathsOnBothFaces() {
		Wire.Answer vendor = send("GET", "/v2/nothing/here", Map.of(), "");
		assertThat(vendor.status()).isEqualTo(404);
		assertThat(vendor.text("error_code")).isEqualTo("APIGW.0101");
		Wire.Answer front = send("GET", "/api/v1/vouchersx", Map.of(), "");
		assertThat(front.status()).isEqualTo(404);
		assertThat(front.text("code")).isEqualTo("NOT_FOUND");
		assertThat(front.header("X-Request-Id")).matches("[0-9a-f]{32}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/internal/secret", "//internal/secret", "/api/v1/vouchers/..%2f..%2f..%2finternal/secret",
			"/api/v1/..%2f..%2finternal/secret", "/api/v1/vouchers/../../../internal/secret",
			"/api/v1/vouchers/%2e%2e/%2e%2e/%2e%2e/internal/secret", "/api/v1/vouchers;x=1/../../../internal/secret",
			"/api/v1/vouchers;/x", "/api/v1//vouchers", "/api/v1/vouchers/%2Finternal", "/api/v1/vouchers/%5c..%5cx",
			"/%61pi/v1/vouchers", "/api/v1/vouchers%00", "/actuator", "/actuator/env", "/actuator/prometheus",
			"/actuator/health/db", "/actuator/health/../prometheus", "/actuator/../internal/secret",
			"/docs/../internal/secret", "/internal/secret?x=/api/v1/vouchers", "/api/v1/vouchers/%zz" })
	void neverReachesWhatIsInternal(String target) {
		int before = COUPON.received().size();
		Wire.Answer answer = bearer("GET", target, vendorToken(), Map.of());

		assertThat(answer.status()).isIn(400, 404);
		assertThat(COUPON.received()).hasSize(before);
	}

	@ParameterizedTest
	@CsvSource({ "GET, %00, 0, 400, MALFORMED_REQUEST", "GET, {long}, 0, 400, MALFORMED_REQUEST",
			"GET, x, 20000, 400, MALFORMED_REQUEST", "TRACE, x, 0, 405, METHOD_NOT_ALLOWED",
			"GET, ?x=|, 0, 400, MALFORMED_REQUEST" })
	void answersWhatTheConnectorRefusesLikeEverythingElse(String method, String end, int header, int status,
			String code) {
		String tail = end.equals("{long}") ? "x".repeat(20_000) : end;
		Map<String, String> headers = Map.of("X-Filler", "x".repeat(header), "Accept-Language", "zh-CN");

		Wire.Answer front = send(method, "/api/v1/vouchers/" + tail, headers, "");
		assertThat(front.status()).isEqualTo(status);
		assertThat(front.header("Content-Type")).startsWith("application/problem+json");
		assertThat(front.header("X-Request-Id")).matches("[0-9a-f]{32}");
		assertThat(front.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(front.text("code")).isEqualTo(code);
		Wire.Answer vendor = send(method, "/v2/accounts/" + tail, headers, "");
		assertThat(vendor.status()).isEqualTo(status);
		assertThat(vendor.header("X-Request-Id")).matches("[0-9a-f]{32}");
		assertThat(front.body() + vendor.body()).doesNotContain("<");
	}

	@Test
	void answersTraceInTheWordsOfTheFace() {
		assertThat(send("TRACE", VOUCHERS, Map.of("Accept-Language", "zh-CN"), "").text("title")).isEqualTo("不支持该请求方法");
		Wire.Answer vendor = send("TRACE", "/v3/accounts/x", Map.of(), "");
		assertThat(vendor.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
		assertThat(vendor.text("error_code")).isEqualTo("CBC.0100");
	}

	@Test
	void returnsOneRequestIdAndTheTraceOfTheCaller() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		Wire.Answer answer = bearer("GET", VOUCHERS, vendorToken(),
				Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

		assertThat(answer.headers())
			.filteredOn((line) -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-request-id"))
			.containsExactly("X-Request-Id: " + trace);
		assertThat(COUPON.last().header("traceparent")).startsWith("00-" + trace + "-");
		assertThat(answer.header("ETag")).isEqualTo("\"7\"");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void answersQuicklyWhenServiceIsDown() {
		Wire.Answer refused = bearer("POST", "/api/v1/appropriations", vendorToken(), Map.of());
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.header("Retry-After")).isEqualTo("2");
		Wire.Answer silent = assertTimeout(Duration.ofMillis(2500),
				() -> bearer("POST", "/api/v1/opportunities", vendorToken(), Map.of()));
		assertThat(silent.status()).isEqualTo(503);
		assertThat(silent.header("Retry-After")).isEqualTo("2");
	}

	@ParameterizedTest
	@CsvSource({ "GET, slow, 503, TEMPORARILY_UNAVAILABLE", "POST, slow, 504, OUTCOME_UNKNOWN",
			"GET, broken, 503, TEMPORARILY_UNAVAILABLE", "POST, broken, 504, OUTCOME_UNKNOWN" })
	void tellsWhatMissingAnswersMean(String method, String how, int status, String code) {
		Wire.Answer answer = bearer(method, VOUCHERS + "/" + how, vendorToken(), Map.of());

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.text("code")).isEqualTo(code);
	}

	@Test
	@Tag("API-02")
	void boundsBodies() {
		byte[] large = new byte[12 * 1024 * 1024 + 1];
		Map<String, String> headers = Map.of("Authorization", "Bearer " + vendorToken());

		assertThat(Wire.send(this.port, "127.0.0.1", "POST", VOUCHERS, headers, large).status()).isEqualTo(413);
		byte[] fitting = "{}".repeat(2 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
		assertThat(Wire.send(this.port, "127.0.0.1", "POST", VOUCHERS, headers, fitting).status()).isEqualTo(200);
		assertThat(COUPON.last().body()).hasSize(fitting.length);
	}

	@Test
	void boundsBodiesOfUnknownLength() {
		Map<String, String> headers = new TreeMap<>(Map.of("Authorization", "Bearer " + vendorToken()));

		headers.put("Transfer-Encoding", "chunked\r\nX-End: 1\r\n\r\nno-size\r\n\r\nGET / HTTP/1.1");
		assertThat(send("POST", VOUCHERS, headers, "").status()).isEqualTo(400);
		headers.put("Transfer-Encoding", "chunked\r\nX-End: 1\r\n\r\n5\r\nhello\r\n0\r\n\r\nGET / HTTP/1.1");
		assertThat(send("POST", VOUCHERS, headers, "").status()).isEqualTo(200);
		assertThat(COUPON.last().body()).isEqualTo("hello");
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/my/notices", "/api/v1/notices" })
	void routesLettersToCustomerService(String path) {
		CUSTOMER.answers(path, "{\"items\":[]}");

		assertThat(bearer("GET", path, vendorToken(), Map.of()).status()).isEqualTo(200);
		assertThat(send("GET", path + "x", Map.of(), "").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/service-types", "/api/v1/vendor/service-types" })
	void routesTheDictionaryToItsOwner(String path) {
		PROGRAM.answers(path, "{\"items\":[]}");

		assertThat(bearer("GET", path, vendorToken(), Map.of()).status()).isEqualTo(200);
	}

	@Test
	@Tag("API-07")
	void limitsRequestsPerSecond() {
		String path = "/v2/promotions/benefits/partner-coupons";
		for (int allowed = 0; allowed < 10; allowed++) {
			Wire.Answer answer = bearer("GET", path, vendorToken(), Map.of());
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("RateLimit")).isEqualTo("\"second\";r=" + (9 - allowed) + ";t=1");
			assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"second\";q=10;w=1");
		}
		Wire.Answer refused = bearer("GET", path, vendorToken(), Map.of());
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.header("Retry-After")).isEqualTo("1");
		assertThat(refused.text("error_code")).isEqualTo("APIGW.0308");
		assertThat(refused.text("error_msg"))
			.isEqualTo("The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 second");
		assertThat(bearer("GET", VOUCHERS, vendorToken(), Map.of()).status()).isEqualTo(200);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(bearer("GET", path, vendorToken(), Map.of()).status()).isEqualTo(200);
	}

	@Test
	@Tag("API-07")
	void limitsIdentityChecksAndFailedAttemptsMoreTightly() {
		String path = "/v2/partners/sub-customers/users/check-identity";
		for (int allowed = 0; allowed < 5; allowed++) {
			assertThat(bearer("POST", path, vendorToken(), Map.of()).status()).isEqualTo(200);
		}
		assertThat(bearer("POST", path, vendorToken(), Map.of()).text("error_msg")).contains("limit:5,");
		for (int failed = 0; failed < 10; failed++) {
			assertThat(bearer("GET", VOUCHERS, "nonsense", Map.of()).status()).isEqualTo(401);
		}
		assertThat(bearer("GET", VOUCHERS, "nonsense", Map.of()).status()).isEqualTo(429);
	}

	@Test
	void showsHealthAndDocs() {
		assertThat(send("GET", "/actuator/health", Map.of(), "").body()).contains("UP").doesNotContain("components");
		assertThat(send("GET", "/actuator/health/readiness", Map.of(), "").text("status")).isEqualTo("UP");
		assertThat(send("GET", "/actuator/health/liveness", Map.of(), "").status()).isEqualTo(200);
		Wire.Answer page = send("GET", "/docs", Map.of(), "");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.headers()).filteredOn((line) -> line.startsWith("Content-Security-Policy")).hasSize(1);
		assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
		assertThat(send("GET", "/docs/reference.js", Map.of(), "").status()).isEqualTo(200);
		assertThat(send("GET", "/docs/openapi.yaml", Map.of(), "").status()).isIn(200, 404);
		assertThat(send("GET", "/docs/nothing", Map.of(), "").status()).isEqualTo(404);
	}

	private String vendorToken() {
		PROGRAM.answers("/internal/members?issuer=http%3A%2F%2Fidentity.example&subject=router",
				"{\"kind\":\"VENDOR\",\"login\":\"router\"}");
		return ISSUER.token("router", this.clock.instant().plus(Duration.ofHours(1)));
	}

}
