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

/** Rows of customers' accounts as far as a link needs or changes them. */
@Repository
class AccountStore {

	private static final String SELECT = "select id, account_name, email, mobile from customer where ";

	/** A prospect stands for few accounts; more than these need no look. */
	private static final int MATCHES = 5;

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Account> find(UUID customerId) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", customerId).query(AccountStore::account).optional();
	}

	Optional<Account> findByLogin(String issuer, String subject) {
		return this.jdbc.sql(SELECT + "issuer = :issuer and subject = :subject")
			.param("issuer", issuer)
			.param("subject", subject)
			.query(AccountStore::account)
			.optional();
	}

	/** Customers whom a prospect's address or number belongs to. */
	List<Account> match(Prospect prospect) {
		return this.jdbc.sql(SELECT + "email = :email or mobile = :mobile order by id desc limit :limit")
			.param("email", prospect.email())
			.param("mobile", prospect.mobile())
			.param("limit", MATCHES)
			.query(AccountStore::account)
			.list();
	}

	Optional<Prospect> findProspect(UUID preRegistrationId, Sight sight) {
		return this.jdbc
			.sql("select email, mobile from pre_registration p where " + sight.on("p") + "and p.id = :prospect")
			.params(sight.parameters())
			.param("prospect", preRegistrationId)
			.query((row, index) -> new Prospect(row.getString("email"), row.getString("mobile")))
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
					  and (p.email = :email or p.mobile = :mobile)
					""")
			.param("customer", candidate.customerId())
			.param("owner", candidate.owner())
			.param("now", Timestamp.from(now))
			.param("email", candidate.email())
			.param("mobile", candidate.mobile())
			.query((row, index) -> new Standing(row.getObject("partner", UUID.class), row.getBoolean("own"),
					row.getBoolean("elsewhere")))
			.single();
	}

	Grace lockGrace(UUID customerId) {
		return this.jdbc.sql("""
				select c.grace_days as present, f.grace_days as told
				from customer c left join account_facts f on f.account_name = lower(c.account_name)
				where c.id = :id
				for update of c
				""")
			.param("id", customerId)
			.query((row, index) -> new Grace(row.getObject("present", Integer.class),
					row.getObject("told", Integer.class)))
			.single();
	}

	void setGrace(UUID customerId, int days) {
		this.jdbc.sql("update customer set grace_days = :days, version = version + 1 where id = :id")
			.param("id", customerId)
			.param("days", days)
			.update();
	}

	/** False if he is frozen already. */
	boolean freeze(UUID customerId) {
		return this.jdbc.sql("update customer set frozen = 1, version = version + 1 where id = :id and frozen = 0")
			.param("id", customerId)
			.update() == 1;
	}

	private static Account account(ResultSet row, int index) throws SQLException {
		return new Account(row.getObject("id", UUID.class), row.getString("account_name"), row.getString("email"),
				row.getString("mobile"));
	}

	/** A customer's account and the ways to reach him. */
	record Account(UUID customerId, String name, @Nullable String email, @Nullable String mobile) {
	}

	/** Whom a partner has reserved, in the hub's one spelling. */
	record Prospect(String email, @Nullable String mobile) {
	}

	/** What the hub gave, and what the vendor tells of. */
	record Grace(@Nullable Integer present, @Nullable Integer told) {
	}

}
