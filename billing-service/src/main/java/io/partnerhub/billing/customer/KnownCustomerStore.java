package io.partnerhub.billing.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of known customers. */
@Component
class KnownCustomerStore {

	private static final String SELECT = """
			select customer_id, partner_id, owner_partner_id, epoch, association_type, active, customer_name, frozen
			from known_customer
			""";

	private static final String BY_ID = SELECT + "where customer_id = :id\n";

	private static final String BY_IDS = SELECT + "where customer_id = any(:ids) order by customer_id\n";

	private final JdbcClient jdbc;

	KnownCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<KnownCustomer> find(UUID id) {
		return query(BY_ID, id);
	}

	/**
	 * Keeps the row to the present transaction. Not shared among commands: they meet on
	 * the customer's account anyway, and a stream of shared locks would let the end of
	 * the link starve.
	 */
	Optional<KnownCustomer> lock(UUID id) {
		return query(BY_ID + "for update", id);
	}

	/** Locks in the order of their ids, so that no two transactions wait in a circle. */
	List<KnownCustomer> lockAll(Set<UUID> ids, boolean waits) {
		return list(BY_IDS + (waits ? "for update" : "for update skip locked"), ids);
	}

	List<KnownCustomer> findAll(Set<UUID> ids) {
		return list(BY_IDS, ids);
	}

	/** Keeps the newest link; an older or equal epoch changes nothing. */
	void save(KnownCustomer customer) {
		this.jdbc
			.sql("""
					insert into known_customer as k (customer_id, partner_id, owner_partner_id, epoch, association_type, active,
					                                 customer_name)
					values (:id, :partner, :owner, :epoch, :type, :active, :name)
					on conflict (customer_id) do update
					set partner_id = excluded.partner_id, owner_partner_id = excluded.owner_partner_id,
					    epoch = excluded.epoch, association_type = excluded.association_type, active = excluded.active,
					    customer_name = excluded.customer_name
					where k.epoch < excluded.epoch
					""")
			.param("id", customer.id())
			.param("partner", customer.realm().partnerId())
			.param("owner", customer.realm().ownerPartnerId())
			.param("epoch", customer.epoch())
			.param("type", customer.associationType().name())
			.param("active", customer.active())
			.param("name", customer.name())
			.update();
	}

	/** Waits for commands of the customer that are under way. */
	void freeze(UUID id, boolean frozen) {
		this.jdbc.sql("update known_customer set frozen = :frozen where customer_id = :id")
			.param("id", id)
			.param("frozen", frozen)
			.update();
	}

	void end(UUID id) {
		this.jdbc.sql("update known_customer set active = false where customer_id = :id").param("id", id).update();
	}

	private Optional<KnownCustomer> query(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).query((row, index) -> customer(row)).optional();
	}

	private List<KnownCustomer> list(String sql, Set<UUID> ids) {
		return this.jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query((row, index) -> customer(row)).list();
	}

	private static KnownCustomer customer(ResultSet row) throws SQLException {
		return new KnownCustomer(row.getObject("customer_id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getInt("epoch"), AssociationType.valueOf(row.getString("association_type")),
				row.getBoolean("active"), row.getString("customer_name"), row.getBoolean("frozen"));
	}

}
