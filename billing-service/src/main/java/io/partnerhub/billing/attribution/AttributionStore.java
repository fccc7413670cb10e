package io.partnerhub.billing.attribution;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of links and assignments with their periods. */
@Component
class AttributionStore {

	private final JdbcClient jdbc;

	AttributionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins a link where the customer's earlier ones end; one that is older than the
	 * latest changes nothing.
	 */
	void begin(LinkPeriod link) {
		boolean ended = this.jdbc.sql("""
				update customer_link set valid_to = greatest(valid_from, :from)
				where customer_id = :customer and epoch < :epoch and valid_to is null
				""")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.param("from", Timestamp.from(link.from()))
			.update() > 0;
		if (ended) {
			changed(link.customerId(), link.from());
		}
		this.jdbc
			.sql("""
					insert into customer_link (customer_id, epoch, partner_id, owner_partner_id, association_type, valid_from)
					select :customer, :epoch, :partner, :owner, :type, greatest(:from, max(valid_to))
					from customer_link
					where customer_id = :customer
					having coalesce(max(epoch), 0) < :epoch
					""")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.param("partner", link.realm().partnerId())
			.param("owner", link.realm().ownerPartnerId())
			.param("type", link.associationType().name())
			.param("from", Timestamp.from(link.from()))
			.update();
	}

	/** Ends the customer's link and the period of whoever looked after him. */
	void end(UUID customer, int epoch, Instant at) {
		this.jdbc.sql("""
				update customer_link set valid_to = greatest(valid_from, :at)
				where customer_id = :customer and epoch <= :epoch and valid_to is null
				""").param("customer", customer).param("epoch", epoch).param("at", Timestamp.from(at)).update();
		endAssignment(customer, at);
	}

	private void endAssignment(UUID customer, Instant at) {
		this.jdbc.sql("""
				update customer_assignment
				set valid_to = greatest(valid_from, :at)
				where customer_id = :customer and valid_to is null
				""").param("customer", customer).param("at", Timestamp.from(at)).update();
		changed(customer, at);
	}

	/** What was posted for a later moment is looked at again. */
	private void changed(UUID customer, Instant at) {
		this.jdbc.sql("""
				insert into attribution_change as c (customer_id, since)
				values (:customer, :at)
				on conflict (customer_id) do update set since = least(c.since, excluded.since)
				""").param("customer", customer).param("at", Timestamp.from(at)).update();
	}

	/**
	 * Takes customers whose partner, model or account manager changed, and since when.
	 */
	List<Change> takeChanges(int limit) {
		return this.jdbc
			.sql("""
					delete from attribution_change
					where customer_id = any(array(select customer_id from attribution_change order by customer_id limit :limit
					                              for update skip locked))
					returning customer_id, since
					""")
			.param("limit", limit)
			.query((row, index) -> new Change(row.getObject("customer_id", UUID.class),
					row.getTimestamp("since").toInstant()))
			.list();
	}

	/** From one account manager to the next without gap or overlap. */
	void assign(CustomerAssigned event, Instant performanceFrom) {
		endAssignment(event.customerId(), event.assignedAt());
		this.jdbc
			.sql("""
					insert into customer_assignment (customer_id, partner_id, owner_partner_id, account_manager_id, valid_from,
					                                 performance_from)
					select :customer, :partner, :owner, :member, greatest(:from, max(valid_to)),
					       greatest(:performanceFrom, max(valid_to))
					from customer_assignment
					where customer_id = :customer
					on conflict (customer_id, valid_from) do update
					set account_manager_id = excluded.account_manager_id, partner_id = excluded.partner_id,
					    owner_partner_id = excluded.owner_partner_id, performance_from = excluded.performance_from,
					    valid_to = null
					""")
			.param("customer", event.customerId())
			.param("partner", event.partnerId())
			.param("owner", event.ownerPartnerId())
			.param("member", event.accountManagerId())
			.param("from", Timestamp.from(event.assignedAt()))
			.param("performanceFrom", Timestamp.from(performanceFrom))
			.update();
	}

	/** Who had the customer at a time, of those in the sight. */
	Optional<Attribution> find(Sight sight, UUID customer, Instant at) {
		return this.jdbc.sql("""
				select l.partner_id, l.owner_partner_id, l.association_type, l.epoch, a.account_manager_id
				from customer_link l
				left join customer_assignment a
				  on a.customer_id = l.customer_id and a.owner_partner_id = l.owner_partner_id
				 and a.valid_from <= :at and (a.valid_to is null or :at < a.valid_to)
				where l.customer_id = :customer and l.valid_from <= :at and (l.valid_to is null or :at < l.valid_to)
				  and l.owner_partner_id = :owner
				""" + sight.onManager("a.account_manager_id"))
			.param("customer", customer)
			.param("at", Timestamp.from(at))
			.params(sight.parameters())
			.query((row, index) -> new Attribution(customer,
					new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
					AssociationType.valueOf(row.getString("association_type")), row.getInt("epoch"),
					row.getObject("account_manager_id", UUID.class)))
			.optional();
	}

	Optional<Attribution> holder(UUID customer, Instant at) {
		return this.jdbc.sql("""
				select partner_id, owner_partner_id, association_type, epoch
				from customer_link
				where customer_id = :customer and valid_from <= :at and (valid_to is null or :at < valid_to)
				""")
			.param("customer", customer)
			.param("at", Timestamp.from(at))
			.query((row, index) -> new Attribution(customer,
					new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
					AssociationType.valueOf(row.getString("association_type")), row.getInt("epoch"), null))
			.optional();
	}

	/** Whether the customer ever was one of those in the sight (CON-04, ASG-10). */
	boolean everHad(Sight sight, UUID customer) {
		return this.jdbc.sql("""
				select exists (
				    select from customer_link l
				    left join customer_assignment a
				      on a.customer_id = l.customer_id and a.owner_partner_id = l.owner_partner_id
				    where l.customer_id = :customer and l.owner_partner_id = :owner
				""" + sight.onManager("a.account_manager_id") + ")")
			.param("customer", customer)
			.params(sight.parameters())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

}
