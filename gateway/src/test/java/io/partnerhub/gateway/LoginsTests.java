package io.partnerhub.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("ORG-01")
class LoginsTests extends GatewayTest {

	private static final String VOUCHERS = "/api/v1/vouchers";

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private static final String WHO = "?issuer=http%3A%2F%2Fidentity.example&subject=";

	@BeforeAll
	static void services() {
		COUPON.answers(VOUCHERS, "{}");
		COUPON.answers(COUPONS, "{}");
		CUSTOMER.answers("/api/v1/invitations/by-token/abc", "{}");
		PROGRAM.answers("/internal/members" + WHO + "amy", """
				{"kind":"PARTNER","login":"amy@d","partnerId":"%s","ownerPartnerId":"%s","partnerType":"DISTRIBUTOR",
				"memberId":"%s","roles":["ACCOUNT_MANAGER"],"permissions":["VIEW_CUSTOMERS"],"scope":"OWN"}
				""".formatted(TENANT, TENANT, TENANT));
		PROGRAM.answers("/internal/members" + WHO + "vera", "{\"kind\":\"VENDOR\",\"login\":\"vera\"}");
		CUSTOMER.answers("/internal/customers" + WHO + "carl",
				"{\"customerId\":\"" + TENANT + "\",\"accountName\":\"carl-account\"}");
	}

	@Test
	void knowsMembersWithRolesAndScope() throws Exception {
		assertThat(bearer("GET", VOUCHERS, token("amy"), Map.of()).status()).isEqualTo(200);

		JWTClaimsSet claims = claims(COUPON.last());
		assertThat(claims.getStringClaim("kind")).isEqualTo("PARTNER");
		assertThat(claims.getSubject()).isEqualTo("amy@d");
		assertThat(claims.getStringListClaim("roles")).containsExactly("ACCOUNT_MANAGER");
		assertThat(claims.getStringClaim("scope")).isEqualTo("OWN");
		assertThat(claims.getStringClaim("member")).isEqualTo(TENANT);
		assertThat(claims.getStringClaim("login_subject")).isEqualTo("amy");
	}

	@Test
	void knowsTheVendorsOperators() throws Exception {
		bearer("GET", VOUCHERS, token("vera"), Map.of());

		assertThat(claims(COUPON.last()).getStringClaim("kind")).isEqualTo("VENDOR");
		assertThat(claims(COUPON.last()).getStringClaim("scope")).isEqualTo("ALL");
	}

	@Test
	void knowsCustomers() throws Exception {
		bearer("GET", VOUCHERS, token("carl"), Map.of());

		assertThat(claims(COUPON.last()).getStringClaim("kind")).isEqualTo("CUSTOMER");
		assertThat(claims(COUPON.last()).getSubject()).isEqualTo("carl-account");
	}

