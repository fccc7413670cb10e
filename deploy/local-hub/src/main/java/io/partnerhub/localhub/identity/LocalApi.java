package io.partnerhub.localhub.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What only the launcher of this hub may ask: make a login, and get a token for one
 * without its password.
 */
@RestController
@RequestMapping("/local")
class LocalApi {

	private final Users users;

	private final JwtEncoder encoder;

	private final IdentitySettings settings;

	private final Clock clock;

	LocalApi(Users users, JwtEncoder encoder, IdentitySettings settings, Clock clock) {
		this.users = users;
		this.encoder = encoder;
		this.settings = settings;
		this.clock = clock;
	}

	/** A login that exists already stays as it is. */
	@PostMapping("/users")
	Login addUser(@RequestHeader("X-Local-Secret") String secret, @RequestBody NewUser user) {
		require(secret);
		UUID id = (user.subject() != null) ? user.subject() : Ids.next();
		List<String> mistakes = this.users.register(id, user.username(), user.email(), user.password());
		return this.users.find(user.username())
			.map((known) -> new Login(known.id(), this.settings.issuer(), known.username(), known.email()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, String.join(" ", mistakes)));
	}

	@PostMapping("/tokens")
	Token token(@RequestHeader("X-Local-Secret") String secret, @RequestBody TokenOrder order) {
		require(secret);
		User user = this.users.find(order.username())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such user"));
		return new Token(this.encoder
			.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims(user)))
			.getTokenValue());
	}

	private JwtClaimsSet claims(User user) {
		Instant now = this.clock.instant();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.issuer(this.settings.issuer())
			.audience(List.of(IdentitySettings.CLIENT))
			.id(Ids.next().toString())
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(this.settings.tokenLife()))
			.claim("scope", List.of("openid", "profile", "email"));
		TokenClaims.write(user, claims);
		return claims.build();
	}

	private void require(String secret) {
		if (!MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8),
				this.settings.localSecret().getBytes(StandardCharsets.UTF_8))) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
	}

	record NewUser(@Nullable UUID subject, String username, String email, String password) {
	}

	record Login(UUID subject, String issuer, String username, String email) {
	}

	record TokenOrder(String username) {
	}

	record Token(String token) {
	}

}
