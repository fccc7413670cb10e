package io.partnerhub.billing.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.AccountHistory.Mark;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.statement.AccountStatement.State;
import io.partnerhub.platform.job.Claims;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of statements and their progress. */
@Component
class AccountStatementStore {

	private static final String COLUMNS = """
			id, partner_id, owner_partner_id, account_id, state, format, language, period_from, period_to, after_sequence,
			last_sequence, opening_minor, closing_minor, done, attempts, operator, created_at, finished_at
			""";

	private final JdbcClient jdbc;

	private final Claims claims;

	AccountStatementStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.claims = new Claims(jdbc, "account_statement");
	}

	/** Who writes which of them. */
	Claims claims() {
		return this.claims;
	}

	void insert(AccountStatement statement) {
		this.jdbc
			.sql("""
					insert into account_statement (id, partner_id, owner_partner_id, account_id, state, format, language,
					                               period_from, period_to, after_sequence, last_sequence, opening_minor,
					                               closing_minor, operator, created_at)
					values (:id, :partner, :owner, :account, :state, :format, :language, :from, :to, :after, :last, :opening,
					        :closing, :operator, :at)
					""")
			.param("id", statement.id())
			.param("partner", statement.realm().partnerId())
			.param("owner", statement.realm().ownerPartnerId())
			.param("account", statement.accountId())
			.param("state", statement.state().name())
			.param("format", statement.format().name())
			.param("language", statement.language().name())
			.param("from", Timestamp.from(statement.from()))
			.param("to", Timestamp.from(statement.to()))
			.param("after", statement.opening().sequence())
			.param("last", statement.closing().sequence())
			.param("opening", statement.opening().balance().minor())
			.param("closing", statement.closing().balance().minor())
			.param("operator", statement.operator())
			.param("at", Timestamp.from(statement.createdAt()))
			.update();
	}

	Optional<AccountStatement> find(Realm realm, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + """
				from account_statement
				where id = :id and partner_id = :partner and owner_partner_id = :owner
				""")
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> statement(row))
			.optional();
	}

	List<AccountStatement> page(Realm realm, PageQuery page) {
		return this.jdbc.sql("select " + COLUMNS + """
				from account_statement
				where partner_id = :partner and owner_partner_id = :owner
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> statement(row))
			.list();
	}

	AccountStatement get(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from account_statement where id = :id")
			.param("id", id)
			.query((row, index) -> statement(row))
			.single();
	}

	/** Which of some objects are files that are written or kept. */
	Set<UUID> named(Collection<UUID> objects) {
		return Set.copyOf(this.jdbc
			.sql("select id from account_statement where id = any(:objects) and state in ('RUNNING', 'DONE')")
			.param("objects", objects.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list());
	}

	private static AccountStatement statement(ResultSet row) throws SQLException {
		return new AccountStatement(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getObject("account_id", UUID.class), State.valueOf(row.getString("state")),
				AccountStatement.Format.valueOf(row.getString("format")),
				AccountStatement.Language.valueOf(row.getString("language")),
				row.getTimestamp("period_from").toInstant(), row.getTimestamp("period_to").toInstant(),
				new Mark(row.getLong("after_sequence"), Money.ofMinor(row.getLong("opening_minor"))),
				new Mark(row.getLong("last_sequence"), Money.ofMinor(row.getLong("closing_minor"))), row.getInt("done"),
				row.getInt("attempts"), row.getString("operator"), row.getTimestamp("created_at").toInstant(),
				instant(row.getTimestamp("finished_at")));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
