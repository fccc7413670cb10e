package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.association.Association;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in a request: the customer himself, or an administrator of his partner and
 * nobody else of it (DIS-01).
 *
 * @param proof of a verification code, where he has shown one
 */
record Actor(Side side, UUID id, Caller caller, @Nullable String proof) {

	static Actor of(Caller caller) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return new Actor(Side.CUSTOMER, caller.customer(), caller, null);
		}
		UUID owner = caller.owner();
		if (!caller.may(Permission.END_RELATIONS)) {
			throw Problem.forbidden("ADMIN_ONLY", "Only an administrator may end a relation or answer a request.");
		}
		return new Actor(Side.PARTNER, owner, caller, null);
	}

	/** Only a distributor moves customers between its resellers (DIS-14). */
	static Actor distributor(Caller caller) {
		UUID owner = caller.owner();
		if (caller.partnerType() != PartnerType.DISTRIBUTOR || !owner.equals(caller.tenant())) {
			throw Problem.forbidden("ACCESS_DENIED", "Only a distributor may move customers between its resellers.");
		}
		return of(caller);
	}

	Actor showing(@Nullable String proof) {
		return new Actor(this.side, this.id, this.caller, proof);
	}

	String name() {
		return this.caller.subject();
	}

	boolean takesPartIn(Association link) {
		return this.id.equals((this.side == Side.CUSTOMER) ? link.customerId() : link.ownerPartnerId());
	}

	/** A distributor may move whoever is a customer inside its tenant. */
	boolean mayAsk(RequestKind kind, Association link) {
		return (kind == RequestKind.TRANSFER) ? this.id.equals(link.partnerId()) : takesPartIn(link);
	}

	boolean takesPartIn(Request request) {
		return this.id.equals(request.requester())
				|| this.id.equals((this.side == Side.CUSTOMER) ? request.customerId() : request.ownerPartnerId());
	}

}
