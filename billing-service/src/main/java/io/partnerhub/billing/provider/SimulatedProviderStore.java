package io.partnerhub.billing.provider;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.provider.ProviderPort.Outcome;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The simulated provider's own books; each statement commits by itself. */
@Component
class SimulatedProviderStore {

	private final JdbcClient jdbc;

	SimulatedProviderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** True the first time it hears of an instruction, which it then forgets. */
	boolean losesFirst(UUID instructionId, Money amount, Instant now) {
		return this.jdbc.sql("""
				insert into simulated_collection (instruction_id, amount_minor, outcome, answers_at)
				values (:id, :amount, 'LOST', :now)
				on conflict do nothing
				""")
			.param("id", instructionId)
			.param("amount", amount.minor())
			.param("now", Timestamp.from(now))
			.update() == 1;
	}

	/** What was decided first stays. */
	void keep(Kept kept) {
		this.jdbc.sql("""
				insert into simulated_collection as c (instruction_id, amount_minor, outcome, answers_at)
				values (:id, :amount, :outcome, :answers)
				on conflict (instruction_id) do update
				set outcome = excluded.outcome, answers_at = excluded.answers_at
				where c.outcome = 'LOST'
				""")
			.param("id", kept.instructionId())
			.param("amount", kept.amount().minor())
			.param("outcome", kept.outcome().name())
			.param("answers", Timestamp.from(kept.answersAt()))
			.update();
	}

	Optional<Kept> find(UUID instructionId) {
		return this.jdbc.sql("""
				select instruction_id, amount_minor, outcome, answers_at
				from simulated_collection
				where instruction_id = :id and outcome <> 'LOST'
				""")
			.param("id", instructionId)
			.query((row, index) -> new Kept(row.getObject("instruction_id", UUID.class),
					Money.ofMinor(row.getLong("amount_minor")), Outcome.valueOf(row.getString("outcome")),
					row.getTimestamp("answers_at").toInstant()))
			.optional();
	}

	/** A payment or refund as the provider has it. */
	record Kept(UUID instructionId, Money amount, Outcome outcome, Instant answersAt) {
	}

}
