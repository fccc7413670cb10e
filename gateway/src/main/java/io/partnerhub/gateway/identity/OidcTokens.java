package io.partnerhub.gateway.identity;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.JWTParser;
import io.partnerhub.gateway.answer.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Accepts tokens of the configured providers only, and only while they are valid. Keys
 * that cannot be fetched are no reason to call a token wrong: 503.
 */
@Component
class OidcTokens {

	private static final int LIMIT = 16_384;

	/** Seconds since 1970, or an RFC 3339 time: when the account was opened (INV-06). */
	private static final String OPENED_AT = "registered_at";

	private final Map<String, JwtDecoder> decoders;

	OidcTokens(OidcProperties properties, Clock clock) {
		this.decoders = properties.issuers()
			.stream()
			.collect(Collectors.toMap(OidcProperties.Issuer::issuer, (issuer) -> IssuerKeys.decoder(issuer, clock)));
	}

	Login login(String token) {
		String issuer = issuer(token);
		JwtDecoder decoder = this.decoders.get(issuer);
		if (decoder == null) {
			throw Refusal.unauthenticated("The token's issuer is not known here.");
		}
		return login(issuer, decode(decoder, token));
	}

	private static Jwt decode(JwtDecoder decoder, String token) {
		try {
			return decoder.decode(token);
		}
		catch (JwtException ex) {
			if (keysMissing(ex)) {
				throw Refusal.unavailable("The identity provider's keys cannot be read at the moment.");
			}
			throw Refusal.unauthenticated("The token is not valid or has expired.");
		}
	}

	private static Login login(String issuer, Jwt token) {
		String subject = token.getSubject();
		if (subject == null || subject.isEmpty()) {
			throw Refusal.unauthenticated("The token names nobody.");
		}
		String name = token.getClaimAsString("preferred_username");
		boolean verified = Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"));
		return new Login(issuer, subject, (name != null) ? name : subject,
				verified ? token.getClaimAsString("email") : null, openedAt(token));
	}

	/** A claim that is no time says nothing. */
	private static @Nullable Instant openedAt(Jwt token) {
		try {
			return token.getClaimAsInstant(OPENED_AT);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String issuer(String token) {
		try {
			String issuer = (token.length() > LIMIT) ? null : JWTParser.parse(token).getJWTClaimsSet().getIssuer();
			return (issuer != null) ? issuer : "";
		}
		catch (ParseException | RuntimeException ex) {
			throw Refusal.unauthenticated("The token cannot be read.");
		}
	}

	private static boolean keysMissing(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch(KeySourceException.class::isInstance);
	}

}
