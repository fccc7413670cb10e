package io.partnerhub.customer.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.relation.Request.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of requests. */
@Repository
class RequestStore {

	static final String COLUMNS = """
			d.id, d.kind, d.partner_id, d.owner_partner_id, d.customer_id, d.epoch, d.initiator, d.from_type, d.to_type,
			d.to_partner_id, d.reason, d.requested_at, d.answer_by, d.state, d.answer, d.decided_at, d.done_at, d.version
			""";

	private static final String SELECT = "select " + COLUMNS + "from disassociation d where ";

	private final JdbcClient jdbc;

	RequestStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Request> find(RequestKind kind, UUID id) {
		return this.jdbc.sql(SELECT + "d.id = :id and d.kind = :kind")
			.param("id", id)
			.param("kind", kind.name())
			.query(RequestStore::request)
			.optional();
	}

	Optional<Request> findPending(UUID customerId) {
		return pending(customerId, "");
	}

	Optional<Request> lockPending(UUID customerId) {
		return pending(customerId, " for update");
	}

	Request lock(UUID id) {
		return this.jdbc.sql(SELECT + "d.id = :id for update").param("id", id).query(RequestStore::request).single();
	}

	Optional<Request> lockExecuting(UUID customerId, int epoch) {
		return this.jdbc
			.sql(SELECT + "d.customer_id = :customer and d.epoch = :epoch and d.state = 'EXECUTING' for update")
			.param("customer", customerId)
			.param("epoch", epoch)
			.query(RequestStore::request)
			.optional();
	}

	/**
	 * Starts of both sides of the pair that still count, whichever link they were about.
	 */
	List<FrequencyRules.Start> starts(Association link, Instant now) {
		return this.jdbc.sql("""
				select initiator, slot, blocked_until from disassociation
				where owner_partner_id = :owner and customer_id = :customer and slot is not null
				  and blocked_until > :now
				""")
			.param("owner", link.ownerPartnerId())
			.param("customer", link.customerId())
			.param("now", Timestamp.from(now))
			.query((row, index) -> new FrequencyRules.Start(Side.valueOf(row.getString("initiator")),
					row.getInt("slot"), row.getTimestamp("blocked_until").toInstant()))
			.list();
	}

	void insert(Request request, String requestedBy, @Nullable Counted counted, List<String> unknownChecks) {
		this.jdbc.sql("""
				insert into disassociation (id, kind, partner_id, owner_partner_id, customer_id, epoch, initiator,
				                            from_type, to_type, to_partner_id, reason, requested_by, requested_at,
				                            answer_by, slot, blocked_until, state, unknown_checks)
				values (:id, :kind, :partner, :owner, :customer, :epoch, :initiator, :from, :to, :toPartner, :reason,
				        :by, :at, :answerBy, :slot, :blockedUntil, :state, :unknown)
				""")
			.param("id", request.id())
			.param("kind", request.kind().name())
			.param("partner", request.partnerId())
			.param("owner", request.ownerPartnerId())
			.param("customer", request.customerId())
			.param("epoch", request.epoch())
			.param("initiator", request.initiator().name())
			.param("from", request.fromType().name())
			.param("to", (request.toType() != null) ? request.toType().name() : null)
			.param("toPartner", request.toPartnerId())
			.param("reason", request.reason())
			.param("by", requestedBy)
			.param("at", Timestamp.from(request.requestedAt()))
			.param("answerBy", Timestamp.from(request.answerBy()))
			.param("slot", (counted != null) ? counted.slot() : null)
			.param("blockedUntil", (counted != null) ? Timestamp.from(counted.blockedUntil()) : null)
			.param("state", request.state().name())
			.param("unknown", unknownChecks.toArray(String[]::new))
			.update();
	}

	/** The caller has locked the pending request. */
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

	void setUnknownChecks(UUID id, List<String> codes) {
		this.jdbc.sql("update disassociation set unknown_checks = :codes where id = :id")
			.param("codes", codes.toArray(String[]::new))
			.param("id", id)
			.update();
	}

	/** Cancels what nobody has answered in time, the longest waiting first (DIS-07). */
	List<Request> cancelOverdue(Instant now, int limit) {
		return this.jdbc.sql("""
				update disassociation d
				set state = 'CANCELLED', decided_by = 'system', decided_at = :now, version = d.version + 1
				where d.id = any (array (
				    select id from disassociation
				    where state = 'PENDING' and answer_by <= :now
				    order by answer_by
				    limit :limit
				    for update skip locked))
				returning
				""" + COLUMNS)
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query(RequestStore::request)
			.list();
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

	static Request request(ResultSet row, int index) throws SQLException {
		return new Request(row.getObject("id", UUID.class), RequestKind.valueOf(row.getString("kind")),
				row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
				row.getObject("customer_id", UUID.class), row.getInt("epoch"), Side.valueOf(row.getString("initiator")),
				AssociationType.valueOf(row.getString("from_type")), toType(row),
				row.getObject("to_partner_id", UUID.class), row.getString("reason"),
				row.getTimestamp("requested_at").toInstant(), row.getTimestamp("answer_by").toInstant(),
				State.valueOf(row.getString("state")), row.getString("answer"), instant(row, "decided_at"),
				instant(row, "done_at"), row.getLong("version"));
	}

	private Optional<Request> pending(UUID customerId, String lock) {
		return this.jdbc.sql(SELECT + "d.customer_id = :customer and d.state = 'PENDING'" + lock)
			.param("customer", customerId)
			.query(RequestStore::request)
			.optional();
	}

	private static @Nullable AssociationType toType(ResultSet row) throws SQLException {
		String type = row.getString("to_type");
		return (type != null) ? AssociationType.valueOf(type) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	/** The slot a start takes, and until when (DIS-03). */
	record Counted(int slot, Instant blockedUntil) {
	}

}
