package io.partnerhub.customer;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Very many customers of one partner, each with the record of his link and one request,
 * of which every 200th is a switch, every 500th a transfer, and every 400th overdue.
 */
public final class Crowd {

	public static final int SIZE = 20_000;

	/** One in so many is the account manager's. */
	public static final int MANAGED = 500;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	public Crowd(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	public void of(UUID owner, UUID manager) {
		fill("""
				insert into customer (id, account_name, created_at)
				select gen_random_uuid(), i || ' of ' || :owner, timestamptz '2025-01-01' + i * interval '1 minute'
				from generate_series(1, :size) i
				""", Map.of("owner", owner.toString(), "size", SIZE));
		fill("""
				insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type,
				                         account_manager_id, associated_at)
				select gen_random_uuid(), :owner, :owner, id, 1, 'RESALE',
				       case when split_part(account_name, ' ', 1)::integer % 500 = 0 then :manager end, created_at
				from customer where account_name like '% of ' || :owner::text
				""", Map.of("owner", owner, "manager", manager));
		fill("""
				insert into association_event (id, partner_id, owner_partner_id, customer_id, epoch, kind, initiator,
				                               to_type, state, created_at, decided_at, decided_by)
				select id, partner_id, owner_partner_id, customer_id, epoch, 'ASSOCIATE', 'PARTNER', association_type,
				       'DONE', associated_at, associated_at, 'li'
				from association where owner_partner_id = :owner
				""", Map.of("owner", owner));
		fill("""
				insert into disassociation (id, kind, partner_id, owner_partner_id, customer_id, epoch, initiator,
				                            from_type, to_type, to_partner_id, reason, requested_by, requested_at,
				                            answer_by, slot, blocked_until, state, decided_by, decided_at)
				select gen_random_uuid(), kind, owner, owner, customer_id, 1, 'PARTNER', 'RESALE',
				       case kind when 'MODEL_SWITCH' then 'ADVISORY' end,
				       case kind when 'TRANSFER' then gen_random_uuid() end, 'r', 'admin', asked, asked + interval '30 days',
				       case when kind <> 'TRANSFER' then 1 end,
				       case when kind <> 'TRANSFER' then asked + interval '90 days' end,
				       state, case when state = 'REJECTED' then 'li' end, case when state = 'REJECTED' then asked end
				from (select customer_id, owner_partner_id as owner, associated_at + interval '1 day' as asked,
				             case when number % 500 = 1 then 'TRANSFER' when number % 200 = 0 then 'MODEL_SWITCH'
				                  else 'DISASSOCIATION' end as kind,
				             case when number % 400 = 0 then 'PENDING' else 'REJECTED' end as state
				      from (select a.*, row_number() over (order by associated_at) as number
				            from association a where a.owner_partner_id = :owner) a) r
				""",
				Map.of("owner", owner));
		for (String table : new String[] { "customer", "association", "association_event", "disassociation" }) {
			this.jdbc.sql("analyze " + table).update();
		}
	}

	/** How many rows of links, records and requests a statement looked at. */
	public long rowsReadBy(Runnable statement) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			long before = rowsRead();
			statement.run();
			return rowsRead() - before;
		}));
	}

	/** By this connection, as far as it has told nobody yet. */
	private long rowsRead() {
		return this.jdbc.sql("""
				select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables
				where relname in ('association', 'association_event', 'disassociation')
				""").query((row, index) -> row.getLong(1)).single();
	}

	private void fill(String statement, Map<String, Object> parameters) {
		this.jdbc.sql(statement).params(parameters).update();
	}

}
