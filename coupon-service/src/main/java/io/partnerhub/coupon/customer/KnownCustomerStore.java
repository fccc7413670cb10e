package io.partnerhub.coupon.customer;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of customers and of links that ended. */
@Repository
class KnownCustomerStore {

	private static final String FOUND = """
			select customer_id, partner_id, owner_partner_id, epoch, association_type, active
			from known_customer
			where customer_id = any(:ids) and owner_partner_id = :owner
			""";

	private final JdbcClient jdbc;

	KnownCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<KnownCustomer> lock(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return read(FOUND + "order by customer_id for no key update", ownerPartnerId, customerIds);
	}

	List<KnownCustomer> find(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return read(FOUND, ownerPartnerId, customerIds);
	}

	/** Only a later link replaces the one that is known. */
	void begin(Link link) {
		this.jdbc.sql("""
				insert into known_customer as k (customer_id, partner_id, owner_partner_id, epoch, association_type,
				                                 account_manager_id, name, account_name, active)
				values (:customer, :partner, :owner, :epoch, :type, :manager, :name, :account, true)
				on conflict (customer_id) do update
				   set partner_id = excluded.partner_id, owner_partner_id = excluded.owner_partner_id,
				       epoch = excluded.epoch, association_type = excluded.association_type,
				       account_manager_id = excluded.account_manager_id, name = excluded.name,
				       account_name = excluded.account_name, active = true
				 where k.epoch < excluded.epoch
				""")
			.param("customer", link.customerId())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("epoch", link.epoch())
			.param("type", link.associationType().name())
			.param("manager", link.accountManagerId())
			.param("name", link.customerName())
			.param("account", link.accountName())
			.update();
	}

	/**
	 * The row of the ended link makes the end happen once; the customer's row is locked
	 * by the update.
	 */
	boolean end(EndedLink link) {
		this.jdbc.sql("update known_customer set active = false where customer_id = :customer and epoch <= :epoch")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.update();
		return this.jdbc.sql("""
				insert into ended_link (customer_id, partner_id, epoch, ended_at)
				values (:customer, :partner, :epoch, :endedAt)
				on conflict do nothing
				""")
			.param("customer", link.customerId())
			.param("partner", link.partnerId())
			.param("epoch", link.epoch())
			.param("endedAt", Timestamp.from(link.endedAt()))
			.update() == 1;
	}

	private List<KnownCustomer> read(String sql, UUID ownerPartnerId, Collection<UUID> customerIds) {
		return this.jdbc.sql(sql)
			.param("ids", customerIds.toArray(UUID[]::new))
			.param("owner", ownerPartnerId)
			.query((row, index) -> new KnownCustomer(row.getObject("customer_id", UUID.class),
					row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
					row.getInt("epoch"), AssociationType.valueOf(row.getString("association_type")),
					row.getBoolean("active")))
			.list();
	}

}
