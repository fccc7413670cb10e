package io.partnerhub.billing.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries as one account sees them, in its own sequence. */
@Component
class AccountHistoryStore {

	private final JdbcClient jdbc;

	AccountHistoryStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<AccountHistory.Mark> lastBefore(UUID account, Instant time) {
		return this.jdbc.sql("""
				select sequence, balance_minor
				from ((select debit_sequence as sequence, debit_balance_minor as balance_minor
				       from entry
				       where debit_account = :account and at < :time
				       order by at desc, debit_sequence desc
				       limit 1)
				      union all
				      (select credit_sequence, credit_balance_minor
				       from entry
				       where credit_account = :account and at < :time
				       order by at desc, credit_sequence desc
				       limit 1)) as side
				order by sequence desc
				limit 1
				""")
			.param("account", account)
			.param("time", Timestamp.from(time))
			.query((row, index) -> new AccountHistory.Mark(row.getLong("sequence"),
					Money.ofMinor(row.getLong("balance_minor"))))
			.optional();
	}

	List<AccountHistory.Line> read(UUID account, long after, long last, int limit) {
		return this.jdbc
			.sql("select " + Counterparty.COLUMNS
					+ """
							from (select *
							      from ((select transaction_id, kind, -amount_minor as change_minor, debit_balance_minor as balance_minor,
							                    at, debit_sequence as sequence, credit_account as other
							             from entry
							             where debit_account = :account and debit_sequence > :after and debit_sequence <= :last
							             order by debit_sequence
							             limit :limit)
							            union all
							            (select transaction_id, kind, amount_minor, credit_balance_minor,
							                    at, credit_sequence, debit_account
							             from entry
							             where credit_account = :account and credit_sequence > :after and credit_sequence <= :last
							             order by credit_sequence
							             limit :limit)) side
							      order by sequence
							      limit :limit) line
							"""
					+ Counterparty.JOINS + "order by sequence")
			.param("account", account)
			.param("after", after)
			.param("last", last)
			.param("limit", limit)
			.query((row, index) -> new AccountHistory.Line(row.getLong("sequence"),
					row.getObject("transaction_id", UUID.class), EntryKind.valueOf(row.getString("kind")),
					Money.ofMinor(row.getLong("change_minor")), Money.ofMinor(row.getLong("balance_minor")),
					row.getTimestamp("at").toInstant(), Counterparty.of(row), row.getString("bank_serial_number")))
			.list();
	}

}
