package io.partnerhub.customer.member;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of known members; the supervisor among them makes the teams (ORG-12). */
@Repository
class KnownMemberStore {

	private final JdbcClient jdbc;

	KnownMemberStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<KnownMember> find(UUID memberId) {
		return this.jdbc.sql("""
				select member_id, login_name, account_manager, active, email, mobile
				from known_member
				where member_id = :id
				""")
			.param("id", memberId)
			.query((row, index) -> new KnownMember(row.getObject("member_id", UUID.class), row.getString("login_name"),
					row.getBoolean("account_manager"), row.getBoolean("active"), row.getString("email"),
					row.getString("mobile")))
			.optional();
	}

	boolean isManagerOf(UUID owner, UUID memberId) {
		return this.jdbc.sql("""
				select exists (
				    select from known_member
				    where member_id = :id and owner_partner_id = :owner and account_manager and active)
				""").param("id", memberId).param("owner", owner).query((row, index) -> row.getBoolean(1)).single();
	}

	void save(MemberChanged member) {
		this.jdbc.sql("""
				insert into known_member (member_id, partner_id, owner_partner_id, login_name, display_name,
				                          account_manager, supervisor_id, active, email, mobile)
				values (:id, :partner, :owner, :login, :name, :manager, :supervisor, :active, :email, :mobile)
				on conflict (member_id) do update
				   set display_name = excluded.display_name, account_manager = excluded.account_manager,
				       supervisor_id = excluded.supervisor_id, active = excluded.active,
				       email = excluded.email, mobile = excluded.mobile
				""")
			.param("id", member.memberId())
			.param("partner", member.partnerId())
			.param("owner", member.ownerPartnerId())
			.param("login", member.loginName())
			.param("name", member.displayName())
			.param("manager", member.roles().contains(Role.ACCOUNT_MANAGER))
			.param("supervisor", member.supervisorId())
			.param("active", member.active())
			.param("email", member.email())
			.param("mobile", member.mobile())
			.update();
	}

}
