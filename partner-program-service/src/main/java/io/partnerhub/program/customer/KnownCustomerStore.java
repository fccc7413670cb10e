package io.partnerhub.program.customer;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of known customers. */
@Repository
class KnownCustomerStore {

	private final JdbcClient jdbc;

	KnownCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(UUID customerId) {
		this.jdbc.sql("insert into known_customer (customer_id) values (:id) on conflict do nothing")
			.param("id", customerId)
			.update();
	}

	boolean exists(UUID customerId) {
		return this.jdbc.sql("select exists (select from known_customer where customer_id = :id)")
			.param("id", customerId)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

}
