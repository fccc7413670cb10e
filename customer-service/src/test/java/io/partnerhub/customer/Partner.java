package io.partnerhub.customer;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/** A partner with his people, for tests. */
public record Partner(UUID tenant, UUID id, PartnerType type, String name) {

	private static final Set<Permission> DEVELOPING = Set.of(Permission.DEVELOP_CUSTOMERS, Permission.VIEW_CUSTOMERS);

	static Partner of(PartnerType type) {
		UUID id = Ids.next();
		return new Partner(id, id, type, "云岭伙伴 " + id.toString().substring(30));
	}

	static Partner resellerOf(Partner distributor) {
		return new Partner(distributor.tenant(), Ids.next(), PartnerType.RESELLER, "Reseller");
	}

	public PartnerRegistered registered() {
		return new PartnerRegistered(this.tenant, this.id, this.type, this.name, "office@partner.example",
				"13900000000", PartnerStatus.NORMAL);
	}

	public PartnerStatusChanged became(PartnerStatus status) {
		return new PartnerStatusChanged(this.tenant, this.id, status);
	}

	public MemberChanged member(UUID memberId, Role role, @Nullable UUID supervisor, boolean active) {
		return new MemberChanged(this.tenant, this.id, memberId, "login-" + memberId, "Somebody", List.of(role),
				supervisor, active, "https://id.example", memberId.toString(), null, null);
	}

	/** An account manager who can be written to. */
	public MemberChanged managerAt(UUID memberId, String email) {
		return new MemberChanged(this.tenant, this.id, memberId, "manager-" + memberId, "Somebody",
				List.of(Role.ACCOUNT_MANAGER), null, true, "https://id.example", memberId.toString(), email, null);
	}

	/** What tells where a member's codes go. */
	public MemberChanged reachable(Caller member, @Nullable String email, @Nullable String mobile) {
		UUID id = java.util.Objects.requireNonNull(member.memberId());
		return new MemberChanged(this.tenant, this.id, id, member.subject(), "Somebody", List.copyOf(member.roles()),
				null, true, "https://id.example", id.toString(), email, mobile);
	}

	public Caller admin() {
		return Caller.member("admin", this.tenant, this.id, this.type, Ids.next(), Set.of(Role.SYSTEM_ADMIN),
				Set.of(Permission.values()), DataScope.ALL);
	}

	public Caller operator() {
		return Caller.member("operator", this.tenant, this.id, this.type, Ids.next(), Set.of(Role.CUSTOMER_OPERATOR),
				DEVELOPING, DataScope.ALL);
	}

	public Caller finance() {
		return Caller.member("finance", this.tenant, this.id, this.type, Ids.next(), Set.of(Role.FINANCE_OPERATOR),
				Set.of(Permission.VIEW_BALANCE), DataScope.ALL);
	}

	public Caller manager(UUID memberId) {
		return Caller.member("manager-" + memberId, this.tenant, this.id, this.type, memberId,
				Set.of(Role.ACCOUNT_MANAGER), DEVELOPING, DataScope.OWN);
	}

	public Caller supervisor(UUID memberId) {
		return Caller.member("supervisor", this.tenant, this.id, this.type, memberId,
				Set.of(Role.ACCOUNT_MANAGER_SUPERVISOR), Set.of(Permission.VIEW_CUSTOMERS), DataScope.TEAM);
	}

	public Caller key() {
		return Caller.key("AK" + this.id, this.tenant, this.id, this.type, Set.of(Permission.values()));
	}

}
