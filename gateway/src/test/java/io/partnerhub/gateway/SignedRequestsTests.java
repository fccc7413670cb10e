package io.partnerhub.gateway;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("API-02")
class SignedRequestsTests extends GatewayTest {

	private static final String QUOTAS = "/v2/partners/coupon-quotas/query";

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private static final String VOUCHERS = "/api/v1/vouchers";

	@BeforeAll
	static void services() {
		COUPON.answers(QUOTAS, "{\"total_count\":0}");
		COUPON.answers(COUPONS, "{\"success_infos\":[]}");
		COUPON.answers(VOUCHERS, "{\"items\":[]}");
	}

	@Test
	void turnsSignatureIntoInternalToken() throws Exception {
		Wire.Answer answer = signed(DISTRIBUTOR, "127.0.0.1", "POST", QUOTAS, "{\"limit\":10}", Map.of());

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("total_count")).isEqualTo("0");
		assertThat(COUPON.last().body()).isEqualTo("{\"limit\":10}");
		JWTClaimsSet claims = claims(COUPON.last());
		assertThat(claims.getIssuer()).isEqualTo("gateway");
		assertThat(claims.getAudience()).containsExactly("coupon-service");
		assertThat(claims.getSubject()).isEqualTo(DISTRIBUTOR.accessKey());
		assertThat(claims.getStringClaim("kind")).isEqualTo("PARTNER");
		assertThat(claims.getStringClaim("tenant")).isEqualTo(TENANT);
		assertThat(claims.getStringListClaim("permissions")).containsExactly("ISSUE_VOUCHERS");
		assertThat(claims.getExpirationTime()).isEqualTo(Date.from(this.clock.instant().plus(Duration.ofMinutes(5))));
	}

	@Test
	void asksForSecretsAsItself() throws Exception {
		Signer fresh = key("FRESHAK", "PARTNER", "DISTRIBUTOR");
		get(fresh, VOUCHERS);

		StubService.Received lookup = PROGRAM.received()
			.stream()
			.filter((request) -> request.target().endsWith("/FRESHAK"))
			.findFirst()
			.orElseThrow();
		assertThat(claims(lookup).getStringClaim("kind")).isEqualTo("SERVICE");
		assertThat(claims(lookup).getAudience()).containsExactly("partner-program-service");
	}

	@Test
	void verifiesMeaningNotSpelling() {
		String query = "order_id=a%20b%2bc%252F/%7e*%26%3D%E4%B8%AD%E6%96%87&types=2&types=1&empty";
		String signed = "empty=&order_id=a%20b%2Bc%252F%2F~%2A%26%3D%E4%B8%AD%E6%96%87&types=2&types=1";
		COUPON.answers(COUPONS + "/x-1?" + query, "{\"seen\":true}");
		Map<String, String> headers = DISTRIBUTOR.sign(this.clock.instant(), "GET", COUPONS + "/x-1/", signed,
				Map.of("user-agent", "vector/1.0", "x-language", "zh_CN"), NOTHING);

		assertThat(send("GET", COUPONS + "/x-1?" + query, headers, "").body()).contains("seen");
		assertThat(COUPON.last().target()).isEqualTo(COUPONS + "/x-1?" + query);
		assertThat(COUPON.last().header("x-language")).isEqualTo("zh_CN");
	}

	@Test
	void acceptsSortedValuesToo() {
		String wire = "types=2&types=1";
		COUPON.answers(COUPONS + "?" + wire, "{\"seen\":true}");
		Map<String, String> headers = DISTRIBUTOR.sign(this.clock.instant(), "GET", COUPONS + "/", "types=1&types=2",
				Map.of(), NOTHING);

		assertThat(send("GET", COUPONS + "?" + wire, headers, "").status()).isEqualTo(200);
	}

	@Test
	void refusesWrongSecretOnBothFaces() {
		Signer wrong = new Signer(DISTRIBUTOR.accessKey(), "guess");

		Wire.Answer vendor = get(wrong, COUPONS);
		assertThat(vendor.status()).isEqualTo(401);
		assertThat(vendor.header("Content-Type")).startsWith("application/json");
		assertThat(vendor.text("error_code")).isEqualTo("APIGW.0301");
		assertThat(vendor.text("error_msg"))
			.isEqualTo("Incorrect IAM authentication information: verify aksk signature fail");
		assertThat(vendor.text("request_id")).isEqualTo(vendor.header("X-Request-Id"));
		Wire.Answer front = get(wrong, VOUCHERS);
		assertThat(front.status()).isEqualTo(401);
		assertThat(front.header("Content-Type")).startsWith("application/problem+json");
		assertThat(front.text("code")).isEqualTo("SIGNATURE_INVALID");
		get(DISTRIBUTOR, COUPONS);
	}

	@Test
	void refusesUnknownKeys() {
		Wire.Answer answer = get(new Signer("NOBODYAK", "x"), COUPONS);

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text("error_msg")).endsWith("Get secretKey failed,ak:NOBODYAK,err:ak not exist");
	}

	@Test
	void refusesOtherAlgorithms() {
		Wire.Answer answer = send("GET", COUPONS,
				Map.of("Authorization", "V11-HMAC-SHA256 Access=A, SignedHeaders=host, Signature=0"), "");

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text("error_code")).isEqualTo("APIGW.0301");
	}

	@Test
	void refusesDatesThatAreOffWithoutCountingThem() {
		Signer key = key("SKEWAK", "PARTNER", "DISTRIBUTOR");
		Instant now = this.clock.instant();
		for (int attempt = 0; attempt < 8; attempt++) {
			Map<String, String> headers = key.sign(now.minus(Duration.ofMinutes(16)), "GET", COUPONS + "/", "",
					Map.of(), NOTHING);
			Wire.Answer answer = send("GET", COUPONS, headers, "");
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.text("error_msg")).contains("X-Sdk-Date");
		}

		assertThat(get(key, COUPONS).status()).isEqualTo(200);
	}

	@Test
	void locksAfterSixFailuresForThatAddressOnly() {
		Signer right = key("LOCKAK", "PARTNER", "DISTRIBUTOR");
		Signer wrong = new Signer("LOCKAK", "guess");
		for (int failure = 0; failure < 6; failure++) {
			assertThat(get(wrong, COUPONS).text("error_msg")).endsWith("verify aksk signature fail");
		}

		assertThat(get(right, COUPONS).text("error_msg")).endsWith("AK access failed to reach the limit,forbidden");
		assertThat(signed(right, "127.0.0.2", "GET", COUPONS, "", Map.of()).status()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(get(right, COUPONS).status()).isEqualTo(200);
	}

	@Test
	void forgetsFailuresAfterSuccess() {
		Signer right = key("RESETAK", "PARTNER", "DISTRIBUTOR");
		Signer wrong = new Signer("RESETAK", "guess");
		for (int round = 0; round < 3; round++) {
			for (int failure = 0; failure < 5; failure++) {
				assertThat(get(wrong, COUPONS).status()).isEqualTo(401);
			}
			assertThat(get(right, COUPONS).status()).isEqualTo(200);
			this.clock.advance(Duration.ofSeconds(1));
		}
	}

	@Test
	void refusesReplaysOfCommands() {
		Map<String, String> headers = DISTRIBUTOR.sign(this.clock.instant(), "POST", COUPONS + "/", "", Map.of(),
				"{}".getBytes(StandardCharsets.UTF_8));

		assertThat(send("POST", COUPONS, headers, "{}").status()).isEqualTo(200);
		this.clock.advance(Duration.ofMillis(1999));
		assertThat(send("POST", COUPONS, headers, "{}").status()).isEqualTo(200);
		this.clock.advance(Duration.ofMillis(1));
		int sent = COUPON.received().size();
		Wire.Answer replay = send("POST", COUPONS, headers, "{}");
		assertThat(replay.status()).isEqualTo(401);
		assertThat(replay.text("error_code")).isEqualTo("APIGW.0301");
		assertThat(COUPON.received()).hasSize(sent);
		this.clock.advance(Duration.ofMinutes(14));
		assertThat(send("POST", COUPONS, headers, "{}").status()).isEqualTo(401);
	}

	@Test
	void letsQueriesAndSignedKeysRepeat() {
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		Map<String, String> query = DISTRIBUTOR.sign(this.clock.instant(), "POST", QUOTAS + "/", "", Map.of(), body);
		Map<String, String> keyed = DISTRIBUTOR.sign(this.clock.instant(), "POST", COUPONS + "/", "",
				Map.of("idempotency-key", "k-1"), body);
		for (int repeat = 0; repeat < 3; repeat++) {
			assertThat(send("POST", QUOTAS, query, "{}").status()).isEqualTo(200);
			assertThat(send("POST", COUPONS, keyed, "{}").status()).isEqualTo(200);
			assertThat(COUPON.last().header("Idempotency-Key")).isEqualTo("k-1");
			this.clock.advance(Duration.ofSeconds(5));
		}
	}

	@Test
	void unsignedIdempotencyKeyDoesNotExcuseReplays() {
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		Map<String, String> headers = DISTRIBUTOR.sign(this.clock.instant(), "POST", COUPONS + "/", "", Map.of(), body);
		headers.put("Idempotency-Key", "attacker");
		send("POST", COUPONS, headers, "{}");
		this.clock.advance(Duration.ofSeconds(2));

		assertThat(send("POST", COUPONS, headers, "{}").status()).isEqualTo(401);
	}

	@Test
	@Tag("API-11")
	void keepsResellersOffTheVendorFace() {
		Signer reseller = key("RESELLERAK", "PARTNER", "RESELLER");

		Wire.Answer vendor = get(reseller, COUPONS);
		assertThat(vendor.status()).isEqualTo(403);
		assertThat(vendor.text("error_code")).isEqualTo("CBC.0151");
		assertThat(get(reseller, VOUCHERS).status()).isEqualTo(200);
	}

	@Test
	void knowsKeysOfCustomers() throws Exception {
		get(key("CUSTOMERAK", "CUSTOMER", "DISTRIBUTOR"), VOUCHERS);

		assertThat(claims(COUPON.last()).getStringClaim("kind")).isEqualTo("CUSTOMER");
		assertThat(claims(COUPON.last()).getStringClaim("customer")).isEqualTo(TENANT);
		assertThat(claims(COUPON.last()).getStringClaim("tenant")).isNull();
	}

	@Test
	void letsCustomersReadServiceTypes() throws Exception {
		String path = "/v2/products/service-types";
		COUPON.answers(path, "{\"total_count\":0}");

		assertThat(get(key("READERAK", "CUSTOMER", "DISTRIBUTOR"), path).status()).isEqualTo(200);
		assertThat(claims(COUPON.last()).getStringClaim("kind")).isEqualTo("CUSTOMER");
		assertThat(get(key("RESELLERREADERAK", "PARTNER", "RESELLER"), path).status()).isEqualTo(403);
	}

	@Test
	void doesNothingWithoutTheSharedStore() throws SQLException {
		int sent = COUPON.received().size();
		allowConnections(false);
		try {
			Wire.Answer answer = signed(DISTRIBUTOR, "127.0.0.1", "POST", COUPONS, "{\"n\":1}", Map.of());

			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.header("Retry-After")).isEqualTo("2");
			assertThat(COUPON.received()).hasSize(sent);
		}
		finally {
			allowConnections(true);
		}
	}

	private static void allowConnections(boolean allowed) throws SQLException {
		String name = DATABASE.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
		try (Connection admin = DriverManager.getConnection(DATABASE.replace("/" + name + "?", "/postgres?"));
				Statement statement = admin.createStatement()) {
			for (String sql : List.of("alter database " + name + " allow_connections " + allowed,
					"select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'")) {
				statement.execute(sql);
			}
		}
	}

}
