package io.partnerhub.billing.ledger;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of ledger entries, and the balances that change with them. */
@Component
class EntryStore {

	private final JdbcClient jdbc;

	EntryStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Changes both balances and writes the entry in one statement. */
	void book(Movement movement, Instant now) {
		this.jdbc
			.sql("""
					with moved as (
					    update account
					    set balance_minor = balance_minor + case id when :debit then -:amount else :amount end,
					        entries = entries + 1
					    where id in (:debit, :credit)
					    returning id, balance_minor, entries)
					insert into entry (id, partner_id, owner_partner_id, transaction_id, kind, debit_account, credit_account,
					                   amount_minor, currency, debit_sequence, credit_sequence, debit_balance_minor,
					                   credit_balance_minor, reverses, at)
					select :id, :partner, :owner, :transaction, :kind, :debit, :credit, :amount, :currency, debit.entries,
					       credit.entries, debit.balance_minor, credit.balance_minor, :reverses, :now
					from moved debit, moved credit
					where debit.id = :debit and credit.id = :credit
					""")
			.param("id", Ids.next())
			.param("partner", movement.realm().partnerId())
			.param("owner", movement.realm().ownerPartnerId())
			.param("transaction", movement.transactionId())
			.param("kind", movement.kind().name())
			.param("debit", movement.debit())
			.param("credit", movement.credit())
			.param("amount", movement.amount().minor())
			.param("currency", movement.amount().currency().getCurrencyCode())
			.param("reverses", movement.reverses(), Types.OTHER)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** What an entry moved. */
	Optional<Movement> find(UUID id) {
		return this.jdbc.sql("""
				select transaction_id, kind, partner_id, owner_partner_id, debit_account, credit_account, amount_minor,
				       reverses
				from entry
				where id = :id
				""")
			.param("id", id)
			.query((row, index) -> new Movement(row.getObject("transaction_id", UUID.class),
					EntryKind.valueOf(row.getString("kind")),
					new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
					row.getObject("debit_account", UUID.class), row.getObject("credit_account", UUID.class),
					Money.ofMinor(row.getLong("amount_minor")), row.getObject("reverses", UUID.class)))
			.optional();
	}

	boolean isReversed(UUID id) {
		return this.jdbc.sql("select exists (select from entry where reverses = :id)")
			.param("id", id)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** A page of one account's entries by its own sequence, newest first. */
	List<StatementLine> statement(UUID account, PageQuery page) {
		return this.jdbc
			.sql("""
					with reached as (
					    select coalesce(min(case debit_account when :account then debit_sequence else credit_sequence end),
					                    9223372036854775807) as sequence
					    from entry
					    where id = :after and :account in (debit_account, credit_account))
					(select id, transaction_id, kind, 'EXPENSE' as direction, amount_minor, debit_balance_minor as balance_minor,
					        at, debit_sequence as sequence
					 from entry
					 where debit_account = :account and debit_sequence < (select sequence from reached)
					 order by debit_sequence desc
					 limit :fetch)
					union all
					(select id, transaction_id, kind, 'INCOME', amount_minor, credit_balance_minor, at, credit_sequence
					 from entry
					 where credit_account = :account and credit_sequence < (select sequence from reached)
					 order by credit_sequence desc
					 limit :fetch)
					order by sequence desc
					limit :fetch
					""")
			.param("account", account)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> new StatementLine(row.getObject("id", UUID.class),
					row.getObject("transaction_id", UUID.class), EntryKind.valueOf(row.getString("kind")),
					StatementLine.Direction.valueOf(row.getString("direction")),
					Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("balance_minor")),
					row.getTimestamp("at").toInstant()))
			.list();
	}

}
