package io.partnerhub.program.member;

import java.util.List;
import java.util.Set;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.partnerhub.contracts.Role.ACCOUNT_MANAGER;
import static io.partnerhub.contracts.Role.ACCOUNT_MANAGER_SUPERVISOR;
import static io.partnerhub.contracts.Role.CUSTOMER_OPERATOR;
import static io.partnerhub.contracts.Role.FINANCE_OPERATOR;
import static io.partnerhub.contracts.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which roles go together, how far they see and what they may do. */
class RoleRulesTests {

	@Test
	@Tag("ORG-02")
	void acceptsOneToThreeRoles() {
		assertThat(RoleRules.check(List.of(SYSTEM_ADMIN))).containsExactly(SYSTEM_ADMIN);
		assertThat(RoleRules.check(List.of(ACCOUNT_MANAGER, FINANCE_OPERATOR, CUSTOMER_OPERATOR))).hasSize(3);
	}

	@Test
	@Tag("ORG-02")
	void refusesNoRoleAndFourRoles() {
		refuses(List.of(), "ROLE_COUNT");
		refuses(List.of(CUSTOMER_OPERATOR, FINANCE_OPERATOR, ACCOUNT_MANAGER, ACCOUNT_MANAGER_SUPERVISOR),
				"ROLE_COUNT");
	}

	@Test
	void refusesARoleNamedTwice() {
		refuses(List.of(CUSTOMER_OPERATOR, CUSTOMER_OPERATOR), "INVALID_REQUEST");
	}

	@ParameterizedTest
	@Tag("ORG-03")
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_ADMIN")
	void letsTheAdministratorRoleStandAlone(Role other) {
		refuses(List.of(SYSTEM_ADMIN, other), "ADMINISTRATOR_ROLE_ALONE");
		refuses(List.of(other, SYSTEM_ADMIN), "ADMINISTRATOR_ROLE_ALONE");
	}

	@Test
	@Tag("ORG-04")
	void letsNobodySuperviseHimself() {
		refuses(List.of(ACCOUNT_MANAGER, ACCOUNT_MANAGER_SUPERVISOR), "MANAGER_OR_SUPERVISOR");
		refuses(List.of(ACCOUNT_MANAGER_SUPERVISOR, FINANCE_OPERATOR, ACCOUNT_MANAGER), "MANAGER_OR_SUPERVISOR");
	}

	@Test
	@Tag("ORG-05")
	void showsAnAccountManagerOwnCustomersAndASupervisorItsTeam() {
		assertThat(RoleRules.scope(Set.of(ACCOUNT_MANAGER))).isEqualTo(DataScope.OWN);
		assertThat(RoleRules.scope(Set.of(ACCOUNT_MANAGER_SUPERVISOR))).isEqualTo(DataScope.TEAM);
	}

	@Test
	@Tag("ORG-05")
	void showsEverythingToWhoeverHoldsAnotherRole() {
		assertThat(RoleRules.scope(Set.of(ACCOUNT_MANAGER, FINANCE_OPERATOR))).isEqualTo(DataScope.ALL);
		assertThat(RoleRules.scope(Set.of(ACCOUNT_MANAGER_SUPERVISOR, CUSTOMER_OPERATOR))).isEqualTo(DataScope.ALL);
		assertThat(RoleRules.scope(Set.of(SYSTEM_ADMIN))).isEqualTo(DataScope.ALL);
		assertThat(RoleRules.scope(Set.of(CUSTOMER_OPERATOR))).isEqualTo(DataScope.ALL);
	}

	@ParameterizedTest
	@Tag("ORG-11")
	@EnumSource
	void showsTheBalanceToEverybodyAndLetsOnlyAdministratorsTopUpAndWithdraw(Role role) {
		assertThat(may(role)).contains(Permission.VIEW_BALANCE);
		assertThat(may(role).contains(Permission.TOP_UP)).isEqualTo(role == SYSTEM_ADMIN);
		assertThat(may(role).contains(Permission.WITHDRAW)).isEqualTo(role == SYSTEM_ADMIN);
	}

	@ParameterizedTest
	@EnumSource
	void letsOnlyAdministratorsEndRelationsAndManageMembersAndKeys(Role role) {
		Permission[] administration = { Permission.END_RELATIONS, Permission.MANAGE_MEMBERS,
				Permission.MANAGE_CREDENTIALS };
		if (role == SYSTEM_ADMIN) {
			assertThat(may(role)).contains(administration);
		}
		else {
			assertThat(may(role)).doesNotContain(administration);
		}
	}

	@Test
	@Tag("ORG-09")
	void givesThePresetAccountManagerNoVouchersAndNoMoney() {
		assertThat(may(ACCOUNT_MANAGER)).containsExactlyInAnyOrder(Permission.DEVELOP_CUSTOMERS,
				Permission.VIEW_CUSTOMERS, Permission.REVEAL_PERSONAL_DATA, Permission.REGISTER_OPPORTUNITIES,
				Permission.VIEW_OPPORTUNITIES, Permission.VIEW_BALANCE);
	}

	@Test
	void letsASupervisorOnlyLook() {
		assertThat(may(ACCOUNT_MANAGER_SUPERVISOR)).containsExactlyInAnyOrder(Permission.VIEW_CUSTOMERS,
				Permission.REVEAL_PERSONAL_DATA, Permission.VIEW_COUPONS, Permission.VIEW_OPPORTUNITIES,
				Permission.VIEW_BALANCE);
	}

	@Test
	void addsUpThePermissionsOfAllRoles() {
		assertThat(RoleRules.permissions(Set.of(ACCOUNT_MANAGER, FINANCE_OPERATOR), PartnerType.SOLUTION_PROVIDER))
			.contains(Permission.DEVELOP_CUSTOMERS, Permission.APPROPRIATE);
	}

	@ParameterizedTest
	@EnumSource
	void givesResellersToDistributorsOnly(PartnerType type) {
		boolean distributor = type == PartnerType.DISTRIBUTOR;
		Set<Permission> administrator = RoleRules.permissions(Set.of(SYSTEM_ADMIN), type);
		assertThat(administrator.contains(Permission.MANAGE_RESELLERS)).isEqualTo(distributor);
		assertThat(administrator.contains(Permission.PASS_QUOTA)).isEqualTo(distributor);
		assertThat(administrator).contains(Permission.ISSUE_VOUCHERS, Permission.APPROPRIATE, Permission.WITHDRAW);
	}

	private static Set<Permission> may(Role role) {
		return RoleRules.permissions(Set.of(role), PartnerType.DISTRIBUTOR);
	}

	private static void refuses(List<Role> roles, String code) {
		assertThatThrownBy(() -> RoleRules.check(roles)).isInstanceOfSatisfying(Problem.class,
				(problem) -> assertThat(problem.code()).isEqualTo(code));
	}

}
