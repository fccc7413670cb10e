package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.association.Association;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/**
 * Who acts in a disassociation: the customer himself, or an administrator of his partner
 * and nobody else of it (DIS-01).
 */
record Actor(Side side, UUID id, String name) {

	static Actor of(Caller caller) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return new Actor(Side.CUSTOMER, caller.customer(), caller.subject());
		}
		UUID owner = caller.owner();
		if (!caller.may(Permission.END_RELATIONS)) {
			throw Problem.forbidden("ADMIN_ONLY", "Only an administrator may end a relation or answer a request.");
		}
		return new Actor(Side.PARTNER, owner, caller.subject());
	}

	boolean takesPartIn(Association link) {
		return this.id.equals((this.side == Side.CUSTOMER) ? link.customerId() : link.ownerPartnerId());
	}

	boolean takesPartIn(Request request) {
		return this.id.equals((this.side == Side.CUSTOMER) ? request.customerId() : request.ownerPartnerId());
	}

}
