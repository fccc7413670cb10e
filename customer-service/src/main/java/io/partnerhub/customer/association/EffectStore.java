package io.partnerhub.customer.association;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Columns of customers that a change of their relation touches (ASC-05). */
@Repository
class EffectStore {

	private final JdbcClient jdbc;

	EffectStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
		this.jdbc.sql("update customer set grace_days = :days where id = :id")
			.param("id", customerId)
			.param("days", days)
			.update();
	}

	/** False if he is frozen already. */
	boolean freeze(UUID customerId, String reason) {
		return this.jdbc.sql("""
				update customer set frozen = 1, freeze_reason = :reason, version = version + 1
				where id = :id and frozen = 0
				""").param("id", customerId).param("reason", reason).update() == 1;
	}

	/** What the hub gave, and what the vendor tells of. */
	record Grace(@Nullable Integer present, @Nullable Integer told) {
	}

}
