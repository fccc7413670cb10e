package io.partnerhub.opportunity.customer;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row per customer ever linked: its latest link; an older epoch never overwrites. */
@Repository
class KnownCustomerStore {

	private final JdbcClient jdbc;

	KnownCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void associate(CustomerAssociated association) {
		this.jdbc.sql("""
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
			.param("customer", association.customerId())
			.param("partner", association.partnerId())
			.param("owner", association.ownerPartnerId())
			.param("epoch", association.epoch())
			.param("type", association.associationType().name())
			.param("name", association.customerName())
			.param("account", association.accountName())
			.param("manager", association.accountManagerId())
			.update();
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

	boolean end(CustomerDisassociated end) {
		return this.jdbc.sql("""
				update known_customer
				   set partner_id = :partner, owner_partner_id = :owner, epoch = :epoch, active = false
				 where customer_id = :customer and (epoch < :epoch or (epoch = :epoch and active))
				""")
			.param("partner", end.partnerId())
			.param("owner", end.ownerPartnerId())
			.param("epoch", end.epoch())
			.param("customer", end.customerId())
			.update() == 1;
	}

	boolean knows(UUID customerId) {
		return this.jdbc.sql("select exists (select 1 from known_customer where customer_id = :customer)")
			.param("customer", customerId)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

}
