package io.partnerhub.platform.caller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Signs internal tokens with the key of this process. A token names its caller, the one
 * service it is meant for, and lives 5 minutes; the same caller gets the same token for
 * 60 seconds.
 */
public final class InternalTokens {

	private static final Duration REUSE = Duration.ofSeconds(60);

	private static final int CACHE_LIMIT = 10_000;

	private final ECKey key;

	private final JWSSigner signer;

	private final Duration life;

	private final Clock clock;

	private final Map<CacheKey, Issued> issued = new ConcurrentHashMap<>();

	public InternalTokens(TokenProperties properties, Clock clock) {
		try {
			this.key = ECKey.parse(properties.privateKey().getContentAsString(StandardCharsets.UTF_8));
			this.signer = new ECDSASigner(this.key);
		}
		catch (IOException | ParseException | JOSEException ex) {
			throw new IllegalStateException("partnerhub.tokens.private-key is not a readable EC key", ex);
		}
		this.life = properties.life();
		this.clock = clock;
	}

	/** The name under which this process signs. */
	public String issuer() {
		return this.key.getKeyID();
	}

	/** A token of this process itself, for the internal interface of another service. */
	public String own(String audience) {
		return token(Caller.service(issuer()), audience);
	}

	public String token(Caller caller, String audience) {
		Instant now = this.clock.instant();
		if (this.issued.size() > CACHE_LIMIT) {
			this.issued.clear();
		}
		return this.issued.compute(new CacheKey(caller, audience),
				(cacheKey, old) -> (old != null && now.isBefore(old.at().plus(REUSE))) ? old
						: new Issued(sign(caller, audience, now), now))
			.token();
	}

	/** Signs whatever this process vouches for. */
	public String sign(JWTClaimsSet claims) {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(issuer()).build(), claims);
		try {
			token.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private String sign(Caller caller, String audience, Instant now) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer())
			.audience(audience)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.life)));
		CallerClaims.write(caller, claims);
		return sign(claims.build());
	}

	private record CacheKey(Caller caller, String audience) {
	}

	private record Issued(String token, Instant at) {
	}

}
