package io.partnerhub.gateway.identity;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A person of a partner or of the vendor, as partner-program-service knows him (ORG-01):
 * an operator of the vendor has neither partner nor roles. Whether critical operations
 * ask for a code is a setting of the partner.
 */
record Member(Caller.Kind kind, String login, @Nullable UUID partnerId, @Nullable UUID ownerPartnerId,
		@Nullable PartnerType partnerType, @Nullable UUID memberId, @Nullable Set<Role> roles,
		@Nullable Set<Permission> permissions, @Nullable DataScope scope, @Nullable Boolean codeRequired) {

	Caller caller() {
		if (this.kind == Caller.Kind.VENDOR) {
			return Caller.vendor(this.login);
		}
		return Caller
			.member(this.login, Objects.requireNonNull(this.partnerId), Objects.requireNonNull(this.ownerPartnerId),
					Objects.requireNonNull(this.partnerType), Objects.requireNonNull(this.memberId),
					(this.roles != null) ? Set.copyOf(this.roles) : Set.of(),
					(this.permissions != null) ? Set.copyOf(this.permissions) : Set.of(),
					(this.scope != null) ? this.scope : DataScope.OWN)
			.withCodeRequired(Boolean.TRUE.equals(this.codeRequired));
	}

}
