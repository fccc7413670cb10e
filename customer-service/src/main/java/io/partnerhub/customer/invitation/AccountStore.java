package io.partnerhub.customer.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the account of a customer whom the hub knows. */
@Repository
class AccountStore {

	/** Only an account made by a partner's platform was opened here. */
	private static final String SELECT = """
			select id, account_name, case when issuer is null then created_at end as opened_here
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

	private static Known known(ResultSet row, int index) throws SQLException {
		Timestamp openedHere = row.getTimestamp("opened_here");
		return new Known(row.getObject("id", UUID.class), row.getString("account_name"),
				(openedHere != null) ? openedHere.toInstant() : null);
	}

	/** What the hub itself knows of an account. */
	record Known(@Nullable UUID customerId, String name, @Nullable Instant openedHere) {
	}

}
