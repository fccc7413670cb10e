package io.partnerhub.customer.invitation;

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

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Only an account made by a partner's platform was opened here. */
	Optional<Known> find(UUID customerId) {
		return this.jdbc.sql("""
				select account_name, case when issuer is null then created_at end as opened_here
				from customer
				where id = :id
				""").param("id", customerId).query((row, index) -> {
			Timestamp openedHere = row.getTimestamp("opened_here");
			return new Known(row.getString("account_name"), (openedHere != null) ? openedHere.toInstant() : null);
		}).optional();
	}

	/** What the hub itself knows of an account. */
	record Known(String name, @Nullable Instant openedHere) {
	}

}
