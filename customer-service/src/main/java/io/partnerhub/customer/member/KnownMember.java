package io.partnerhub.customer.member;

import java.util.UUID;

/** A partner's person; customers can be given to active account managers (ASG-07). */
record KnownMember(UUID memberId, boolean accountManager, boolean active) {

	boolean canManage() {
		return this.active && this.accountManager;
	}

}
