package io.partnerhub.customer.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.member.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the hub's own rows say about accounts that are to be linked. */
@Repository
class CandidateStore {

	private static final String SELECT = """
			select id, account_name, email, mobile, case when issuer is null then created_at end as opened_here
			from customer
			where
			""";

	/** A prospect stands for few accounts; more than these need no look. */
	private static final int MATCHES = 5;

	private final JdbcClient jdbc;

	CandidateStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Account> find(UUID customerId) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", customerId).query(CandidateStore::account).optional();
	}

	Optional<Account> findByLogin(String issuer, String subject) {
		return this.jdbc.sql(SELECT + "issuer = :issuer and subject = :subject")
			.param("issuer", issuer)
			.param("subject", subject)
			.query(CandidateStore::account)
			.optional();
	}

	/** Customers whom a prospect's address or number belongs to. */
	List<Account> match(Prospect prospect) {
		return this.jdbc.sql(SELECT + """
				lower(account_name) = lower(:account) or lower(email) = :email or mobile = :mobile
				order by id desc
				limit :limit
				""")
			.param("account", prospect.accountName())
			.param("email", prospect.email())
			.param("mobile", prospect.mobile())
			.param("limit", MATCHES)
			.query(CandidateStore::account)
			.list();
	}

	/** Only while he is reserved: a closed row opens nobody's facts. */
	Optional<Prospect> findProspect(UUID preRegistrationId, Sight sight) {
		return this.jdbc
			.sql("select existing_account_name, email, mobile from pre_registration p where " + sight.on("p")
					+ "and p.id = :prospect and p.state in ('PENDING_REVIEW', 'REGISTERED')")
			.params(sight.parameters())
			.param("prospect", preRegistrationId)
			.query((row, index) -> new Prospect(row.getString("existing_account_name"), row.getString("email"),
					row.getString("mobile")))
			.optional();
	}

	/** A pre-registration in review reserves a prospect as well, but wins nothing yet. */
	Standing standing(Candidate candidate, Instant now) {
		return this.jdbc
			.sql("""
					select (select a.owner_partner_id from association a
					        where a.customer_id = :customer and a.ended_at is null) as partner,
					       coalesce(bool_or(p.owner_partner_id = :owner and p.state = 'REGISTERED'), false) as own,
					       coalesce(bool_or(p.owner_partner_id <> :owner), false) as elsewhere
					from pre_registration p
					where p.state in ('PENDING_REVIEW', 'REGISTERED') and (p.state = 'PENDING_REVIEW' or p.valid_until > :now)
					  and (p.email = :email or p.mobile = :mobile or lower(p.existing_account_name) = lower(:account))
					""")
			.param("customer", candidate.customerId())
			.param("owner", candidate.owner())
			.param("now", Timestamp.from(now))
			.param("account", candidate.accountName())
			.param("email", candidate.email())
			.param("mobile", candidate.mobile())
			.query((row, index) -> new Standing(row.getObject("partner", UUID.class), row.getBoolean("own"),
					row.getBoolean("elsewhere")))
			.single();
	}

	private static Account account(ResultSet row, int index) throws SQLException {
		Timestamp openedHere = row.getTimestamp("opened_here");
		return new Account(row.getObject("id", UUID.class), row.getString("account_name"), row.getString("email"),
				row.getString("mobile"), (openedHere != null) ? openedHere.toInstant() : null);
	}

	/**
	 * A customer's account and the ways to reach him.
	 *
	 * @param openedHere since when a partner's platform made the account, if one did
	 */
	record Account(UUID customerId, String name, @Nullable String email, @Nullable String mobile,
			@Nullable Instant openedHere) {

		@Nullable Instant openedAt(@Nullable Instant told) {
			return (told != null) ? told : this.openedHere;
		}

	}

	/** Whom a partner has reserved, in the hub's one spelling. */
	record Prospect(@Nullable String accountName, @Nullable String email, @Nullable String mobile) {
	}

}
