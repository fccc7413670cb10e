package io.partnerhub.customer.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.account.Identity;
import io.partnerhub.customer.member.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the hub's own rows say about accounts that are to be linked. */
@Repository
class CandidateStore {

	private final JdbcClient jdbc;

	CandidateStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How a partner has named whom he pre-registered, whatever became of it. */
	Identity prospect(UUID preRegistrationId) {
		return this.jdbc.sql("select existing_account_name, email, mobile from pre_registration where id = :id")
			.param("id", preRegistrationId)
			.query(CandidateStore::identity)
			.single();
	}

	/** A prospect who is reserved, and in which state; a closed row is none. */
	Optional<Reserved> findReserved(UUID preRegistrationId, Sight sight, Instant now) {
		return this.jdbc
			.sql("select existing_account_name, email, mobile, state from pre_registration p where " + sight.on("p")
					+ """
							and p.id = :prospect
							and (p.state = 'PENDING_REVIEW' or p.state = 'REGISTERED' and p.valid_until > :now)
							""")
			.params(sight.parameters())
			.param("prospect", preRegistrationId)
			.param("now", Timestamp.from(now))
			.query((row, index) -> new Reserved(identity(row, index), row.getString("state")))
			.optional();
	}

	/**
	 * A pre-registration in review reserves a prospect as well, but wins nothing yet; nor
	 * does one that names another account of his.
	 */
	Standing standing(Candidate candidate, Instant now) {
		return this.jdbc
			.sql("""
					select (select a.owner_partner_id from association a
					        where a.customer_id = :customer and a.ended_at is null) as partner,
					       coalesce(bool_or(p.owner_partner_id = :owner and p.state = 'REGISTERED'
					                        and (p.existing_account_name is null
					                             or lower(p.existing_account_name) = lower(:account))), false) as own,
					       coalesce(bool_or(p.owner_partner_id <> :owner), false) as elsewhere
					from pre_registration p
					where p.state in ('PENDING_REVIEW', 'REGISTERED') and (p.state = 'PENDING_REVIEW' or p.valid_until > :now)
					  and (p.email = any(:emails) or p.mobile = any(:mobiles) or lower(p.existing_account_name) = any(:names))
					""")
			.param("customer", candidate.customerId())
			.param("owner", candidate.owner())
			.param("now", Timestamp.from(now))
			.param("account", candidate.accountName())
			.param("names", candidate.accountNames().toArray(String[]::new))
			.param("emails", candidate.emails().toArray(String[]::new))
			.param("mobiles", candidate.mobiles().toArray(String[]::new))
			.query((row, index) -> new Standing(row.getObject("partner", UUID.class), row.getBoolean("own"),
					row.getBoolean("elsewhere")))
			.single();
	}

	private static Identity identity(ResultSet row, int index) throws SQLException {
		return new Identity(row.getString("existing_account_name"), row.getString("email"), row.getString("mobile"));
	}

	/** Whom a partner has reserved; in review he is not his to approach yet (PRE-05). */
	record Reserved(Identity prospect, String state) {

		boolean inReview() {
			return this.state.equals("PENDING_REVIEW");
		}

	}

}
