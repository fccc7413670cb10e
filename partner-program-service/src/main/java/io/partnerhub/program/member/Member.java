package io.partnerhub.program.member;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.program.contact.ContactRules;
import org.jspecify.annotations.Nullable;

/**
 * A person of a partner, created in the hub (ORG-01) and bound to one login of an
 * identity provider. The login name never changes (ORG-07); a person who left stays as an
 * inactive member.
 *
 * @param partnerId the tenant
 * @param ownerPartnerId the partner the person works for
 * @param supervisorId supervisor of an account manager (ORG-12)
 * @param email where the person's verification codes go, absent if nowhere
 * @param mobile the same as a text message, in E.164
 * @param version grows with every change
 */
public record Member(UUID id, UUID partnerId, UUID ownerPartnerId, String loginName, String displayName,
		Set<Role> roles, @Nullable UUID supervisorId, boolean active, String issuer, String subject,
		@Nullable String email, @Nullable String mobile, long version) {

	/** What a login name is made of: 1–64 letters, digits and . _ @ - */
	public static final String LOGIN_NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

	boolean administers() {
		return this.active && this.roles.contains(Role.SYSTEM_ADMIN);
	}

	boolean supervises() {
		return this.active && this.roles.contains(Role.ACCOUNT_MANAGER_SUPERVISOR);
	}

	Member changedTo(MemberChange change) {
		return new Member(this.id, this.partnerId, this.ownerPartnerId, this.loginName, change.displayName(),
				RoleRules.check(change.roles()), change.supervisorId(), this.active, this.issuer, this.subject,
				ContactRules.email(change.email()), ContactRules.mobile(change.mobile()), this.version + 1);
	}

	Member deactivated() {
		return new Member(this.id, this.partnerId, this.ownerPartnerId, this.loginName, this.displayName, this.roles,
				this.supervisorId, false, this.issuer, this.subject, this.email, this.mobile, this.version + 1);
	}

	MemberChanged changed() {
		return new MemberChanged(this.partnerId, this.ownerPartnerId, this.id, this.loginName, this.displayName,
				List.copyOf(this.roles), this.supervisorId, this.active, this.issuer, this.subject, this.email,
				this.mobile);
	}

}
