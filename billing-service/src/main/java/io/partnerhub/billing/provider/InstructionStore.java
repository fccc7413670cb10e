package io.partnerhub.billing.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of instructions to the provider. */
@Component
class InstructionStore {

	private static final String COLUMNS = """
			id, kind, partner_id, owner_partner_id, channel, amount_minor, payment_id, pay_before, state, sendings,
			redirect, reason, answered_at
			""";

	private final JdbcClient jdbc;

	InstructionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Instruction instruction, Instant now) {
		this.jdbc
			.sql("""
					insert into provider_instruction (id, kind, partner_id, owner_partner_id, channel, amount_minor, currency,
					                                  payment_id, pay_before, state, due_at)
					values (:id, :kind, :partner, :owner, :channel, :amount, :currency, :payment::uuid,
					        :payBefore::timestamptz, 'WAITING', :now)
					""")
			.param("id", instruction.id())
			.param("kind", instruction.kind().name())
			.param("partner", instruction.realm().partnerId())
			.param("owner", instruction.realm().ownerPartnerId())
			.param("channel", instruction.channel())
			.param("amount", instruction.amount().minor())
			.param("currency", instruction.amount().currency().getCurrencyCode())
			.param("payment", instruction.paymentId())
			.param("payBefore", timestamp(instruction.payBefore()))
			.param("now", Timestamp.from(now))
			.update();
	}

	/**
	 * Notes on a payment what is to go back; the database refuses more than it brought.
	 */
	void reserveRefund(UUID paymentId, Money amount) {
		this.jdbc.sql("update provider_instruction set refunded_minor = refunded_minor + :amount where id = :id")
			.param("amount", amount.minor())
			.param("id", paymentId)
			.update();
	}

	/** Those due; nobody else takes them before the next time they are. */
	List<Instruction> claim(Instant now, Instant next, int limit) {
		return this.jdbc.sql("""
				with due as (
				    select id
				    from provider_instruction
				    where state in ('WAITING', 'SENT', 'UNKNOWN') and due_at <= :now
				    order by due_at
				    limit :limit
				    for update skip locked)
				update provider_instruction
				set due_at = :next
				where id = any(array(select id from due))
				returning
				""" + COLUMNS)
			.param("now", Timestamp.from(now))
			.param("next", Timestamp.from(next))
			.param("limit", limit)
			.query((row, index) -> instruction(row))
			.list();
	}

	/**
	 * Notes that it is handed over now; false if it was answered or handed over
	 * meanwhile.
	 */
	boolean send(UUID id, Instant askAt) {
		return this.jdbc.sql("""
				update provider_instruction
				set state = 'SENT', sendings = sendings + 1, due_at = :ask
				where id = :id and state = 'WAITING'
				""").param("id", id).param("ask", Timestamp.from(askAt)).update() == 1;
	}

	void redirect(UUID id, String redirect) {
		this.jdbc.sql("update provider_instruction set redirect = :redirect where id = :id")
			.param("id", id)
			.param("redirect", redirect)
			.update();
	}

	/** Notes what is not final; an answer that came meanwhile stays. */
	void waitFor(UUID id, Instruction.State state, Instant due) {
		this.jdbc.sql("""
				update provider_instruction
				set state = :state, due_at = :due
				where id = :id and state in ('SENT', 'UNKNOWN')
				""").param("id", id).param("state", state.name()).param("due", Timestamp.from(due)).update();
	}

	void answer(UUID id, Instruction.State state, @Nullable String reason, Instant now) {
		this.jdbc.sql("""
				update provider_instruction
				set state = :state, reason = :reason::text, answered_at = :now
				where id = :id
				""")
			.param("id", id)
			.param("state", state.name())
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** How many the provider may have carried out or not. */
	long unknown() {
		return this.jdbc.sql("select count(*) from provider_instruction where state = 'UNKNOWN'")
			.query(Long.class)
			.single();
	}

	Optional<Instruction> find(UUID id) {
		return query("where id = :id", id);
	}

	Optional<Instruction> lock(UUID id) {
		return query("where id = :id for no key update", id);
	}

	private Optional<Instruction> query(String which, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from provider_instruction " + which)
			.param("id", id)
			.query((row, index) -> instruction(row))
			.optional();
	}

	private static Instruction instruction(ResultSet row) throws SQLException {
		return new Instruction(row.getObject("id", UUID.class), Instruction.Kind.valueOf(row.getString("kind")),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getString("channel"), Money.ofMinor(row.getLong("amount_minor")),
				row.getObject("payment_id", UUID.class), instant(row.getTimestamp("pay_before")),
				Instruction.State.valueOf(row.getString("state")), row.getInt("sendings"), row.getString("redirect"),
				row.getString("reason"), instant(row.getTimestamp("answered_at")));
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
