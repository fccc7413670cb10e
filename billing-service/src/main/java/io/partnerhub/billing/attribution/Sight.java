package io.partnerhub.billing.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a partner a caller sees: an account manager those of his own periods,
 * a supervisor those of his present team (ASG-12), everybody else all. It is a condition
 * inside the query, so that nothing foreign is ever read.
 */
public record Sight(Realm realm, DataScope scope, @Nullable UUID member) {

	/** A partner's caller who may see customers; anybody else is refused. */
	public static Sight of(Caller caller, Realm realm) {
		caller.require(Caller.Kind.PARTNER).require(Permission.VIEW_CUSTOMERS);
		return new Sight(realm, caller.scope(), caller.memberId());
	}

	/** The condition that follows one on the partner. */
	public String onManager(String column) {
		return switch (this.scope) {
			case ALL -> "";
			case OWN -> " and " + column + " = :member\n";
			case TEAM -> " and " + column + """
					 in (select m.member_id from known_member m
					     where m.owner_partner_id = :owner and m.supervisor_id = :member)
					""";
		};
	}

	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("owner", this.realm.ownerPartnerId());
		if (this.scope != DataScope.ALL) {
			if (this.member == null) {
				throw new IllegalStateException("a caller who sees less than all is a person");
			}
			parameters.put("member", this.member);
		}
		return parameters;
	}

}
