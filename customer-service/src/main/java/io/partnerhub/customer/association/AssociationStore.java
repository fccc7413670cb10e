package io.partnerhub.customer.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of links. An ended one stays for good. */
@Repository
class AssociationStore {

	private static final String PRESENT = """
			select id, partner_id, owner_partner_id, customer_id, epoch, association_type, account_manager_id,
			       associated_at
			from association
			where customer_id = :customer and ended_at is null
			""";

	private final JdbcClient jdbc;

	AssociationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Association> findPresent(UUID customerId) {
		return this.jdbc.sql(PRESENT).param("customer", customerId).query(AssociationStore::association).optional();
	}

	Optional<Association> findPresent(UUID customerId, Sight sight) {
		return this.jdbc.sql(PRESENT + "and " + sight.on("association"))
			.params(sight.parameters())
			.param("customer", customerId)
			.query(AssociationStore::association)
			.optional();
	}

	Optional<Association> lockPresent(UUID customerId) {
		return this.jdbc.sql(PRESENT + "for update")
			.param("customer", customerId)
			.query(AssociationStore::association)
			.optional();
	}

	/**
	 * A link starts no earlier than the last one ended, whatever the clock says (I-49);
	 * nothing is inserted next to a present one.
	 */
	Optional<Association> insert(NewLink link, List<String> unknownChecks, Instant now) {
		return this.jdbc.sql("""
				insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type,
				                         account_manager_id, pre_registration_id, invitation_id,
				                         invitation_link_id, unknown_checks, associated_at)
				select :id, :partner, :owner, :customer, coalesce(max(epoch), 0) + 1, :type,
				       :manager, :preRegistration, :invitation, :link, :unknown, greatest(:now, max(ended_at))
				from association
				where customer_id = :customer
				on conflict do nothing
				returning id, partner_id, owner_partner_id, customer_id, epoch, association_type, account_manager_id,
				          associated_at
				""")
			.param("id", Ids.next())
			.param("partner", link.partner().partnerId())
			.param("owner", link.partner().ownerPartnerId())
			.param("customer", link.customerId())
			.param("type", link.type().name())
			.param("manager", link.accountManagerId())
			.param("preRegistration", link.preRegistrationId())
			.param("invitation", link.invitationId())
			.param("link", link.invitationLinkId())
			.param("unknown", unknownChecks.toArray(String[]::new))
			.param("now", Timestamp.from(now))
			.query(AssociationStore::association)
			.optional();
	}

	Instant end(UUID id, String reason, Instant now) {
		return this.jdbc.sql("""
				update association set ended_at = greatest(:now, associated_at), end_reason = :reason
				where id = :id and ended_at is null
				returning ended_at
				""")
			.param("id", id)
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.query((row, index) -> row.getTimestamp("ended_at").toInstant())
			.single();
	}

	static Association association(ResultSet row, int index) throws SQLException {
		return new Association(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getInt("epoch"), AssociationType.valueOf(row.getString("association_type")),
				row.getObject("account_manager_id", UUID.class), row.getTimestamp("associated_at").toInstant());
	}

}
