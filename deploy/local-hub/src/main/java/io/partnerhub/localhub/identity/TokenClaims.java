package io.partnerhub.localhub.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Every token tells who the person is: a subject that never changes, the login name, the
 * e-mail address, and since when there is the account.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Users users;

	TokenClaims(Users users) {
		this.users = users;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		Authentication principal = context.getPrincipal();
		if (principal != null) {
			this.users.find(principal.getName()).ifPresent((user) -> write(user, context.getClaims()));
		}
	}

	/** The provider is a local one: an address counts as verified without a mail. */
	static void write(User user, JwtClaimsSet.Builder claims) {
		claims.subject(user.id().toString())
			.claim("preferred_username", user.username())
			.claim("email", user.email())
			.claim("email_verified", true);
		if (user.registeredAt() != null) {
			claims.claim("registered_at", user.registeredAt().getEpochSecond());
		}
	}

}
