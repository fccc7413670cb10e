package io.partnerhub.coupon.partner;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of partners and members. */
@Repository
class KnownPartnerStore {

	private final JdbcClient jdbc;

	KnownPartnerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<KnownPartner> find(UUID ownerPartnerId) {
		return this.jdbc.sql("""
				select partner_id, owner_partner_id, type, name
				from known_partner
				where owner_partner_id = :owner
				""")
			.param("owner", ownerPartnerId)
			.query((row, index) -> new KnownPartner(row.getObject("partner_id", UUID.class),
					row.getObject("owner_partner_id", UUID.class), PartnerType.valueOf(row.getString("type")),
					row.getString("name")))
			.optional();
	}

	void save(PartnerRegistered partner) {
		this.jdbc.sql("""
				insert into known_partner (owner_partner_id, partner_id, type, name)
				values (:owner, :partner, :type, :name)
				on conflict (owner_partner_id) do update
				   set partner_id = excluded.partner_id, type = excluded.type, name = excluded.name
				""")
			.param("owner", partner.ownerPartnerId())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.update();
	}

	void save(MemberChanged member) {
		this.jdbc.sql("""
				insert into known_member (member_id, partner_id, supervisor_id, active)
				values (:member, :partner, :supervisor, :active)
				on conflict (member_id) do update
				   set supervisor_id = excluded.supervisor_id, active = excluded.active
				""")
			.param("member", member.memberId())
			.param("partner", member.partnerId())
			.param("supervisor", member.supervisorId())
			.param("active", member.active())
			.update();
	}

}
