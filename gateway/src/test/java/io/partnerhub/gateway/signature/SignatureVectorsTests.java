package io.partnerhub.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The vendor's own signer made these signatures; each must fit, and not fit anything
 * else.
 */
@Tag("API-02")
class SignatureVectorsTests {

	private static final String SECRET = "partner-secret-0001";

	private static final Map<String, String> HEADERS = Map.of("host", "127.0.0.1:8080", "x-sdk-date",
			"20261122T063943Z", "user-agent", "vector/1.0", "x-domain-id", "0123456789abcdef", "x-language", "zh_CN");

	@ParameterizedTest
	@CsvSource(nullValues = "-", quoteCharacter = '"',
			textBlock = """
					GET, /v2/accounts/partner-accounts/balances, -, -, host;user-agent;x-sdk-date, 5b53be08b8e0ebd05f0b5e536b6da85373d45457f37a27b13fff935fe9a3e669
					GET, /v2/promotions/benefits/partner-coupons/records/query, operation_types=2&operation_types=1&limit=100, -, host;user-agent;x-sdk-date, 9da2032392d6643d49f766e19dca016cd44545af3993d8ac8391137dccf8717d
					GET, /v2/orders/customer-orders, order_id=a%20b%2Bc%252F%2F%7E*%26%3D%E4%B8%AD%E6%96%87, -, host;user-agent;x-sdk-date, 71a47840e4ce475872079dc461f8186f93b1327816ad211e4ff0ff7434460606
					GET, /v2/orders/customer-orders, order_id=a%20b%2bc%252F/~%2A%26%3d%e4%b8%ad%e6%96%87, -, host;user-agent;x-sdk-date, 71a47840e4ce475872079dc461f8186f93b1327816ad211e4ff0ff7434460606
					POST, /v2/partners/sub-customers/query, -, "{""limit"":10,""offset"":0}", host;user-agent;x-sdk-date, 5b01cf824b34e2071932aa9d8fe621a5b1aff216c4986acc36067b79d1202439
					GET, /v2/orders/customer-orders/details/CS1, limit=100, -, host;user-agent;x-domain-id;x-language;x-sdk-date, 7c7eec77a7791a6375c24825dbdd91cec16de8880fd548f10357deab9bb3d4f5
					""")
	void fitsWhatTheVendorsClientSigned(String method, String path, @Nullable String query, @Nullable String body,
			String signed, String signature) {
		SignatureHeader header = SignatureHeader
			.parse("SDK-HMAC-SHA256 Access=PARTNERAK0000000001A, SignedHeaders=" + signed + ", Signature=" + signature)
			.orElseThrow();
		ReceivedRequest request = request(method, path, query, body);

		assertThat(SignatureRules.fits(request, header, SECRET)).isTrue();
		assertThat(SignatureRules.fits(request, header, SECRET + "x")).isFalse();
		assertThat(SignatureRules.fits(request("DELETE", path, query, body), header, SECRET)).isFalse();
		assertThat(SignatureRules.fits(request(method, path + "x", query, body), header, SECRET)).isFalse();
		assertThat(SignatureRules.fits(request(method, path, "more=1", body), header, SECRET)).isFalse();
		assertThat(SignatureRules.fits(request(method, path, query, body + " "), header, SECRET)).isFalse();
	}

	private static ReceivedRequest request(String method, String path, @Nullable String query, @Nullable String body) {
		byte[] bytes = (body != null) ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
		return new ReceivedRequest(method, path, query, HEADERS::get, () -> bytes);
	}

}