	@Test
	void takesStrangersForCustomersSoonAfterTheyBecameOne() throws Exception {
		String token = ISSUER.token(TestIssuer.NAME, "newcomer", in(Duration.ofHours(1)),
				Map.of("preferred_username", "newton", "email", "n@example.org", "email_verified", true), ISSUER.key());
		bearer("GET", VOUCHERS, token, Map.of());
		assertThat(claims(COUPON.last()).getStringClaim("kind")).isEqualTo("IDENTITY");
		assertThat(claims(COUPON.last()).getSubject()).isEqualTo("newton");
		assertThat(claims(COUPON.last()).getStringClaim("email")).isEqualTo("n@example.org");
		CUSTOMER.answers("/internal/customers" + WHO + "newcomer",
				"{\"customerId\":\"" + TENANT + "\",\"accountName\":\"newton\"}");

		Awaitility.await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> {
			bearer("GET", VOUCHERS, token, Map.of());
			assertThat(claims(COUPON.last()).getStringClaim("kind")).isEqualTo("CUSTOMER");
		});
	}

	@Test
	void keepsUnverifiedAddressesToItself() throws Exception {
		bearer("GET", VOUCHERS, ISSUER.token(TestIssuer.NAME, "stranger", in(Duration.ofHours(1)),
				Map.of("email", "someone@else.org"), ISSUER.key()), Map.of());

		assertThat(claims(COUPON.last()).getStringClaim("email")).isNull();
	}

	@Test
	void refusesTokensThatDoNotHold() throws Exception {
		Instant later = in(Duration.ofHours(1));
		for (String token : new String[] { "", "nonsense", ISSUER.token("amy", in(Duration.ofHours(-1))),
				ISSUER.token("http://elsewhere.example", "amy", later, Map.of(), ISSUER.key()),
				ISSUER.token(TestIssuer.NAME, "amy", later, Map.of(), new RSAKeyGenerator(2048).keyID("k1").generate()),
				new PlainJWT(new JWTClaimsSet.Builder().issuer(TestIssuer.NAME).subject("amy").build()).serialize() }) {
			Wire.Answer front = bearer("GET", VOUCHERS, token, Map.of());
			assertThat(front.status()).isEqualTo(401);
			assertThat(front.text("code")).isEqualTo("UNAUTHENTICATED");
		}
		Wire.Answer vendor = bearer("GET", COUPONS, "nonsense", Map.of());
		assertThat(vendor.status()).isEqualTo(401);
		assertThat(vendor.text("error_code")).isEqualTo("CBC.0154");
		assertThat(vendor.header("Content-Type")).startsWith("application/json");
	}

	@Test
	void doesNotCallTokensWrongWhenKeysAreMissing() {
		String token = ISSUER.token("http://down.example", "amy", in(Duration.ofHours(1)), Map.of(), ISSUER.key());

		Wire.Answer answer = bearer("GET", VOUCHERS, token, Map.of());
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.find("Retry-After")).isPresent();
	}

	@Test
	void doesNotGuessWhenNobodySaysWhoSomebodyIs() {
		PROGRAM.answers("/internal/members" + WHO + "odd", "{\"kind\":\"NONSENSE\"}");

		Wire.Answer answer = bearer("GET", VOUCHERS, token("odd"), Map.of());
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.find("Retry-After")).isPresent();
	}

	@Test
	void opensInvitationsToAnybody() throws Exception {
		assertThat(send("GET", "/api/v1/invitations/by-token/abc", Map.of(), "").status()).isEqualTo(200);

		assertThat(claims(CUSTOMER.last()).getStringClaim("kind")).isEqualTo("ANONYMOUS");
		assertThat(send("POST", "/api/v1/invitations/by-token/abc", Map.of(), "").status()).isEqualTo(401);
		assertThat(send("GET", "/api/v1/invitations", Map.of(), "").text("code")).isEqualTo("UNAUTHENTICATED");
		assertThat(bearer("GET", "/api/v1/invitations/by-token/abc", "nonsense", Map.of()).status()).isEqualTo(401);
	}

	/** An ETag is the version of what may be changed, not of all that is shown. */
	@Test
	void asksServicesForWholeAnswersOnly() throws Exception {
		bearer("GET", VOUCHERS, token("amy"),
				Map.of("If-None-Match", "\"7\"", "If-Modified-Since", "Fri, 27 Nov 2026 08:00:00 GMT"));

		assertThat(COUPON.last().headers().keySet())
			.noneMatch((name) -> name.equalsIgnoreCase("If-None-Match") || name.equalsIgnoreCase("If-Modified-Since"));
	}

	@Test
	void dropsEveryHeaderThatClaimsAnIdentity() throws Exception {
		bearer("GET", VOUCHERS, token("amy"),
				Map.of("X-Auth-Token", "t", "X-Forwarded-User", "root", "X-Sdk-Date", "d", "X-Partner-Hub-Kind",
						"VENDOR", "X-Internal-Caller", "root", "X-Request-Id", "mine-mine-mine", "Cookie", "a=b",
						"If-Match", "\"7\"", "Accept-Language", "zh", "Idempotency-Key", "k"));

		StubService.Received received = COUPON.last();
		assertThat(received.headers().keySet()).noneMatch((name) -> name.toLowerCase(java.util.Locale.ROOT)
			.matches("x-auth.*|x-forwarded-[^f].*|x-sdk.*|x-partner-hub.*|x-internal.*|cookie"));
		assertThat(received.header("If-Match")).isEqualTo("\"7\"");
		assertThat(received.header("Accept-Language")).isEqualTo("zh");
		assertThat(received.header("Idempotency-Key")).isEqualTo("k");
		assertThat(received.header("X-Request-Id")).matches("[0-9a-f]{32}");
	}

	@Test
	void tellsServicesTheAddressItSawAndNoneThatIsClaimed() {
		Wire.Answer answer = Wire.send(this.port, "127.0.0.7", "GET", VOUCHERS,
				Map.of("Authorization", "Bearer " + token("amy"), "X-Forwarded-For", "203.0.113.9, 127.0.0.7",
						"Forwarded", "for=203.0.113.9", "X-Real-Ip", "203.0.113.9"),
				NOTHING);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(COUPON.last().header("X-Forwarded-For")).isEqualTo("127.0.0.7");
		assertThat(COUPON.last().headers().toString()).doesNotContain("203.0.113.9");
	}

	@ParameterizedTest
	@CsvSource({ "DISTRIBUTOR, ALL, 200", "SOLUTION_PROVIDER, ALL, 200", "DISTRIBUTOR, OWN, 403",
			"DISTRIBUTOR, TEAM, 403", "RESELLER, ALL, 403" })
	@Tag("API-11")
	void opensTheVendorFaceToWhoeverSeesAWholeFirstTierPartner(String type, String scope, int status) {
		String login = type + "-" + scope;
		PROGRAM.answers("/internal/members" + WHO + login, """
				{"kind":"PARTNER","login":"%s","partnerId":"%s","ownerPartnerId":"%s","partnerType":"%s",
				"memberId":"%s","roles":[],"permissions":["VIEW_CUSTOMERS"],"scope":"%s"}
				""".formatted(login, TENANT, TENANT, type, TENANT, scope));

		Wire.Answer answer = bearer("GET", COUPONS, token(login), Map.of());
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.text("error_code")).isEqualTo((status == 403) ? "CBC.0151" : "");
		assertThat(bearer("GET", VOUCHERS, token(login), Map.of()).status()).isEqualTo(200);
	}

	@Test
	@Tag("API-11")
	void opensTheVendorFaceToCustomers() {
		assertThat(bearer("GET", COUPONS, token("carl"), Map.of()).status()).isEqualTo(200);
	}

	private String token(String subject) {
		return ISSUER.token(subject, in(Duration.ofHours(1)));
	}

	private Instant in(Duration duration) {
		return this.clock.instant().plus(duration);
	}

}
