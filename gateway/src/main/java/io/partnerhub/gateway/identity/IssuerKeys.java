package io.partnerhub.gateway.identity;

import java.net.MalformedURLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks tokens of one provider: RS256 or ES256 by one of its published keys, its name, a
 * time of expiry that lies ahead, and the audience where one is required.
 */
final class IssuerKeys {

	private static final int TIMEOUT_MILLIS = 1000;

	private static final int SIZE_LIMIT = 256 * 1024;

	private static final long MINUTES_5 = 300_000;

	private static final long SECONDS_2 = 2000;

	private IssuerKeys() {
	}

	static JwtDecoder decoder(OidcProperties.Issuer issuer, Clock clock) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(
				new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys(issuer)));
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		decoder.setJwtValidator(validator(issuer, clock));
		return decoder;
	}

	/**
	 * Keys are fetched again every 5 minutes, and at most every 2 seconds for an unknown
	 * key id.
	 */
	private static JWKSource<SecurityContext> keys(OidcProperties.Issuer issuer) {
		try {
			return JWKSourceBuilder
				.create(issuer.jwks().toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, SIZE_LIMIT))
				.cache(MINUTES_5, 3L * TIMEOUT_MILLIS)
				.rateLimited(SECONDS_2)
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("partnerhub.gateway.oidc: no URL of keys: " + issuer.jwks(), ex);
		}
	}

	private static OAuth2TokenValidator<Jwt> validator(OidcProperties.Issuer issuer, Clock clock) {
		JwtTimestampValidator time = new JwtTimestampValidator();
		time.setClock(clock);
		List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>();
		rules.add(time);
		rules.add(new JwtIssuerValidator(issuer.issuer()));
		rules.add(new JwtClaimValidator<>(JwtClaimNames.EXP, (expiry) -> expiry != null));
		String audience = issuer.audience();
		if (audience != null) {
			rules.add(new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
					(found) -> found != null && found.contains(audience)));
		}
		return new DelegatingOAuth2TokenValidator<>(rules);
	}

}
