package io.partnerhub.billing.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of ledger entries, and the balances that change with them. */
@Component
class EntryStore {

	private final JdbcClient jdbc;

	EntryStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Changes the balances and writes the entries in one statement. */
	void write(List<Posting> postings, List<Sheet.Change> changes, Instant now) {
		this.jdbc
			.sql("""
					with moved as (
					    update account a
					    set balance_minor = a.balance_minor + c.difference, entries = c.entries
					    from unnest(:accounts::uuid[], :differences::bigint[], :counts::bigint[]) as c (id, difference, entries)
					    where a.id = c.id)
					insert into entry (id, partner_id, owner_partner_id, transaction_id, kind, debit_account, credit_account,
					                   amount_minor, currency, debit_sequence, credit_sequence, debit_balance_minor,
					                   credit_balance_minor, reverses, at)
					select id, partner, owner, transaction, kind, debit, credit, amount, currency, debit_sequence,
					       credit_sequence, debit_balance, credit_balance, reverses, :now
					from unnest(:ids::uuid[], :partners::uuid[], :owners::uuid[], :transactions::uuid[], :kinds::text[],
					            :debits::uuid[], :credits::uuid[], :amounts::bigint[], :currencies::text[],
					            :debitSequences::bigint[], :creditSequences::bigint[], :debitBalances::bigint[],
					            :creditBalances::bigint[], :reversed::uuid[])
					     as e (id, partner, owner, transaction, kind, debit, credit, amount, currency, debit_sequence,
					           credit_sequence, debit_balance, credit_balance, reverses)
					""")
			.param("accounts", changes.stream().map((change) -> change.after().id()).toArray(UUID[]::new))
			.param("differences", changes.stream().map(Sheet.Change::difference).toArray(Long[]::new))
			.param("counts", changes.stream().map((change) -> change.after().entries()).toArray(Long[]::new))
			.params(columns(postings))
			.param("now", Timestamp.from(now))
			.update();
	}

	private static Map<String, Object[]> columns(List<Posting> postings) {
		Map<String, Object[]> columns = new HashMap<>();
		columns.put("ids", ids(postings, Posting::id));
		columns.put("partners", ids(postings, (each) -> each.movement().realm().partnerId()));
		columns.put("owners", ids(postings, (each) -> each.movement().realm().ownerPartnerId()));
		columns.put("transactions", ids(postings, (each) -> each.movement().transactionId()));
		columns.put("kinds", postings.stream().map((each) -> each.movement().kind().name()).toArray(String[]::new));
		columns.put("debits", ids(postings, (each) -> each.debit().id()));
		columns.put("credits", ids(postings, (each) -> each.credit().id()));
		columns.put("amounts", numbers(postings, (each) -> each.movement().amount().minor()));
		columns.put("currencies",
				postings.stream()
					.map((each) -> each.movement().amount().currency().getCurrencyCode())
					.toArray(String[]::new));
		columns.put("debitSequences", numbers(postings, (each) -> each.debit().entries()));
		columns.put("creditSequences", numbers(postings, (each) -> each.credit().entries()));
		columns.put("debitBalances", numbers(postings, (each) -> each.debit().balance().minor()));
		columns.put("creditBalances", numbers(postings, (each) -> each.credit().balance().minor()));
		columns.put("reversed", ids(postings, (each) -> each.movement().reverses()));
		return columns;
	}

	private static UUID[] ids(List<Posting> postings, Function<Posting, @Nullable UUID> value) {
		return postings.stream().map(value).toArray(UUID[]::new);
	}

	private static Long[] numbers(List<Posting> postings, Function<Posting, Long> value) {
		return postings.stream().map(value).toArray(Long[]::new);
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

}
