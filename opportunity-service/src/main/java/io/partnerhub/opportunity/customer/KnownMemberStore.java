package io.partnerhub.opportunity.customer;

import io.partnerhub.contracts.ProgramEvent.MemberChanged;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who supervises whom at present (ORG-12); the lists of supervisors join it, so that a
 * change of team shows at once (ASG-12).
 */
@Repository
class KnownMemberStore {

	private final JdbcClient jdbc;

	KnownMemberStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(MemberChanged member) {
		this.jdbc.sql("""
				insert into known_member (partner_id, owner_partner_id, member_id, supervisor_id)
				values (:partner, :owner, :member, :supervisor)
				on conflict (partner_id, owner_partner_id, member_id) do update
				   set supervisor_id = excluded.supervisor_id
				""")
			.param("partner", member.partnerId())
			.param("owner", member.ownerPartnerId())
			.param("member", member.memberId())
			.param("supervisor", member.supervisorId())
			.update();
	}

}
