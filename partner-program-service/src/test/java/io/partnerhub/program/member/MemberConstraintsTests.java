package io.partnerhub.program.member;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the rules refuse, the database refuses too. */
@ProgramTest
class MemberConstraintsTests {

	private final JdbcClient jdbc;

	private final A a;

	MemberConstraintsTests(JdbcClient jdbc, A a) {
		this.jdbc = jdbc;
		this.a = a;
	}

	@ParameterizedTest
	@Tag("ORG-02")
	@Tag("ORG-03")
	@Tag("ORG-04")
	@ValueSource(strings = { "{}", "{SYSTEM_ADMIN,CUSTOMER_OPERATOR}", "{ACCOUNT_MANAGER,ACCOUNT_MANAGER_SUPERVISOR}",
			"{FINANCE_OPERATOR,FINANCE_OPERATOR}", "{ACCOUNT_MANAGER,CUSTOMER_OPERATOR,CUSTOMER_OPERATOR}",
			"{CUSTOMER_OPERATOR,FINANCE_OPERATOR,ACCOUNT_MANAGER,ACCOUNT_MANAGER}", "{EMPEROR}" })
	void refusesRolesThatDoNotGoTogether(String roles) {
		Caller member = this.a.member(this.a.partner(PartnerType.DISTRIBUTOR), Role.CUSTOMER_OPERATOR);
		refuses(member, "roles = '" + roles + "'");
	}

	@Test
	@Tag("ORG-07")
	void refusesAnotherLoginName() {
		refuses(this.a.partner(PartnerType.DISTRIBUTOR), "login_name = 'other'");
	}

	@Test
	@Tag("ORG-12")
	void refusesASupervisorWhoIsNone() {
		Caller administrator = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller manager = this.a.member(administrator, Role.ACCOUNT_MANAGER);
		Caller colleague = this.a.member(administrator, Role.FINANCE_OPERATOR);
		Caller foreign = this.a.member(this.a.partner(PartnerType.DISTRIBUTOR), Role.ACCOUNT_MANAGER_SUPERVISOR);
		Caller resellers = this.a.member(this.a.resellerOf(administrator), Role.ACCOUNT_MANAGER_SUPERVISOR);
		refuses(manager, "supervisor_id = '" + colleague.memberId() + "'");
		refuses(manager, "supervisor_id = '" + foreign.memberId() + "'");
		refuses(manager, "supervisor_id = '" + resellers.memberId() + "'");
		refuses(manager, "supervisor_id = id");
	}

	@Test
	@Tag("ORG-06")
	@Tag("ORG-12")
	void refusesASupervisorWhoLeavesWithoutLettingTheTeamGo() {
		Caller administrator = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller supervisor = this.a.member(administrator, Role.ACCOUNT_MANAGER_SUPERVISOR);
		Caller manager = this.a.member(administrator, Role.ACCOUNT_MANAGER);
		update(manager, "supervisor_id = '" + supervisor.memberId() + "'");
		refuses(supervisor, "roles = '{CUSTOMER_OPERATOR}'");
		refuses(supervisor, "active = false");
		refuses(manager, "roles = '{FINANCE_OPERATOR}'");
	}

	private void refuses(Caller member, String change) {
		assertThatThrownBy(() -> update(member, change)).isInstanceOf(DataIntegrityViolationException.class);
	}

	private void update(Caller member, String change) {
		this.jdbc.sql("update member set " + change + " where id = :id").param("id", member.memberId()).update();
	}

}
