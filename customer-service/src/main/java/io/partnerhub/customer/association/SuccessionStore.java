package io.partnerhub.customer.association;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of links that follow one another without a gap. */
@Repository
class SuccessionStore {

	private final JdbcClient jdbc;

	SuccessionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Both periods are half open, so that they meet and never overlap (I-27). What won
	 * the customer once belongs to the link it was won with.
	 */
	Association succeed(Association link, Next next, String reason, Instant now) {
		this.jdbc.sql("""
				update association set ended_at = greatest(:now, associated_at), end_reason = :reason
				where id = :id and ended_at is null
				""").param("id", link.id()).param("reason", reason).param("now", Timestamp.from(now)).update();
		return this.jdbc.sql("""
				insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type,
				                         account_manager_id, associated_at)
				select :id, partner_id, :owner, customer_id, epoch + 1, :type, :manager, ended_at
				from association
				where id = :old
				returning id, partner_id, owner_partner_id, customer_id, epoch, association_type, account_manager_id,
				          associated_at
				""")
			.param("id", Ids.next())
			.param("old", link.id())
			.param("owner", next.owner())
			.param("type", next.type().name())
			.param("manager", next.accountManagerId())
			.query(AssociationStore::association)
			.single();
	}

	/** What the next link is like. */
	record Next(UUID owner, AssociationType type, @Nullable UUID accountManagerId) {
	}

}
