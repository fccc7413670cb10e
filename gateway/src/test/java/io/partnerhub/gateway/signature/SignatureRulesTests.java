package io.partnerhub.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("API-02")
class SignatureRulesTests {

	private static final String SIGNATURE = "0".repeat(64);

	private static final Instant NOW = Instant.parse("2026-11-22T06:39:43Z");

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer x", "SDK-HMAC-SM3 Access=A, SignedHeaders=host, Signature=",
			"SDK-ECDSA-P256-SHA256 Access=A, SignedHeaders=host, Signature=",
			"SDK-SM2-SM3 Access=A, SignedHeaders=host, Signature=",
			"V11-HMAC-SHA256 Access=A, SignedHeaders=host, Signature=",
			"SDK-HMAC-SHA256 Access=A;B, SignedHeaders=host, Signature=",
			"SDK-HMAC-SHA256 Access=A, SignedHeaders=Host, Signature=" })
	void refusesOtherAlgorithmsAndForms(String start) {
		assertThat(SignatureHeader.parse(start + SIGNATURE)).isEmpty();
	}

	@Test
	void refusesSignaturesThatAreNoLowerCaseHex() {
		String start = "SDK-HMAC-SHA256 Access=A, SignedHeaders=host, Signature=";

		assertThat(SignatureHeader.parse(start + "A".repeat(64))).isEmpty();
		assertThat(SignatureHeader.parse(start + "a".repeat(63))).isEmpty();
		assertThat(SignatureHeader.parse(start + "a".repeat(64))).isPresent();
	}

	@Test
	void requiresHostAndDateToBeSigned() {
		assertThat(SignatureRules.coversHostAndDate(header("host;x-sdk-date"))).isTrue();
		assertThat(SignatureRules.coversHostAndDate(header("x-sdk-date"))).isFalse();
		assertThat(SignatureRules.coversHostAndDate(header("host;user-agent"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "20261122T063943Z, true", "20261122T062443Z, true", "20261122T065443Z, true",
			"20261122T062442Z, false", "20261122T065444Z, false", "2026-11-22T06:39:43Z, false",
			"20261322T063943Z, false", "'', false" })
	void toleratesQuarterOfAnHourOfSkew(String date, boolean timely) {
		assertThat(SignatureRules.timely(date, NOW)).isEqualTo(timely);
	}

	@Test
	void takesEitherOrderOfRepeatedValues() {
		assertThat(CanonicalQuery.forms("types=2&limit=1&types=1")).containsExactly("limit=1&types=2&types=1",
				"limit=1&types=1&types=2");
		assertThat(CanonicalQuery.forms("b&a=~%2A*")).containsExactly("a=~%2A%2A&b=");
		assertThat(CanonicalQuery.forms(null)).containsExactly("");
	}

	@Test
	void refusesUnsignedPayloadAndForeignHash() {
		Map<String, String> headers = new HashMap<>(Map.of("host", "h", "x-sdk-date", "20261122T063943Z"));
		ReceivedRequest request = request("POST", "/v2/x", headers);

		assertThat(CanonicalRequest.forms(request, header("host;x-sdk-date"))).hasSize(1);
		headers.put("x-sdk-content-sha256", "UNSIGNED-PAYLOAD");
		assertThat(CanonicalRequest.forms(request, header("host;x-sdk-date"))).isEmpty();
		headers.put("x-sdk-content-sha256", Hashes.sha256("other".getBytes(StandardCharsets.UTF_8)));
		assertThat(CanonicalRequest.forms(request, header("host;x-sdk-date"))).isEmpty();
		headers.put("x-sdk-content-sha256", Hashes.sha256("body".getBytes(StandardCharsets.UTF_8)));
		assertThat(CanonicalRequest.forms(request, header("host;x-sdk-date"))).hasSize(1);
	}

	@Test
	void refusesMissingSignedHeaders() {
		ReceivedRequest request = request("GET", "/v2/x", Map.of("host", "h", "x-sdk-date", "20261122T063943Z"));

		assertThat(CanonicalRequest.forms(request, header("host;x-language;x-sdk-date"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /v2/partners/coupon-quotas, false", "POST, /v2/partners/coupon-quotas/query, false",
			"POST, /v2/accounts/customer-accounts/balances/batch-query, false",
			"POST, /v2/partners/sub-customers/users/check-identity, false", "POST, /v2/partners/sub-customers, true",
			"PUT, /v2/orders/customer-orders/cancel, true", "DELETE, /api/v1/members/1, true",
			"POST, /api/v1/vouchers/query, true" })
	void knowsWhatReplayCouldDoTwice(String method, String path, boolean replayable) {
		assertThat(SignatureRules.replayable(request(method, path, Map.of()), header("host;x-sdk-date")))
			.isEqualTo(replayable);
	}

	@Test
	void trustsOnlySignedIdempotencyKeys() {
		ReceivedRequest request = request("POST", "/v2/x", Map.of("idempotency-key", "k"));

		assertThat(SignatureRules.replayable(request, header("host;idempotency-key;x-sdk-date"))).isFalse();
		assertThat(SignatureRules.replayable(request, header("host;x-sdk-date"))).isTrue();
	}

	private static SignatureHeader header(String signed) {
		return new SignatureHeader("A", signed, SIGNATURE);
	}

	private static ReceivedRequest request(String method, String path, Map<String, String> headers) {
		return new ReceivedRequest(method, path, null, headers::get, () -> "body".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void namesSignedHeadersInTheirOrder() {
		assertThat(header("x-sdk-date;host").names()).isEqualTo(List.of("x-sdk-date", "host"));
	}

}
