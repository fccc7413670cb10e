package io.partnerhub.billing;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;

/** A partner under test and the people and keys that act for it. */
public record Partner(UUID tenant, UUID id, PartnerType type) {

	public Caller admin() {
		return member(Role.SYSTEM_ADMIN, EnumSet.allOf(Permission.class), DataScope.ALL);
	}

	public Caller key() {
		return Caller.key("AK" + this.id, this.tenant, this.id, this.type, EnumSet.allOf(Permission.class));
	}

	public Caller financeOperator() {
		return member(Role.FINANCE_OPERATOR, Set.of(Permission.VIEW_BALANCE, Permission.VIEW_CUSTOMERS,
				Permission.APPROPRIATE, Permission.PAY_ORDERS, Permission.MANAGE_INVOICES), DataScope.ALL);
	}

	public Caller customerOperator() {
		return member(Role.CUSTOMER_OPERATOR, Set.of(Permission.VIEW_BALANCE, Permission.VIEW_CUSTOMERS),
				DataScope.ALL);
	}

	public Caller accountManager() {
		return member(Role.ACCOUNT_MANAGER, Set.of(Permission.VIEW_BALANCE, Permission.VIEW_CUSTOMERS), DataScope.OWN);
	}

	public Caller supervisor() {
		return member(Role.ACCOUNT_MANAGER_SUPERVISOR, Set.of(Permission.VIEW_BALANCE, Permission.VIEW_CUSTOMERS),
				DataScope.TEAM);
	}

	public Caller member(Role role, Set<Permission> permissions, DataScope scope) {
		return Caller.member(role.name().toLowerCase(java.util.Locale.ROOT), this.tenant, this.id, this.type,
				Ids.next(), Set.of(role), permissions, scope);
	}

}
