package io.partnerhub.customer.member;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A partner's person; customers can be given to active account managers (ASG-07).
 *
 * @param email where his codes and messages go, if he gave one
 * @param mobile in E.164, if he gave one
 */
public record KnownMember(UUID memberId, String loginName, boolean accountManager, boolean active,
		@Nullable String email, @Nullable String mobile) {

	boolean canManage() {
		return this.active && this.accountManager;
	}

}
