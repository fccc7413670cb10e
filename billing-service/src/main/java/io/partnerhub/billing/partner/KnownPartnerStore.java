package io.partnerhub.billing.partner;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of known partners. */
@Component
class KnownPartnerStore {

	private final JdbcClient jdbc;

	KnownPartnerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<KnownPartner> find(UUID id) {
		return this.jdbc.sql("select id, partner_id, type from known_partner where id = :id")
			.param("id", id)
			.query((row, index) -> new KnownPartner(row.getObject("id", UUID.class),
					row.getObject("partner_id", UUID.class), PartnerType.valueOf(row.getString("type"))))
			.optional();
	}

	void save(KnownPartner partner, String name) {
		this.jdbc.sql("""
				insert into known_partner (id, partner_id, type, name)
				values (:id, :partner, :type, :name)
				on conflict (id) do update set name = excluded.name
				""")
			.param("id", partner.id())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", name)
			.update();
	}

}
