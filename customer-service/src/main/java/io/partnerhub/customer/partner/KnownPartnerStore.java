package io.partnerhub.customer.partner;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of known partners. */
@Repository
class KnownPartnerStore {

	private static final String SELECT = """
			select p.partner_id, p.owner_partner_id, p.type, p.name,
			       p.status = 'FROZEN' or coalesce(t.status = 'FROZEN', false) as frozen
			from known_partner p left join known_partner t on t.owner_partner_id = p.partner_id
			where p.owner_partner_id = :owner
			""";

	private final JdbcClient jdbc;

	KnownPartnerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<KnownPartner> find(UUID owner) {
		return find(owner, "");
	}

	Optional<KnownPartner> findForShare(UUID owner) {
		return find(owner, "for share of p");
	}

	Optional<KnownPartner> findForUpdate(UUID owner) {
		return find(owner, "for update of p");
	}

	private Optional<KnownPartner> find(UUID owner, String lock) {
		return this.jdbc.sql(SELECT + lock)
			.param("owner", owner)
			.query((row, index) -> new KnownPartner(row.getObject("partner_id", UUID.class),
					row.getObject("owner_partner_id", UUID.class), PartnerType.valueOf(row.getString("type")),
					row.getString("name"), row.getBoolean("frozen")))
			.optional();
	}

	void save(PartnerRegistered partner) {
		this.jdbc.sql("""
				insert into known_partner (owner_partner_id, partner_id, type, name, email, mobile, status)
				values (:owner, :partner, :type, :name, :email, :mobile, :status)
				on conflict (owner_partner_id) do update
				   set name = excluded.name, email = excluded.email, mobile = excluded.mobile
				""")
			.param("owner", partner.ownerPartnerId())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.param("email", partner.email())
			.param("mobile", partner.mobile())
			.param("status", partner.status().name())
			.update();
	}

	boolean setStatus(UUID owner, PartnerStatus status) {
		return this.jdbc.sql("update known_partner set status = :status where owner_partner_id = :owner")
			.param("owner", owner)
			.param("status", status.name())
			.update() == 1;
	}

}
