package io.partnerhub.platform.caller;

import java.time.Duration;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrustedKeysTests {

	private static final String HERE = "coupon-service";

	private final MovableClock clock = new MovableClock();

	private final JwtDecoder decoder = TrustedKeys.decoder(TestKeys.properties(HERE), HERE, this.clock);

	@Test
	void acceptsWhomTheGatewayCertifies() {
		String token = TestKeys.token(Caller.vendor("vera"), HERE, this.clock);
		assertThat(CallerClaims.read(this.decoder.decode(token))).isEqualTo(Caller.vendor("vera"));
	}

	@Test
	void acceptsAServiceAsItself() {
		String token = TestKeys.token(Caller.service("billing-service"), HERE, this.clock);
		assertThat(CallerClaims.read(this.decoder.decode(token)).is(Caller.Kind.SERVICE)).isTrue();
	}

	@Test
	void refusesATokenForAnotherService() {
		refuses(TestKeys.token(Caller.vendor("vera"), "billing-service", this.clock));
		refuses(signed("gateway", "gateway", claims("gateway").audience((String) null).build()));
	}

	@Test
	void refusesAnExpiredToken() {
		String token = TestKeys.token(Caller.vendor("vera"), HERE, this.clock);
		this.clock.advance(Duration.ofMinutes(7));
		refuses(token);
	}

	@Test
	void refusesATokenThatNeverExpires() {
		refuses(signed("gateway", "gateway", claims("gateway").expirationTime(null).build()));
	}

	@Test
	void refusesAKeyThatSignsInTheNameOfAnother() {
		assertThat(this.decoder.decode(signed("gateway", "gateway", claims("gateway").build()))).isNotNull();
		refuses(signed("customer-service", "customer-service", claims("gateway").build()));
		refuses(signed("customer-service", "gateway", claims("gateway").build()));
		refuses(signed("customer-service", "stranger", claims("stranger").build()));
	}

	@Test
	void refusesAServiceThatCertifiesAnybodyElse() {
		refuses(TestKeys.tokenBy("customer-service", Caller.vendor("vera"), HERE, this.clock));
		refuses(TestKeys.tokenBy("customer-service", Caller.anonymous(), HERE, this.clock));
		refuses(TestKeys.tokenBy("customer-service", Caller.service("billing-service"), HERE, this.clock));
		refuses(TestKeys.tokenBy("gateway", Caller.service("billing-service"), HERE, this.clock));
	}

	@Test
	void refusesUnsignedTokensAndOtherAlgorithms() throws JOSEException {
		refuses(new PlainJWT(claims("gateway").build()).serialize());
		byte[] publicKey = key("gateway").toECPublicKey().getEncoded();
		refuses(signed(new MACSigner(publicKey), JWSAlgorithm.HS256, "gateway", claims("gateway").build()));
		refuses("nonsense");
	}

	private void refuses(String token) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(token));
	}

	private JWTClaimsSet.Builder claims(String issuer) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer)
			.audience(HERE)
			.issueTime(Date.from(this.clock.instant()))
			.expirationTime(Date.from(this.clock.instant().plusSeconds(60)));
		CallerClaims.write(Caller.vendor("vera"), claims);
		return claims;
	}

	private static String signed(String signer, String kid, JWTClaimsSet claims) {
		try {
			return signed(new ECDSASigner(key(signer)), JWSAlgorithm.ES256, kid, claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(JWSSigner signer, JWSAlgorithm algorithm, String kid, JWTClaimsSet claims)
			throws JOSEException {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
		token.sign(signer);
		return token.serialize();
	}

	private static ECKey key(String name) {
		try {
			return ECKey.parse(
					TestKeys.properties(name).privateKey().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
		}
		catch (java.io.IOException | java.text.ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
