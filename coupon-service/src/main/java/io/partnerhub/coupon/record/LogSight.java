package io.partnerhub.coupon.record;

import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Whose records are seen: all of a partner's, or those of the customers of one
 * supervisor's team.
 *
 * @param team the supervisor, absent for all
 */
public record LogSight(UUID owner, @Nullable UUID team) {

	public LogSight(Caller caller) {
		this(caller.owner(), (caller.scope() == DataScope.TEAM) ? caller.memberId() : null);
	}

}
