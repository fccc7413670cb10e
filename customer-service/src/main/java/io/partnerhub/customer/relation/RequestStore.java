package io.partnerhub.customer.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of requests and of the steps that settle them. */
@Repository
class RequestStore {

	private static final String SELECT = """
			select d.id, d.partner_id, d.owner_partner_id, d.customer_id, d.epoch, d.initiator, d.reason,
			       d.requested_at, d.state, d.answer, d.decided_at, d.done_at, d.version
			from disassociation d
			where
			""";

	private final JdbcClient jdbc;

	RequestStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Request> find(UUID id) {
		return this.jdbc.sql(SELECT + "d.id = :id").param("id", id).query(RequestStore::request).optional();
	}

	Optional<Request> findPending(UUID customerId) {
		return this.jdbc.sql(SELECT + "d.customer_id = :customer and d.state = 'PENDING'")
			.param("customer", customerId)
			.query(RequestStore::request)
			.optional();
	}

	Optional<Request> lockExecuting(UUID customerId, int epoch) {
		return this.jdbc
			.sql(SELECT + "d.customer_id = :customer and d.epoch = :epoch and d.state = 'EXECUTING' for update")
			.param("customer", customerId)
			.param("epoch", epoch)
			.query(RequestStore::request)
			.optional();
	}

	/** Earlier starts of one side for the pair, whichever link they were about. */
	List<FrequencyRules.Start> starts(Association link, Side side) {
		return this.jdbc.sql("""
				select slot, blocked_until from disassociation
				where owner_partner_id = :owner and customer_id = :customer and initiator = :side
				order by id desc
				limit 100
				""")
			.param("owner", link.ownerPartnerId())
			.param("customer", link.customerId())
			.param("side", side.name())
			.query((row, index) -> new FrequencyRules.Start(row.getInt("slot"),
					row.getTimestamp("blocked_until").toInstant()))
			.list();
	}

	void insert(Request request, String requestedBy, int slot, Instant blockedUntil) {
		this.jdbc.sql("""
				insert into disassociation (id, partner_id, owner_partner_id, customer_id, epoch, initiator, reason,
				                            requested_by, requested_at, slot, blocked_until, state)
				values (:id, :partner, :owner, :customer, :epoch, :initiator, :reason, :by, :at, :slot, :blockedUntil,
				        :state)
				""")
			.param("id", request.id())
			.param("partner", request.partnerId())
			.param("owner", request.ownerPartnerId())
			.param("customer", request.customerId())
			.param("epoch", request.epoch())
			.param("initiator", request.initiator().name())
			.param("reason", request.reason())
			.param("by", requestedBy)
			.param("at", Timestamp.from(request.requestedAt()))
			.param("slot", slot)
			.param("blockedUntil", Timestamp.from(blockedUntil))
			.param("state", request.state().name())
			.update();
	}

	void decide(UUID id, State state, String decidedBy, @Nullable String answer, Instant now) {
		this.jdbc.sql("""
				update disassociation
				set state = :state, decided_by = :by, answer = :answer, decided_at = greatest(:now, requested_at),
				    version = version + 1
				where id = :id and state = 'PENDING'
				""")
			.param("id", id)
			.param("state", state.name())
			.param("by", decidedBy)
			.param("answer", answer)
			.param("now", Timestamp.from(now))
			.update();
	}

	void insertSteps(UUID id) {
		this.jdbc.sql("""
				insert into disassociation_step (disassociation_id, step)
				select :id, unnest(array['COUPON', 'BILLING', 'OPPORTUNITY'])
				""").param("id", id).update();
	}

	void completeStep(UUID id, Step.Kind kind, @Nullable Long count, @Nullable Money money, Instant now) {
		this.jdbc.sql("""
				update disassociation_step
				set done_at = :now, settled_count = :count, amount_minor = :minor, currency = :currency
				where disassociation_id = :id and step = :step and done_at is null
				""")
			.param("id", id)
			.param("step", kind.name())
			.param("now", Timestamp.from(now))
			.param("count", count)
			.param("minor", (money != null) ? money.minor() : null)
			.param("currency", (money != null) ? money.currency().getCurrencyCode() : null)
			.update();
	}

	/** True for the one answer that was the last. */
	boolean completeIfSettled(UUID id, Instant now) {
		return this.jdbc.sql("""
				update disassociation d
				set state = 'DONE', done_at = greatest(:now, d.decided_at), version = d.version + 1
				where d.id = :id and d.state = 'EXECUTING' and not exists (
				    select from disassociation_step s where s.disassociation_id = d.id and s.done_at is null)
				""").param("id", id).param("now", Timestamp.from(now)).update() == 1;
	}

	List<Step> steps(UUID id) {
		return this.jdbc.sql("""
				select step, done_at, settled_count, amount_minor from disassociation_step
				where disassociation_id = :id
				order by step
				""").param("id", id).query(RequestStore::step).list();
	}

	static Request request(ResultSet row, int index) throws SQLException {
		Timestamp decidedAt = row.getTimestamp("decided_at");
		Timestamp doneAt = row.getTimestamp("done_at");
		return new Request(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getInt("epoch"), Side.valueOf(row.getString("initiator")), row.getString("reason"),
				row.getTimestamp("requested_at").toInstant(), State.valueOf(row.getString("state")),
				row.getString("answer"), (decidedAt != null) ? decidedAt.toInstant() : null,
				(doneAt != null) ? doneAt.toInstant() : null, row.getLong("version"));
	}

	private static Step step(ResultSet row, int index) throws SQLException {
		Timestamp doneAt = row.getTimestamp("done_at");
		Long minor = row.getObject("amount_minor", Long.class);
		return new Step(Step.Kind.valueOf(row.getString("step")),
				(doneAt != null) ? Step.State.DONE : Step.State.WAITING, (doneAt != null) ? doneAt.toInstant() : null,
				row.getObject("settled_count", Long.class), (minor != null) ? Money.ofMinor(minor) : null);
	}

}
