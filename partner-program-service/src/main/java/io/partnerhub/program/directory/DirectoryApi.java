package io.partnerhub.program.directory;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.program.credential.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Look-ups of the gateway. Whoever is not a vendor operator or an active member created
 * in the hub is unknown here (ORG-01). A frozen partner's people and keys stay known:
 * what they may still do is decided where they do it.
 */
@RestController
class DirectoryApi {

	private final Directory directory;

	DirectoryApi(Directory directory) {
		this.directory = directory;
	}

	@GetMapping("/internal/members")
	KnownLogin member(@RequestParam String issuer, @RequestParam String subject) {
		return this.directory.login(issuer, subject).orElseThrow(() -> Problem.notFound("login"));
	}

	@GetMapping("/internal/credentials/{accessKey}")
	KnownKey credential(@PathVariable String accessKey) {
		return this.directory.key(accessKey).orElseThrow(() -> Problem.notFound("access key"));
	}

	/**
	 * Whom a login stands for, and whether its critical operations ask for a code;
	 * a vendor operator has a name only.
	 */
	record KnownLogin(Kind kind, String login, @Nullable UUID partnerId, @Nullable UUID ownerPartnerId,
			@Nullable PartnerType partnerType, @Nullable UUID memberId, @Nullable Set<Role> roles,
			@Nullable Set<Permission> permissions, @Nullable DataScope scope, @Nullable Boolean codeRequired) {

		static KnownLogin vendor(String login) {
			return new KnownLogin(Kind.VENDOR, login, null, null, null, null, null, null, null, null);
		}

	}

	/** Whom an access key stands for, and the secret that proves it. */
	record KnownKey(String accessKey, Secret secret, Kind kind, @Nullable UUID partnerId, @Nullable UUID ownerPartnerId,
			@Nullable PartnerType partnerType, @Nullable UUID customerId, Set<Permission> permissions, String state) {
	}

	/** On whose side somebody stands. */
	enum Kind {

		VENDOR, PARTNER, CUSTOMER

	}

}
