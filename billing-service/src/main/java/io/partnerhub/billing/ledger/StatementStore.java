package io.partnerhub.billing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.billing.ledger.StatementLine.Direction;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads an account's entries by time and its own sequence: those it pays and those it
 * gets, and each kind that is asked for, off their own index, merged.
 */
@Component
class StatementStore {

	private final JdbcClient jdbc;

	StatementStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page, newest first; it costs the same however deep it lies. A cursor that is not
	 * of this account ends the list.
	 */
	List<StatementLine> page(StatementFilter filter, PageQuery page) {
		Conditions conditions = conditions(filter);
		if (page.after() == null) {
			return page(filter, conditions, "", page);
		}
		return position(filter.account().id(), page.after()).map((seen) -> {
			conditions.with("seenAt", seen.at()).with("seen", seen.sequence());
			return page(filter, conditions, "  and (at, %s_sequence) < (:seenAt, :seen)\n", page);
		}).orElse(List.of());
	}

	private List<StatementLine> page(StatementFilter filter, Conditions conditions, String older, PageQuery page) {
		return this.jdbc
			.sql("select " + Counterparty.COLUMNS + "from (select * from ("
					+ parts(filter, (side, kind) -> lines(side, kind, conditions) + older.replace("%s", side) + """
							order by at desc, %1$s_sequence desc
							limit :fetch
							""".formatted(side)) + ") part order by at desc, sequence desc limit :fetch) line\n"
					+ Counterparty.JOINS + "order by at desc, sequence desc")
			.params(conditions.parameters())
			.param("account", filter.account().id())
			.param("fetch", page.fetch())
			.query((row, index) -> line(row))
			.list();
	}

	private Optional<Position> position(UUID account, UUID entry) {
		return this.jdbc.sql("""
				select at, case debit_account when :account then debit_sequence else credit_sequence end as sequence
				from entry
				where id = :entry and :account in (debit_account, credit_account)
				""")
			.param("account", account)
			.param("entry", entry)
			.query((row, index) -> new Position(row.getTimestamp("at").toInstant(), row.getLong("sequence")))
			.optional();
	}

	/** For the vendor's face, which counts rows. */
	List<StatementLine> find(StatementFilter filter, Offset offset) {
		Conditions conditions = conditions(filter);
		return this.jdbc
			.sql("select " + Counterparty.COLUMNS + "from (select * from ("
					+ parts(filter, (side, kind) -> lines(side, kind, conditions) + """
							order by at desc, %1$s_sequence desc
							limit :fetch
							""".formatted(side))
					+ ") part order by at desc, sequence desc limit :limit offset :offset) line\n" + Counterparty.JOINS
					+ "order by at desc, sequence desc")
			.params(conditions.parameters())
			.param("account", filter.account().id())
			.param("fetch", (long) offset.limit() + offset.offset())
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> line(row))
			.list();
	}

	int count(StatementFilter filter) {
		Conditions conditions = conditions(filter);
		return this.jdbc
			.sql("select coalesce(sum(n), 0) from (" + parts(filter,
					(side, kind) -> "select count(*) as n from entry where %s_account = :account and %s".formatted(side,
							kind) + conditions.text())
					+ ") part")
			.params(conditions.parameters())
			.param("account", filter.account().id())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static Conditions conditions(StatementFilter filter) {
		Conditions conditions = new Conditions()
			.and("transaction_id = :transaction", "transaction", filter.transactionId())
			.and("at >= :from", "from", filter.from())
			.and("at < :to", "to", filter.to());
		if (filter.transactionId() != null) {
			conditions.and("owner_partner_id = any(:owners)", "owners", filter.owners());
		}
		return conditions;
	}

	/**
	 * What is paid and what is got, kind by kind where some are wanted: each part has an
	 * index of its own.
	 */
	private static String parts(StatementFilter filter, Part query) {
		List<String> kinds = filter.kinds().isEmpty() ? List.of("")
				: filter.kinds().stream().map("kind = '%s' and "::formatted).toList();
		return Stream.of(Direction.EXPENSE, Direction.INCOME)
			.filter(filter::wants)
			.map((direction) -> (direction == Direction.EXPENSE) ? "debit" : "credit")
			.flatMap((side) -> kinds.stream().map((kind) -> "(" + query.of(side, kind) + ")"))
			.collect(Collectors.joining("\nunion all\n", "", "\n"));
	}

	private static String lines(String side, String kind, Conditions conditions) {
		return """
				select id, transaction_id, kind, '%1$s' as side, amount_minor, %1$s_balance_minor as balance_minor, at,
				       reverses, %1$s_sequence as sequence,
				       case '%1$s' when 'debit' then credit_account else debit_account end as other
				from entry
				where %1$s_account = :account and %2$s""".formatted(side, kind) + conditions.text();
	}

	private static StatementLine line(ResultSet row) throws SQLException {
		return new StatementLine(row.getObject("id", UUID.class), row.getObject("transaction_id", UUID.class),
				EntryKind.valueOf(row.getString("kind")),
				row.getString("side").equals("debit") ? Direction.EXPENSE : Direction.INCOME,
				Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("balance_minor")),
				row.getTimestamp("at").toInstant(), row.getObject("reverses", UUID.class), Counterparty.of(row),
				row.getString("channel"), row.getString("bank_serial_number"));
	}

	/** Where an entry stands in the list. */
	private record Position(Instant at, long sequence) {
	}

	/** A query of one side, debit or credit, and of one kind or all. */
	private interface Part {

		String of(String side, String kind);

	}

}
