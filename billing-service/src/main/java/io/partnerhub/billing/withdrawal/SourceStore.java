package io.partnerhub.billing.withdrawal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.bank.BankData;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what a withdrawal takes and of how it went on; neither ever changes. */
@Component
class SourceStore {

	private final JdbcClient jdbc;

	private final BankData bankData;

	SourceStore(JdbcClient jdbc, BankData bankData) {
		this.jdbc = jdbc;
		this.bankData = bankData;
	}

	void insert(Withdrawal withdrawal, List<Source> sources) {
		this.jdbc.sql("""
				insert into withdrawal_source (withdrawal_id, flow_id, partner_id, owner_partner_id, position,
				                               amount_minor)
				select :withdrawal, s.flow, :partner, :owner, s.position, s.amount
				from unnest(:flows::uuid[], :amounts::bigint[]) with ordinality as s (flow, amount, position)
				""")
			.param("withdrawal", withdrawal.id())
			.param("partner", withdrawal.realm().partnerId())
			.param("owner", withdrawal.realm().ownerPartnerId())
			.param("flows", sources.stream().map((source) -> source.flow().id()).toArray(UUID[]::new))
			.param("amounts", sources.stream().map((source) -> source.amount().minor()).toArray(Long[]::new))
			.update();
	}

	List<SourceRow> of(UUID withdrawal) {
		return this.jdbc.sql("""
				select s.flow_id, f.channel, t.bank_serial_number, f.signing_entity, f.payer, s.amount_minor
				from withdrawal_source s
				join top_up_flow f on f.id = s.flow_id
				join top_up t on t.id = s.flow_id
				where s.withdrawal_id = :id
				order by s.position
				""").param("id", withdrawal).query((row, index) -> source(row)).list();
	}

	void insertStep(Withdrawal withdrawal, String operator, Instant at) {
		this.jdbc.sql("""
				insert into withdrawal_step (withdrawal_id, version, state, operator, reason, at)
				values (:id, :version, :state, :operator, :reason, :at)
				""")
			.param("id", withdrawal.id())
			.param("version", withdrawal.version())
			.param("state", withdrawal.state().name())
			.param("operator", operator)
			.param("reason", withdrawal.reason())
			.param("at", Timestamp.from(at))
			.update();
	}

	List<Step> steps(UUID withdrawal) {
		return this.jdbc
			.sql("select state, operator, reason, at from withdrawal_step where withdrawal_id = :id order by version")
			.param("id", withdrawal)
			.query((row, index) -> new Step(WithdrawalState.valueOf(row.getString("state")), row.getString("operator"),
					row.getString("reason"), row.getTimestamp("at").toInstant()))
			.list();
	}

	private SourceRow source(ResultSet row) throws SQLException {
		UUID flow = row.getObject("flow_id", UUID.class);
		byte[] payer = row.getBytes("payer");
		return new SourceRow(flow, Channel.valueOf(row.getString("channel")), row.getString("bank_serial_number"),
				row.getString("signing_entity"), (payer != null) ? this.bankData.decrypt(payer, flow) : null,
				Money.ofMinor(row.getLong("amount_minor")));
	}

}
