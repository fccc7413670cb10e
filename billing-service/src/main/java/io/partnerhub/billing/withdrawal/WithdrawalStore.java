package io.partnerhub.billing.withdrawal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.bank.BankData;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of withdrawals and their steps; each change of state leaves one. */
@Component
class WithdrawalStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, type, state, version, amount_minor, cash_minor, owed_minor,
			       unposted_minor, arrears_minor, bank, expected_by, operator, reason, submitted_at, finished_at
			from withdrawal
			""";

	private static final String OWN = "where id = :id and partner_id = :partner and owner_partner_id = :owner\n";

	private final JdbcClient jdbc;

	private final BankData bankData;

	private final SourceStore sources;

	WithdrawalStore(JdbcClient jdbc, BankData bankData, SourceStore sources) {
		this.jdbc = jdbc;
		this.bankData = bankData;
		this.sources = sources;
	}

	void insert(Withdrawal withdrawal, List<Source> sources) {
		Withdrawable accepted = withdrawal.accepted();
		this.jdbc
			.sql("""
					insert into withdrawal (id, partner_id, owner_partner_id, type, state, version, amount_minor, currency,
					                        cash_minor, owed_minor, unposted_minor, arrears_minor, bank, expected_by, operator,
					                        submitted_at)
					values (:id, :partner, :owner, :type, :state, :version, :amount, :currency, :cash, :owed, :unposted,
					        :arrears, :bank, :expected, :operator, :submitted)
					""")
			.param("id", withdrawal.id())
			.param("partner", withdrawal.realm().partnerId())
			.param("owner", withdrawal.realm().ownerPartnerId())
			.param("type", withdrawal.type().name())
			.param("state", withdrawal.state().name())
			.param("version", withdrawal.version())
			.param("amount", withdrawal.amount().minor())
			.param("currency", withdrawal.amount().currency().getCurrencyCode())
			.param("cash", accepted.cash().minor())
			.param("owed", accepted.owedInvoices().minor())
			.param("unposted", accepted.unposted().minor())
			.param("arrears", accepted.arrears().minor())
			.param("bank",
					(withdrawal.bank() != null) ? this.bankData.encrypt(withdrawal.bank(), withdrawal.id()) : null,
					Types.BINARY)
			.param("expected", withdrawal.expectedBy())
			.param("operator", withdrawal.operator())
			.param("submitted", Timestamp.from(withdrawal.submittedAt()))
			.update();
		this.sources.insert(withdrawal, sources);
		this.sources.insertStep(withdrawal, withdrawal.operator(), withdrawal.submittedAt());
	}

	/** Keeps the next state of a withdrawal that was locked in the one before. */
	void save(Withdrawal withdrawal, String operator, Instant now) {
		this.jdbc.sql("""
				update withdrawal
				set state = :state, version = :version, reason = :reason, finished_at = :finished
				where id = :id
				""")
			.param("id", withdrawal.id())
			.param("state", withdrawal.state().name())
			.param("version", withdrawal.version())
			.param("reason", withdrawal.reason())
			.param("finished", timestamp(withdrawal.finishedAt()), Types.TIMESTAMP)
			.update();
		this.sources.insertStep(withdrawal, operator, now);
	}

	/** The one that is open, if any. */
	Optional<UUID> findOpen(Realm realm) {
		return this.jdbc.sql("""
				select id
				from withdrawal
				where owner_partner_id = :owner and state in ('SUBMITTED', 'APPROVED', 'PROCESSING')
				""")
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	Optional<Withdrawal> find(Realm realm, UUID id) {
		return own(OWN, realm, id);
	}

	Optional<Withdrawal> lock(Realm realm, UUID id) {
		return own(OWN + "for update", realm, id);
	}

	Optional<Withdrawal> find(UUID id) {
		return query("where id = :id", id);
	}

	Optional<Withdrawal> lock(UUID id) {
		return query("where id = :id for update", id);
	}

	/** Newest first; a condition that is absent is none. */
	List<Withdrawal> page(@Nullable Realm realm, @Nullable UUID partnerId, @Nullable WithdrawalState state,
			PageQuery page) {
		Conditions conditions = new Conditions()
			.and("partner_id = :tenant", "tenant", (realm != null) ? realm.partnerId() : null)
			.and("owner_partner_id = :own", "own", (realm != null) ? realm.ownerPartnerId() : null)
			.and("owner_partner_id = :partner", "partner", partnerId)
			.and("state = :state", "state", state)
			.and("id < :after", "after", page.after());
		if (realm != null) {
			conditions.and("state <> 'DELETED'");
		}
		return this.jdbc.sql(SELECT + "where " + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> withdrawal(row))
			.list();
	}

	List<SourceRow> sources(UUID id) {
		return this.sources.of(id);
	}

	List<Step> steps(UUID id) {
		return this.sources.steps(id);
	}

	private Optional<Withdrawal> own(String condition, Realm realm, UUID id) {
		return this.jdbc.sql(SELECT + condition)
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> withdrawal(row))
			.optional();
	}

	private Optional<Withdrawal> query(String condition, UUID id) {
		return this.jdbc.sql(SELECT + condition).param("id", id).query((row, index) -> withdrawal(row)).optional();
	}

	private Withdrawal withdrawal(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		byte[] bank = row.getBytes("bank");
		Timestamp finished = row.getTimestamp("finished_at");
		return new Withdrawal(id,
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				WithdrawalType.valueOf(row.getString("type")), WithdrawalState.valueOf(row.getString("state")),
				row.getInt("version"), Money.ofMinor(row.getLong("amount_minor")),
				new Withdrawable(Money.ofMinor(row.getLong("cash_minor")), Money.ofMinor(row.getLong("owed_minor")),
						Money.ofMinor(row.getLong("unposted_minor")), Money.ofMinor(row.getLong("arrears_minor"))),
				(bank != null) ? this.bankData.decrypt(bank, id) : null, row.getObject("expected_by", LocalDate.class),
				row.getString("operator"), row.getString("reason"), row.getTimestamp("submitted_at").toInstant(),
				(finished != null) ? finished.toInstant() : null);
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
