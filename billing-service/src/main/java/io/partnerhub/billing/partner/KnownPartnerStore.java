package io.partnerhub.billing.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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

	void save(KnownPartner partner) {
		this.jdbc.sql("""
				insert into known_partner (id, partner_id, type, name)
				values (:id, :partner, :type, :name)
				on conflict (id) do update set name = excluded.name
				""")
			.param("id", partner.id())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.update();
	}

	private static KnownPartner partner(ResultSet row) throws SQLException {
		return new KnownPartner(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				PartnerType.valueOf(row.getString("type")), row.getString("name"));
	}

}
