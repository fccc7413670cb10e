package io.partnerhub.customer.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the accounts of customers whom the hub knows. */
@Repository
class AccountStore {

	/**
	 * Only an account made by a partner's platform was opened here, and its number was
	 * proven with a code (INV-12).
	 */
	private static final String SELECT = """
			select id, account_name, email, mobile, login_email, case when issuer is null then created_at end as opened_here,
			       case when issuer is null then mobile end as proven_mobile
			from customer
			where
			""";

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Known> find(UUID customerId) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", customerId).query(AccountStore::known).optional();
	}

	Optional<Known> find(@Nullable String issuer, @Nullable String subject) {
		return this.jdbc.sql(SELECT + "issuer = :issuer and subject = :subject")
			.param("issuer", issuer)
			.param("subject", subject)
			.query(AccountStore::known)
			.optional();
	}

	/** Customers in whose records one of these names stands, the newest first. */
	List<Known> match(Identity named, int limit) {
		return this.jdbc.sql(SELECT + """
				lower(account_name) = lower(:account) or lower(email) = :email or mobile = :mobile
				order by id desc
				limit :limit
				""")
			.param("account", named.accountName())
			.param("email", named.email())
			.param("mobile", named.mobile())
			.param("limit", limit)
			.query(AccountStore::known)
			.list();
	}

	private static Known known(ResultSet row, int index) throws SQLException {
		Timestamp openedHere = row.getTimestamp("opened_here");
		return new Known(row.getObject("id", UUID.class), row.getString("account_name"), row.getString("login_email"),
				row.getString("proven_mobile"), new Identity(null, row.getString("email"), row.getString("mobile")),
				(openedHere != null) ? openedHere.toInstant() : null);
	}

	/** What the hub itself knows of an account. */
	record Known(@Nullable UUID customerId, String name, @Nullable String loginEmail, @Nullable String provenMobile,
			Identity noted, @Nullable Instant openedHere) {

		static Known unknown(String name) {
			return new Known(null, name, null, null, Identity.NONE, null);
		}

	}

}
