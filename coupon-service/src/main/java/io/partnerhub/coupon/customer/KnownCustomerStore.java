package io.partnerhub.coupon.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of customers and of links that ended. */
@Repository
class KnownCustomerStore {

	private static final String BUYER = """
			select customer_id, frozen, active, partner_id, owner_partner_id, epoch, association_type
			from known_customer
			where customer_id = :customer
			""";

	private final JdbcClient jdbc;

	KnownCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Both lists are of one length: whose he should be, and who. */
	List<KnownCustomer> lock(List<UUID> ownerPartnerIds, List<UUID> customerIds) {
		return this.jdbc.sql("""
				select customer_id, partner_id, owner_partner_id, epoch, association_type, active
				from known_customer
				where (customer_id, owner_partner_id) in (select * from unnest(:ids::uuid[], :owners::uuid[]))
				order by customer_id
				for no key update
				""")
			.param("ids", customerIds.toArray(UUID[]::new))
			.param("owners", ownerPartnerIds.toArray(UUID[]::new))
			.query(KnownCustomerStore::customer)
			.list();
	}

	List<KnownCustomer> find(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return this.jdbc.sql("""
				select customer_id, partner_id, owner_partner_id, epoch, association_type, active
				from known_customer
				where customer_id = any(:ids) and owner_partner_id = :owner
				""")
			.param("ids", customerIds.toArray(UUID[]::new))
			.param("owner", ownerPartnerId)
			.query(KnownCustomerStore::customer)
			.list();
	}

	List<KnownCustomer> lock(Collection<UUID> customerIds) {
		return this.jdbc.sql("""
				select customer_id, partner_id, owner_partner_id, epoch, association_type, active
				from known_customer
				where customer_id = any(:ids)
				order by customer_id
				for no key update
				""").param("ids", customerIds.toArray(UUID[]::new)).query(KnownCustomerStore::customer).list();
	}

	Optional<Buyer> buyer(UUID customerId) {
		return this.jdbc.sql(BUYER).param("customer", customerId).query(KnownCustomerStore::buyer).optional();
	}

	/**
	 * Keeps his link as it is until the transaction ends; his orders do not wait for each
	 * other.
	 */
	Optional<Buyer> holdBuyer(UUID customerId) {
		return this.jdbc.sql(BUYER + "for share")
			.param("customer", customerId)
			.query(KnownCustomerStore::buyer)
			.optional();
	}

	void freeze(UUID customerId, boolean frozen) {
		this.jdbc.sql("update known_customer set frozen = :frozen where customer_id = :customer")
			.param("customer", customerId)
			.param("frozen", frozen)
			.update();
	}

	/** How many of the customers are linked to the partner. */
	int count(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return this.jdbc.sql("""
				select count(*)
				from known_customer
				where customer_id = any(:ids) and owner_partner_id = :owner and active
				""")
			.param("ids", customerIds.toArray(UUID[]::new))
			.param("owner", ownerPartnerId)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** Only a later link replaces the one that is known. */
	boolean begin(Link link) {
		return this.jdbc.sql("""
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
			.update() == 1;
	}

	/** The customer's row is locked by it. */
	void end(EndedLink link) {
		this.jdbc.sql("update known_customer set active = false where customer_id = :customer and epoch <= :epoch")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.update();
	}

	private static KnownCustomer customer(ResultSet row, int index) throws SQLException {
		return new KnownCustomer(row.getObject("customer_id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getInt("epoch"),
				AssociationType.valueOf(row.getString("association_type")), row.getBoolean("active"));
	}

	private static Buyer buyer(ResultSet row, int index) throws SQLException {
		Buyer.Present link = row.getBoolean("active") ? new Buyer.Present(row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getInt("epoch"),
				AssociationType.valueOf(row.getString("association_type"))) : null;
		return new Buyer(row.getObject("customer_id", UUID.class), row.getBoolean("frozen"), link);
	}

}
