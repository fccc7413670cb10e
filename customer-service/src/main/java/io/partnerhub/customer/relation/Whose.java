package io.partnerhub.customer.relation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.caller.Caller;

/**
 * Which requests a caller sees, as a condition inside the query: a customer his own, a
 * partner's people those about the customers they see, and a distributor all transfers
 * inside its tenant (DIS-14).
 */
record Whose(String condition, Map<String, Object> parameters) {

	static Whose of(Caller caller, RequestKind kind) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			UUID customer = caller.customer();
			return new Whose("d.customer_id = :customer\n", Map.of("customer", customer));
		}
		Sight sight = Sight
			.of(caller.may(Permission.END_RELATIONS) ? caller : caller.require(Permission.VIEW_CUSTOMERS));
		if (kind == RequestKind.TRANSFER && sight.scope() == DataScope.ALL && sight.owner().equals(caller.tenant())) {
			return new Whose("d.partner_id = :owner\n", sight.parameters());
		}
		return new Whose(sight.on("d", "a"), sight.parameters());
	}

}
