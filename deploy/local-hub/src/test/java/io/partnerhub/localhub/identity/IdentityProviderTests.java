package io.partnerhub.localhub.identity;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.partnerhub.localhub.demo.DemoLogins;
import io.partnerhub.localhub.engine.Postgres;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.HubKeys;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.home.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A person registers, logs in as a front end would let him, and gets a token that says
 * who he is.
 */
class IdentityProviderTests {

	@TempDir
	static Path folder;

	private static HubHome home;

	private static Postgres postgres;

	private static IdentityProvider identity;

	@BeforeAll
	static void start() {
		home = HubHome.open(folder);
		Ports ports = Ports.in(folder);
		postgres = new Postgres(home, ports.choose("postgres"), List.of(IdentityProvider.DATABASE), Progress.silent());
		postgres.start();
		int port = ports.choose("identity");
		ports.save();
		identity = new IdentityProvider(home, port, "http://127.0.0.1:" + port, postgres, Progress.silent());
		identity.start();
	}

	@AfterAll
	static void stop() {
		identity.stop();
		postgres.stop();
		home.close();
	}

	@Test
	void letsAPersonRegisterAndLogInWithCodeAndProofKey() throws Exception {
		Visitor ann = new Visitor(identity.url());
		HttpResponse<String> registered = ann.register("http://127.0.0.1:4711/accept?t=1", "Ann", "Ann@example.com");
		assertThat(registered.statusCode()).isEqualTo(303);
		assertThat(registered.headers().firstValue("Location")).contains("http://127.0.0.1:4711/accept?t=1");
		String code = ann.authorize("http://127.0.0.1:4711/callback", "ann");
		JWTClaimsSet claims = verified(ann.redeem(code, "http://127.0.0.1:4711/callback", Visitor.VERIFIER));
		assertThat(claims.getIssuer()).isEqualTo(identity.issuer());
		assertThat(claims.getStringClaim("preferred_username")).isEqualTo("ann");
		assertThat(claims.getStringClaim("email")).isEqualTo("ann@example.com");
		assertThat(claims.getBooleanClaim("email_verified")).isTrue();
		assertThat(claims.getDateClaim("exp").toInstant())
			.isEqualTo(claims.getDateClaim("iat").toInstant().plus(Duration.ofHours(12)));
	}

	@Test
	void knowsThePersonByTheSameSubjectAfterARestart() throws Exception {
		Visitor dora = new Visitor(identity.url());
		dora.register("/login", "dora", "dora@example.com");
		String before = verified(dora.localToken(HubKeys.localSecret(folder), "dora").body()).getSubject();
		identity.stop();
		identity.start();
		String after = verified(dora.localToken(HubKeys.localSecret(folder), "dora").body()).getSubject();
		assertThat(after).isEqualTo(before);
	}

	@Test
	void refusesACodeWithoutItsProof() throws Exception {
		Visitor eve = new Visitor(identity.url());
		eve.register("/login", "eve", "eve@example.com");
		String code = eve.authorize("http://127.0.0.1:4711/callback", "eve");
		assertThat(eve.token(code, "http://127.0.0.1:4711/callback", "another-verifier-".repeat(3)).statusCode())
			.isEqualTo(400);
	}

	@Test
	void refusesATakenNameAndBadData() throws Exception {
		Visitor visitor = new Visitor(identity.url());
		visitor.register("/login", "carl", "carl@example.com");
		assertThat(visitor.register("/login", "CARL", "other@example.com").body()).contains("registered already");
		assertThat(visitor.register("/login", "carl2", "Carl@example.com").body()).contains("registered already");
		assertThat(visitor.register("/login", "c", "nonsense").body()).contains("3 to 64", "not an e-mail");
	}

	@Test
	void sendsNobodyToAnotherMachineAfterRegistering() throws Exception {
		Visitor visitor = new Visitor(identity.url());
		for (String target : List.of("https://evil.example/", "//evil.example/", "javascript:alert(1)",
				"/\\evil.example")) {
			String user = "u" + Integer.toHexString(target.hashCode());
			URI location = URI.create(visitor.register(target, user, user + "@example.com")
				.headers()
				.firstValue("Location")
				.orElseThrow());
			assertThat(location.toString()).isEqualTo("/login?registered");
		}
	}

	@Test
	void givesTokensWithoutAPasswordToTheLauncherOnly() throws Exception {
		Visitor visitor = new Visitor(identity.url());
		visitor.register("/login", "fred", "fred@example.com");
		assertThat(visitor.localToken("guess", "fred").statusCode()).isEqualTo(403);
		assertThat(visitor.localToken(HubKeys.localSecret(folder), "nobody").statusCode()).isEqualTo(404);
		assertThat(verified(visitor.localToken(HubKeys.localSecret(folder), "fred").body()).getAudience())
			.containsExactly("hub-web");
	}

	@Test
	void opensAccountsForAShellOnce() throws Exception {
		Map<String, String> person = DemoLogins.in(folder).person("Gina");
		assertThat(person).containsEntry("PERSON_LOGIN", "gina");
		assertThat(DemoLogins.in(folder).person("gina")).containsEntry("PERSON_SUBJECT", person.get("PERSON_SUBJECT"));
		assertThat(SignedJWT.parse(person.get("PERSON_TOKEN")).getJWTClaimsSet().getSubject())
			.isEqualTo(person.get("PERSON_SUBJECT"));
		assertThatExceptionOfType(HubFailure.class).isThrownBy(() -> DemoLogins.in(folder).person("x"))
			.withMessageContaining("'x'");
	}

	private static JWTClaimsSet verified(String answer) throws Exception {
		SignedJWT token = SignedJWT
			.parse(Visitor.field(answer, answer.contains("access_token") ? "access_token" : "token"));
		assertThat(token.verify(new RSASSAVerifier(new HubKeys(home).identityKey()))).isTrue();
		return token.getJWTClaimsSet();
	}

}
