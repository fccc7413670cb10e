package io.partnerhub.billing.withdrawal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of payouts. */
@Component
class PayoutStore {

	private static final String COLUMNS = "instruction_id, withdrawal_id, signing_entity, state, sendings, reason, answered_at";

	private final JdbcClient jdbc;

	PayoutStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID instructionId, Withdrawal withdrawal, String signingEntity, Instant now) {
		this.jdbc
			.sql("""
					insert into payout (instruction_id, withdrawal_id, partner_id, owner_partner_id, signing_entity, state, due_at)
					values (:id, :withdrawal, :partner, :owner, :entity, 'WAITING', :now)
					""")
			.param("id", instructionId)
			.param("withdrawal", withdrawal.id())
			.param("partner", withdrawal.realm().partnerId())
			.param("owner", withdrawal.realm().ownerPartnerId())
			.param("entity", signingEntity)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** Those due; nobody else takes them before the next time they are. */
	List<Payout> claim(Instant now, Instant next, int limit) {
		return this.jdbc.sql("""
				with due as (
				    select instruction_id
				    from payout
				    where state in ('WAITING', 'SENT', 'UNKNOWN') and due_at <= :now
				    order by due_at
				    limit :limit
				    for update skip locked)
				update payout
				set due_at = :next
				where instruction_id = any(array(select instruction_id from due))
				returning
				""" + COLUMNS)
			.param("now", Timestamp.from(now))
			.param("next", Timestamp.from(next))
			.param("limit", limit)
			.query((row, index) -> payout(row))
			.list();
	}

	/** Notes that it is handed over now; false if it was answered meanwhile. */
	boolean send(UUID instructionId) {
		return this.jdbc.sql(
				"update payout set state = 'SENT', sendings = sendings + 1 where instruction_id = :id and state = 'WAITING'")
			.param("id", instructionId)
			.update() == 1;
	}

	/** Notes what is not final; an answer that came meanwhile stays. */
	void waitFor(UUID instructionId, Payout.State state, Instant due) {
		this.jdbc.sql("""
				update payout
				set state = :state, due_at = :due
				where instruction_id = :id and state in ('SENT', 'UNKNOWN')
				""").param("id", instructionId).param("state", state.name()).param("due", Timestamp.from(due)).update();
	}

	void answer(UUID instructionId, Payout.State state, @Nullable String reason, Instant now) {
		this.jdbc.sql("""
				update payout
				set state = :state, reason = :reason, answered_at = :now
				where instruction_id = :id
				""")
			.param("id", instructionId)
			.param("state", state.name())
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** How many the bank may have paid or not. */
	long unknown() {
		return this.jdbc.sql("select count(*) from payout where state = 'UNKNOWN'").query(Long.class).single();
	}

	Optional<Payout> find(UUID instructionId) {
		return query("select " + COLUMNS + " from payout where instruction_id = :id", instructionId);
	}

	Optional<Payout> findOf(UUID withdrawalId) {
		return query("select " + COLUMNS + " from payout where withdrawal_id = :id", withdrawalId);
	}

	private Optional<Payout> query(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).query((row, index) -> payout(row)).optional();
	}

	private static Payout payout(ResultSet row) throws SQLException {
		Timestamp answered = row.getTimestamp("answered_at");
		return new Payout(row.getObject("instruction_id", UUID.class), row.getObject("withdrawal_id", UUID.class),
				row.getString("signing_entity"), Payout.State.valueOf(row.getString("state")), row.getInt("sendings"),
				row.getString("reason"), (answered != null) ? answered.toInstant() : null);
	}

}
