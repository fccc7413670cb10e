package io.partnerhub.coupon.partner;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
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

	/** Those of the partners that are the distributor's resellers and have not left. */
	Set<UUID> holdResellers(UUID distributorId, Collection<UUID> ids) {
		return this.jdbc.sql("""
				select owner_partner_id
				from known_partner
				where owner_partner_id = any(:ids) and partner_id = :distributor and type = 'RESELLER'
				  and released_at is null
				order by owner_partner_id
				for share
				""")
			.param("ids", ids.toArray(UUID[]::new))
			.param("distributor", distributorId)
			.query((row, index) -> row.getObject("owner_partner_id", UUID.class))
			.set();
	}

	Map<UUID, String> names(Collection<UUID> ids) {
		return this.jdbc.sql("select owner_partner_id, name from known_partner where owner_partner_id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> Map.entry(row.getObject("owner_partner_id", UUID.class), row.getString("name")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	void release(UUID resellerId, UUID distributorId, Instant now) {
		this.jdbc.sql("""
				update known_partner
				   set released_at = :now
				 where owner_partner_id = :reseller and partner_id = :distributor and type = 'RESELLER'
				   and released_at is null
				""")
			.param("reseller", resellerId)
			.param("distributor", distributorId)
			.param("now", Timestamp.from(now))
			.update();
	}

	void save(PartnerRegistered partner) {
		this.jdbc.sql("""
				insert into known_partner (owner_partner_id, partner_id, type, name, status)
				values (:owner, :partner, :type, :name, :status)
				on conflict (owner_partner_id) do update
				   set partner_id = excluded.partner_id, type = excluded.type, name = excluded.name,
				       status = excluded.status
				""")
			.param("owner", partner.ownerPartnerId())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.param("status", partner.status().name())
			.update();
	}

	void save(PartnerStatusChanged change) {
		this.jdbc.sql("update known_partner set status = :status where owner_partner_id = :owner")
			.param("owner", change.ownerPartnerId())
			.param("status", change.status().name())
			.update();
	}

	/** Those of the partners that are restricted or frozen. */
	Map<UUID, PartnerStatus> unhealthy(Collection<UUID> ownerPartnerIds) {
		return this.jdbc.sql("""
				select owner_partner_id, status
				from known_partner
				where owner_partner_id = any(:owners) and status <> 'NORMAL'
				""")
			.param("owners", ownerPartnerIds.toArray(UUID[]::new))
			.query((row, index) -> Map.entry(row.getObject("owner_partner_id", UUID.class),
					PartnerStatus.valueOf(row.getString("status"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
