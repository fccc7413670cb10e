package io.partnerhub.program.member;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import static io.partnerhub.contracts.Permission.APPROPRIATE;
import static io.partnerhub.contracts.Permission.ASSIGN_CUSTOMERS;
import static io.partnerhub.contracts.Permission.DEVELOP_CUSTOMERS;
import static io.partnerhub.contracts.Permission.ISSUE_VOUCHERS;
import static io.partnerhub.contracts.Permission.MANAGE_INVOICES;
import static io.partnerhub.contracts.Permission.MANAGE_RESELLERS;
import static io.partnerhub.contracts.Permission.PASS_QUOTA;
import static io.partnerhub.contracts.Permission.PAY_ORDERS;
import static io.partnerhub.contracts.Permission.RECLAIM_VOUCHERS;
import static io.partnerhub.contracts.Permission.REGISTER_OPPORTUNITIES;
import static io.partnerhub.contracts.Permission.REVEAL_PERSONAL_DATA;
import static io.partnerhub.contracts.Permission.VIEW_BALANCE;
import static io.partnerhub.contracts.Permission.VIEW_COUPONS;
import static io.partnerhub.contracts.Permission.VIEW_CUSTOMERS;
import static io.partnerhub.contracts.Permission.VIEW_OPPORTUNITIES;

/**
 * Which roles go together (ORG-02…04, ORG-12), how far they see (ORG-05), and what the
 * preset roles may do: the role matrix of chapter 21 and ORG-11.
 */
public final class RoleRules {

	private static final int MOST_ROLES = 3;

	private static final Set<Permission> DISTRIBUTORS_ONLY = EnumSet.of(MANAGE_RESELLERS, PASS_QUOTA);

	private static final Map<Role, Set<Permission>> PRESET = Map
		.of(Role.SYSTEM_ADMIN, EnumSet.allOf(Permission.class), Role.CUSTOMER_OPERATOR, EnumSet.of(MANAGE_RESELLERS,
				DEVELOP_CUSTOMERS, VIEW_CUSTOMERS, REVEAL_PERSONAL_DATA, ASSIGN_CUSTOMERS, VIEW_COUPONS, ISSUE_VOUCHERS,
				RECLAIM_VOUCHERS, PASS_QUOTA, REGISTER_OPPORTUNITIES, VIEW_OPPORTUNITIES, VIEW_BALANCE),
				Role.FINANCE_OPERATOR,
				EnumSet.of(VIEW_CUSTOMERS, REVEAL_PERSONAL_DATA, VIEW_COUPONS, VIEW_BALANCE, APPROPRIATE, PAY_ORDERS,
						MANAGE_INVOICES),
				Role.ACCOUNT_MANAGER,
				EnumSet.of(DEVELOP_CUSTOMERS, VIEW_CUSTOMERS, REVEAL_PERSONAL_DATA, REGISTER_OPPORTUNITIES,
						VIEW_OPPORTUNITIES, VIEW_BALANCE),
				Role.ACCOUNT_MANAGER_SUPERVISOR,
				EnumSet.of(VIEW_CUSTOMERS, REVEAL_PERSONAL_DATA, VIEW_COUPONS, VIEW_OPPORTUNITIES, VIEW_BALANCE));

	private RoleRules() {
	}

	/** The roles a person may have, or the rule they break. */
	static Set<Role> check(List<Role> roles) {
		if (roles.isEmpty() || roles.size() > MOST_ROLES) {
			throw Problem.badRequest("ROLE_COUNT", "A member has at least one and at most three roles.");
		}
		Set<Role> different = EnumSet.copyOf(roles);
		if (different.size() < roles.size()) {
			throw Problem.invalid("/roles", "REPEATED", "Name every role once.");
		}
		if (different.contains(Role.SYSTEM_ADMIN) && different.size() > 1) {
			throw Problem.badRequest("ADMINISTRATOR_ROLE_ALONE",
					"The administrator role cannot be combined with another.");
		}
		if (different.contains(Role.ACCOUNT_MANAGER) && different.contains(Role.ACCOUNT_MANAGER_SUPERVISOR)) {
			throw Problem.badRequest("MANAGER_OR_SUPERVISOR",
					"Nobody is account manager and account manager supervisor at once.");
		}
		return Collections.unmodifiableSet(different);
	}

	/** Only account managers have a supervisor, and it supervises in the same partner. */
	static void checkSupervisor(Set<Role> roles, boolean named, @Nullable Member supervisor) {
		if (!named) {
			return;
		}
		if (!roles.contains(Role.ACCOUNT_MANAGER)) {
			throw Problem.badRequest("SUPERVISOR_NOT_ALLOWED", "Only an account manager has a supervisor.");
		}
		if (supervisor == null || !supervisor.supervises()) {
			throw Problem.badRequest("NOT_A_SUPERVISOR", "The supervisor is no supervisor of this partner.");
		}
	}

	/** Whoever holds a second role sees the whole partner. */
	public static DataScope scope(Set<Role> roles) {
		if (roles.equals(Set.of(Role.ACCOUNT_MANAGER))) {
			return DataScope.OWN;
		}
		return roles.equals(Set.of(Role.ACCOUNT_MANAGER_SUPERVISOR)) ? DataScope.TEAM : DataScope.ALL;
	}

	public static Set<Permission> permissions(Set<Role> roles, PartnerType type) {
		Set<Permission> permissions = EnumSet.noneOf(Permission.class);
		roles.forEach((role) -> permissions.addAll(PRESET.getOrDefault(role, Set.of())));
		if (type != PartnerType.DISTRIBUTOR) {
			permissions.removeAll(DISTRIBUTORS_ONLY);
		}
		return permissions;
	}

}
