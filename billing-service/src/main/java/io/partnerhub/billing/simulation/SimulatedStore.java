package io.partnerhub.billing.simulation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.simulation.SimulatedBooks.Book;
import io.partnerhub.billing.simulation.SimulatedBooks.Kept;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of simulated books; each statement commits by itself. */
@Component
class SimulatedStore {

	private static final String REJECTED = "REJECTED";

	private final JdbcClient jdbc;

	SimulatedStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if something is known of it. */
	boolean insertLost(Book book, UUID instructionId, Money amount, Instant now) {
		return this.jdbc.sql("""
				insert into %s (instruction_id, amount_minor, outcome, answers_at)
				values (:id, :amount, 'LOST', :now)
				on conflict do nothing
				""".formatted(book.table()))
			.param("id", instructionId)
			.param("amount", amount.minor())
			.param("now", Timestamp.from(now))
			.update() == 1;
	}

	void keep(Book book, Kept kept) {
		this.jdbc.sql("""
				insert into %s as known (instruction_id, amount_minor, outcome, answers_at)
				values (:id, :amount, :outcome, :answers)
				on conflict (instruction_id) do update
				set outcome = excluded.outcome, answers_at = excluded.answers_at
				where known.outcome = 'LOST'
				""".formatted(book.table()))
			.param("id", kept.instructionId())
			.param("amount", kept.amount().minor())
			.param("outcome", kept.refused() ? REJECTED : book.done())
			.param("answers", Timestamp.from(kept.answersAt()))
			.update();
	}

	Optional<Kept> find(Book book, UUID instructionId) {
		return this.jdbc.sql("""
				select instruction_id, amount_minor, outcome, answers_at
				from %s
				where instruction_id = :id and outcome <> 'LOST'
				""".formatted(book.table()))
			.param("id", instructionId)
			.query((row, index) -> new Kept(row.getObject("instruction_id", UUID.class),
					Money.ofMinor(row.getLong("amount_minor")), REJECTED.equals(row.getString("outcome")),
					row.getTimestamp("answers_at").toInstant()))
			.optional();
	}

}
