package io.partnerhub.opportunity.customer;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row per customer ever linked: its latest link; an older epoch never overwrites. */
@Repository
class KnownCustomerStore {

	private final JdbcClient jdbc;

	KnownCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if that link, or a later one, is known already. */
	boolean begin(Link link) {
		return this.jdbc.sql("""
				insert into known_customer as known (customer_id, partner_id, owner_partner_id, epoch,
				       association_type, name, account_name, account_manager_id, active)
				values (:customer, :partner, :owner, :epoch, :type, :name, :account, :manager, true)
				on conflict (customer_id) do update
				   set partner_id = excluded.partner_id, owner_partner_id = excluded.owner_partner_id,
				       epoch = excluded.epoch, association_type = excluded.association_type,
				       name = excluded.name, account_name = excluded.account_name,
				       account_manager_id = excluded.account_manager_id, active = true
				 where known.epoch < excluded.epoch
				""")
			.param("customer", link.customerId())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("epoch", link.epoch())
			.param("type", link.associationType().name())
			.param("name", link.customerName())
			.param("account", link.accountName())
			.param("manager", link.accountManagerId())
			.update() == 1;
	}

	Optional<KnownCustomer> lock(UUID partnerId, UUID ownerPartnerId, UUID customerId) {
		return this.jdbc.sql("""
				select customer_id, partner_id, owner_partner_id, epoch, account_manager_id, active
				from known_customer
				where customer_id = :customer and partner_id = :partner and owner_partner_id = :owner
				for no key update
				""")
			.param("customer", customerId)
			.param("partner", partnerId)
			.param("owner", ownerPartnerId)
			.query((row, index) -> new KnownCustomer(row.getObject("customer_id", UUID.class),
					row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
					row.getInt("epoch"), row.getObject("account_manager_id", UUID.class), row.getBoolean("active")))
			.optional();
	}

	/**
	 * True once per link; the customer's row stays locked if the link, or an earlier one,
	 * was his latest.
	 */
	boolean end(EndedLink link) {
		this.jdbc.sql("""
				update known_customer
				   set partner_id = :partner, owner_partner_id = :owner, epoch = :epoch, active = false
				 where customer_id = :customer and epoch <= :epoch
				""")
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("epoch", link.epoch())
			.param("customer", link.customerId())
			.update();
		return this.jdbc
			.sql("insert into ended_link (customer_id, epoch) values (:customer, :epoch) on conflict do nothing")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.update() == 1;
	}

}
