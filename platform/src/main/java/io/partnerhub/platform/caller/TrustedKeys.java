package io.partnerhub.platform.caller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Accepts the internal tokens of peers: ES256, signed by the configured key of the very
 * issuer they name, meant for this service and not expired. Only the gateway may certify
 * people and access keys; a service may certify nobody but itself.
 */
final class TrustedKeys {

	private static final String GATEWAY = "gateway";

	private TrustedKeys() {
	}

	static JwtDecoder decoder(TokenProperties properties, String audience, Clock clock) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(
				new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys(properties))));
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		JwtTimestampValidator time = new JwtTimestampValidator();
		time.setClock(clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				List.of(time, expiring(), issuedBySigner(), meantFor(audience), certifiedByTheRightOne())));
		return decoder;
	}

	private static JWKSet keys(TokenProperties properties) {
		try {
			return JWKSet.parse(properties.trustedKeys().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException | ParseException ex) {
			throw new IllegalStateException("partnerhub.tokens.trusted-keys is not a readable JWK set", ex);
		}
	}

	private static OAuth2TokenValidator<Jwt> expiring() {
		return (token) -> verdict(token.getExpiresAt() != null, "exp");
	}

	private static OAuth2TokenValidator<Jwt> issuedBySigner() {
		return (token) -> verdict(
				token.getHeaders().get("kid") instanceof String key && key.equals(token.getClaimAsString("iss")),
				"issuer");
	}

	private static OAuth2TokenValidator<Jwt> meantFor(String audience) {
		return (token) -> verdict(token.getAudience() != null && token.getAudience().contains(audience), "audience");
	}

	private static OAuth2TokenValidator<Jwt> certifiedByTheRightOne() {
		return (token) -> {
			String certifier = Caller.Kind.SERVICE.name().equals(token.getClaimAsString("kind")) ? token.getSubject()
					: GATEWAY;
			return verdict(Objects.equals(certifier, token.getClaimAsString("iss")), "kind");
		};
	}

	private static OAuth2TokenValidatorResult verdict(boolean good, String claim) {
		return good ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "wrong " + claim, null));
	}

}
