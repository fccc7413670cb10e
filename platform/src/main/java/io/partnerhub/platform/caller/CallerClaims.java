package io.partnerhub.platform.caller;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jwt.JWTClaimsSet;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** How a {@link Caller} stands in the claims of an internal token. */
final class CallerClaims {

	private CallerClaims() {
	}

	static void write(Caller caller, JWTClaimsSet.Builder claims) {
		claims.subject(caller.subject())
			.claim("kind", caller.kind().name())
			.claim("tenant", text(caller.partnerId()))
			.claim("partner", text(caller.ownerPartnerId()))
			.claim("type", (caller.partnerType() != null) ? caller.partnerType().name() : null)
			.claim("member", text(caller.memberId()))
			.claim("customer", text(caller.customerId()))
			.claim("roles", names(caller.roles()))
			.claim("permissions", names(caller.permissions()))
			.claim("scope", caller.scope().name())
			.claim("login_issuer", caller.issuer())
			.claim("login_subject", caller.identity())
			.claim("email", caller.email())
			.claim("opened_at", (caller.openedAt() != null) ? caller.openedAt().getEpochSecond() : null)
			.claim("code_required", caller.codeRequired() ? true : null);
	}

	static Caller read(Jwt token) {
		String type = token.getClaimAsString("type");
		return new Caller(Caller.Kind.valueOf(required(token, "kind")), required(token, "sub"), id(token, "tenant"),
				id(token, "partner"), (type != null) ? PartnerType.valueOf(type) : null, id(token, "member"),
				id(token, "customer"), set(token, "roles", Role::valueOf),
				set(token, "permissions", Permission::valueOf), DataScope.valueOf(required(token, "scope")),
				token.getClaimAsString("login_issuer"), token.getClaimAsString("login_subject"),
				token.getClaimAsString("email"), token.getClaimAsInstant("opened_at"),
				Boolean.TRUE.equals(token.getClaimAsBoolean("code_required")));
	}

	private static String required(Jwt token, String claim) {
		return Objects.requireNonNull(token.getClaimAsString(claim), claim);
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	private static List<String> names(Collection<? extends Enum<?>> values) {
		return values.stream().map(Enum::name).sorted().toList();
	}

	private static @Nullable UUID id(Jwt token, String claim) {
		String value = token.getClaimAsString(claim);
		return (value != null) ? UUID.fromString(value) : null;
	}

	private static <T> Set<T> set(Jwt token, String claim, Function<String, T> value) {
		List<String> names = token.getClaimAsStringList(claim);
		return (names != null) ? names.stream().map(value).collect(Collectors.toUnmodifiableSet()) : Set.of();
	}

}
