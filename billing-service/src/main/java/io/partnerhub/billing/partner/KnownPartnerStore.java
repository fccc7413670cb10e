package io.partnerhub.billing.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of known partners. */
@Component
class KnownPartnerStore {

	private static final String SELECT = "select id, partner_id, type, name from known_partner\n";

	private final JdbcClient jdbc;

	KnownPartnerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<KnownPartner> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query((row, index) -> partner(row)).optional();
	}

	/** Locks in the order of their ids, so that no two transactions wait in a circle. */
	List<KnownPartner> lockAll(Set<UUID> ids, boolean waits) {
		return this.jdbc
			.sql(SELECT + "where id = any(:ids) order by id for no key update" + (waits ? "" : " skip locked"))
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> partner(row))
			.list();
	}

	void save(KnownPartner partner, PartnerStatus status) {
		this.jdbc.sql("""
				insert into known_partner (id, partner_id, type, name, status)
				values (:id, :partner, :type, :name, :status)
				on conflict (id) do update set name = excluded.name, status = excluded.status
				""")
			.param("status", status.name())
			.param("id", partner.id())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.update();
	}

	void setStatus(UUID id, PartnerStatus status) {
		this.jdbc.sql("update known_partner set status = :status where id = :id")
			.param("id", id)
			.param("status", status.name())
			.update();
	}

	/** The partner itself, or the distributor above it. */
	boolean isRestricted(Realm realm) {
		return this.jdbc.sql("""
				select exists (select from known_partner where id in (:owner, :partner) and status <> 'NORMAL')
				""")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.query((row, _) -> row.getBoolean(1))
			.single();
	}

	private static KnownPartner partner(ResultSet row) throws SQLException {
		return new KnownPartner(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				PartnerType.valueOf(row.getString("type")), row.getString("name"));
	}

}
