package io.partnerhub.billing.bank;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.bank.BankPort.Outcome;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The simulated bank's own books; each statement commits by itself. */
@Component
class SimulatedPaymentStore {

	private final JdbcClient jdbc;

	SimulatedPaymentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** True the first time it hears of an instruction, which it then forgets. */
	boolean losesFirst(UUID instructionId, Money amount, Instant now) {
		return this.jdbc.sql("""
				insert into simulated_payment (instruction_id, amount_minor, outcome, answers_at)
				values (:id, :amount, 'LOST', :now)
				on conflict do nothing
				""")
			.param("id", instructionId)
			.param("amount", amount.minor())
			.param("now", Timestamp.from(now))
			.update() == 1;
	}

	/** What was decided first stays. */
	void keep(Kept payment) {
		this.jdbc.sql("""
				insert into simulated_payment as p (instruction_id, amount_minor, outcome, answers_at)
				values (:id, :amount, :outcome, :answers)
				on conflict (instruction_id) do update
				set outcome = excluded.outcome, answers_at = excluded.answers_at
				where p.outcome = 'LOST'
				""")
			.param("id", payment.instructionId())
			.param("amount", payment.amount().minor())
			.param("outcome", payment.outcome().name())
			.param("answers", Timestamp.from(payment.answersAt()))
			.update();
	}

	Optional<Kept> find(UUID instructionId) {
		return this.jdbc.sql("""
				select instruction_id, amount_minor, outcome, answers_at
				from simulated_payment
				where instruction_id = :id and outcome <> 'LOST'
				""")
			.param("id", instructionId)
			.query((row, index) -> new Kept(row.getObject("instruction_id", UUID.class),
					Money.ofMinor(row.getLong("amount_minor")), Outcome.valueOf(row.getString("outcome")),
					row.getTimestamp("answers_at").toInstant()))
			.optional();
	}

	/** A payment as the bank has it. */
	record Kept(UUID instructionId, Money amount, Outcome outcome, Instant answersAt) {
	}

}
