package io.partnerhub.customer.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of partners' tags. */
@Repository
class LabelStore {

	private final JdbcClient jdbc;

	LabelStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(UUID partnerId, UUID ownerPartnerId, UUID customerId, @Nullable String label) {
		this.jdbc.sql("""
				insert into customer_label as l (partner_id, owner_partner_id, customer_id, label)
				values (:partner, :owner, :customer, :label)
				on conflict (owner_partner_id, customer_id) do update
				   set label = excluded.label, version = l.version + 1
				""")
			.param("partner", partnerId)
			.param("owner", ownerPartnerId)
			.param("customer", customerId)
			.param("label", label)
			.update();
	}

}
