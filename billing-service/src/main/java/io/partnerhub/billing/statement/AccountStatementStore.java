package io.partnerhub.billing.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.AccountHistory.Mark;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.statement.AccountStatement.State;
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

	AccountStatementStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The lock keeps the count true until the transaction ends. */
	int countOpen(UUID owner) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('statement ' || :owner, 3))")
			.param("owner", owner.toString())
			.query((_) -> {
			});
		return this.jdbc
			.sql("select count(*) from account_statement where state = 'RUNNING' and owner_partner_id = :owner")
			.param("owner", owner)
			.query((row, index) -> row.getInt(1))
			.single();
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

	/** Takes the next statement that nobody is writing. */
	Optional<AccountStatement> claim(Instant now, Instant until) {
		return this.jdbc.sql("""
				update account_statement
				set claimed_until = :until, done = 0, attempts = attempts + 1
				where id = (select id from account_statement
				            where state = 'RUNNING' and (claimed_until is null or claimed_until <= :now)
				            order by id limit 1 for update skip locked)
				returning
				""" + " " + COLUMNS)
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(until))
			.query((row, index) -> statement(row))
			.optional();
	}

	void progress(AccountStatement claimed, int done, Instant until) {
		this.jdbc.sql("""
				update account_statement set done = :done, claimed_until = :until
				where id = :id and state = 'RUNNING' and attempts = :attempts
				""")
			.param("done", done)
			.param("until", Timestamp.from(until))
			.param("id", claimed.id())
			.param("attempts", claimed.attempts())
			.update();
	}

	void finish(AccountStatement claimed, int done, State state, Instant now) {
		this.jdbc.sql("""
				update account_statement set state = :state, done = :done, finished_at = :now
				where id = :id and state = 'RUNNING' and attempts = :attempts
				""")
			.param("state", state.name())
			.param("done", done)
			.param("now", Timestamp.from(now))
			.param("id", claimed.id())
			.param("attempts", claimed.attempts())
			.update();
	}

	List<UUID> expire(Instant finishedBefore, int limit) {
		return this.jdbc.sql("""
				update account_statement set state = 'EXPIRED'
				where id = any(array(select id from account_statement
				                     where state = 'DONE' and finished_at <= :before
				                     order by finished_at limit :limit for update skip locked))
				returning id
				""")
			.param("before", Timestamp.from(finishedBefore))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
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
