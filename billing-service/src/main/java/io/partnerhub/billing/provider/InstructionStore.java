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
import io.partnerhub.platform.remote.Handovers;
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

	private final Handovers handovers;

	InstructionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.handovers = new Handovers(jdbc, "provider_instruction", "id");
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

	/** How far they are with the provider. */
	Handovers handovers() {
		return this.handovers;
	}

	List<Instruction> findAll(List<UUID> ids) {
		return this.jdbc.sql("select " + COLUMNS + " from provider_instruction where id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> instruction(row))
			.list();
	}

	/** What the simulated provider has answered in its books, and has told nobody. */
	List<UUID> unheard(Instant now, int limit) {
		return this.jdbc.sql("""
				select i.id
				from provider_instruction i
				join simulated_collection c on c.instruction_id = i.id
				where i.state = 'SENT' and c.outcome <> 'LOST' and c.answers_at <= :now
				order by c.answers_at
				limit :limit
				""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	void redirect(UUID id, String redirect) {
		this.jdbc.sql("update provider_instruction set redirect = :redirect where id = :id")
			.param("id", id)
			.param("redirect", redirect)
			.update();
	}

	Optional<Instruction> find(UUID id) {
		return query("where id = :id", id);
	}

	Optional<Instruction> findGivenBack(UUID paymentId) {
		return query("where payment_id = :id order by id desc limit 1", paymentId);
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
