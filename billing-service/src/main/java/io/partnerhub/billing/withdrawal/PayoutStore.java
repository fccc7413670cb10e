package io.partnerhub.billing.withdrawal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.remote.Handovers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of payouts. */
@Component
class PayoutStore {

	private static final String COLUMNS = "instruction_id, withdrawal_id, signing_entity, state, sendings, reason, answered_at";

	private final JdbcClient jdbc;

	private final Handovers handovers;

	PayoutStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.handovers = new Handovers(jdbc, "payout", "instruction_id");
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

	/** How far they are with the bank. */
	Handovers handovers() {
		return this.handovers;
	}

	List<Payout> findAll(List<UUID> instructionIds) {
		return this.jdbc.sql("select " + COLUMNS + " from payout where instruction_id = any(:ids)")
			.param("ids", instructionIds.toArray(UUID[]::new))
			.query((row, index) -> payout(row))
			.list();
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
