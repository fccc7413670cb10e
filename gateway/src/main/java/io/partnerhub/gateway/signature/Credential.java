package io.partnerhub.gateway.signature;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/** An access key with its secret, as partner-program-service keeps it. */
record Credential(String accessKey, String secret, Caller.Kind kind, @Nullable UUID partnerId,
		@Nullable UUID ownerPartnerId, @Nullable PartnerType partnerType, @Nullable UUID customerId,
		@Nullable Set<Permission> permissions, String state) {

	boolean active() {
		return this.state.equals("ACTIVE");
	}

	Caller caller() {
		if (this.kind == Caller.Kind.CUSTOMER) {
			return Caller.customer(this.accessKey, Objects.requireNonNull(this.customerId));
		}
		return Caller.key(this.accessKey, Objects.requireNonNull(this.partnerId),
				Objects.requireNonNull(this.ownerPartnerId), Objects.requireNonNull(this.partnerType),
				(this.permissions != null) ? Set.copyOf(this.permissions) : Set.of());
	}

	@Override
	public String toString() {
		return "Credential[" + this.accessKey + "]";
	}

}
