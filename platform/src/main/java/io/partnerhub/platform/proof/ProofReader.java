package io.partnerhub.platform.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.TokenProperties;
import org.jspecify.annotations.Nullable;

/**
 * Reads a proof by the key of the one issuer that is believed; whatever is not whole,
 * signed by another or meant for something else is none.
 */
final class ProofReader {

	private static final int LONGEST = 2000;

	private final TokenProperties keys;

	private volatile @Nullable JWSVerifier verifier;

	ProofReader(TokenProperties keys) {
		this.keys = keys;
	}

	Optional<Proof> read(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			SignedJWT token = SignedJWT.parse(text);
			boolean good = JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
					&& Proof.ISSUER.equals(token.getHeader().getKeyID()) && token.verify(verifier());
			return good ? proof(token.getJWTClaimsSet()) : Optional.empty();
		}
		catch (ParseException | JOSEException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Proof> proof(JWTClaimsSet claims) throws ParseException {
		String holder = claims.getSubject();
		String operation = claims.getStringClaim(Proof.OPERATION);
		Optional<UUID> id = Optional.ofNullable(claims.getJWTID()).flatMap(Ids::parse);
		Optional<Instant> expiresAt = Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
		boolean whole = id.isPresent() && expiresAt.isPresent() && holder != null && operation != null
				&& Proof.ISSUER.equals(claims.getIssuer()) && List.of(Proof.AUDIENCE).equals(claims.getAudience());
		return whole ? Optional.of(new Proof(id.get(), holder, operation, expiresAt.get())) : Optional.empty();
	}

	/** Made when first needed: most services start without ever reading a proof. */
	private JWSVerifier verifier() throws JOSEException, ParseException {
		JWSVerifier made = this.verifier;
		if (made == null) {
			made = new ECDSAVerifier(key().toECKey());
			this.verifier = made;
		}
		return made;
	}

	private JWK key() throws ParseException {
		try {
			JWK key = JWKSet.parse(this.keys.trustedKeys().getContentAsString(StandardCharsets.UTF_8))
				.getKeyByKeyId(Proof.ISSUER);
			if (key == null) {
				throw new IllegalStateException("partnerhub.tokens.trusted-keys has no key of " + Proof.ISSUER);
			}
			return key;
		}
		catch (IOException ex) {
			throw new IllegalStateException("partnerhub.tokens.trusted-keys is not readable", ex);
		}
	}

}
