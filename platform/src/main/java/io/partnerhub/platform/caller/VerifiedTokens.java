package io.partnerhub.platform.caller;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were verified, by their whole text, as checking a signature costs
 * more than many a request. A remembered token counts until the moment it expires, which
 * is looked up at every use; what was refused is never remembered.
 */
final class VerifiedTokens implements JwtDecoder {

	/** Some 20 MB at most. */
	private static final int LIMIT = 10_000;

	private final JwtDecoder decoder;

	private final Clock clock;

	private final Map<String, Jwt> verified = new ConcurrentHashMap<>();

	VerifiedTokens(JwtDecoder decoder, Clock clock) {
		this.decoder = decoder;
		this.clock = clock;
	}

	@Override
	public Jwt decode(String token) {
		Jwt known = this.verified.get(token);
		if (known != null && valid(known)) {
			return known;
		}
		Jwt read = this.decoder.decode(token);
		if (this.verified.size() >= LIMIT) {
			this.verified.clear();
		}
		this.verified.put(token, read);
		return read;
	}

	private boolean valid(Jwt token) {
		Instant now = this.clock.instant();
		Instant begin = (token.getNotBefore() != null) ? token.getNotBefore() : token.getIssuedAt();
		return token.getExpiresAt() != null && now.isBefore(token.getExpiresAt())
				&& (begin == null || !now.isBefore(begin));
	}

}
