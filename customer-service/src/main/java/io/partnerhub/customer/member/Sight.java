package io.partnerhub.customer.member;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of his partner a caller sees: an account manager his own, a supervisor
 * exactly those of his team, everybody else all (ORG-05, I-31). It is a condition inside
 * the query, so that nothing foreign is ever read.
 */
public record Sight(UUID owner, DataScope scope, @Nullable UUID member) {

	public static Sight of(Caller caller) {
		return new Sight(caller.owner(), caller.scope(), caller.memberId());
	}

	/** Everything of a partner. */
	public static Sight all(UUID owner) {
		return new Sight(owner, DataScope.ALL, null);
	}

	/** The condition on the rows of the table with the given alias. */
	public String on(String alias) {
		String owned = alias + ".owner_partner_id = :owner\n";
		return switch (this.scope) {
			case ALL -> owned;
			case OWN -> owned + "and " + alias + ".account_manager_id = :member\n";
			case TEAM -> owned + "and " + alias + """
					.account_manager_id in (
					    select m.member_id from known_member m
					    where m.owner_partner_id = :owner and m.supervisor_id = :member)
					""";
		};
	}

	/**
	 * The condition on rows that name their partner themselves, and their account manager
	 * only in the link beside them.
	 */
	public String on(String alias, String link) {
		String owned = alias + ".owner_partner_id = :owner\n";
		return (this.scope == DataScope.ALL) ? owned : owned + "and " + on(link);
	}

	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("owner", this.owner);
		if (this.member != null) {
			parameters.put("member", this.member);
		}
		else if (this.scope != DataScope.ALL) {
			throw new IllegalStateException("a caller who sees less than all is a person");
		}
		return parameters;
	}

}
