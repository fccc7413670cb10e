package io.partnerhub.customer.relation;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of customers, read for their requests. */
@Repository
class RelationAccountStore {

	/**
	 * Who waits for his budget was frozen by a rule; everybody else by a person (FRZ-03).
	 */
	private static final String SELECT = """
			select id, account_name, customer_name, email, frozen > 0 and freeze_reason <> 'NO_BUDGET' as frozen_by_hand
			from customer
			where id = :id
			""";

	private final JdbcClient jdbc;

	RelationAccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Account get(UUID customerId) {
		return get(customerId, "");
	}

	/** Commands about a customer come one at a time. */
	Account lock(UUID customerId) {
		return get(customerId, "for no key update");
	}

	private Account get(UUID customerId, String lock) {
		return this.jdbc.sql(SELECT + lock)
			.param("id", customerId)
			.query((row, index) -> new Account(row.getObject("id", UUID.class), row.getString("account_name"),
					row.getString("customer_name"), row.getString("email"), row.getBoolean("frozen_by_hand")))
			.single();
	}

}
