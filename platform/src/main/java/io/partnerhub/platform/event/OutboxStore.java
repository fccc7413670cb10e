package io.partnerhub.platform.event;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox as the relay sees it: lanes with rows waiting in order, and their locks. */
class OutboxStore {

	/** Namespace of the lane locks among PostgreSQL's advisory locks. */
	private static final int LOCK_SPACE = 0x0b07;

	private final JdbcClient jdbc;

	OutboxStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Integer> waitingLanes() {
		return this.jdbc.sql("select distinct lane from outbox where published_at is null")
			.query((row, index) -> row.getInt("lane"))
			.list();
	}

	/** Takes the lane until the transaction ends or has stalled too long. */
	boolean lock(int lane, Duration stallTimeout) {
		this.jdbc.sql("select set_config('idle_in_transaction_session_timeout', :stall, true)")
			.param("stall", String.valueOf(stallTimeout.toMillis()))
			.query((row, index) -> row.getString(1))
			.single();
		return this.jdbc.sql("select pg_try_advisory_xact_lock(:space, :lane)")
			.param("space", LOCK_SPACE)
			.param("lane", lane)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	List<OutboxRow> waiting(int lane, int batch) {
		return this.jdbc.sql("""
				select position, id, key, sequence, topic, type, partner_id, trace_id, payload, occurred_at
				from outbox
				where lane = :lane and published_at is null
				order by position
				limit :batch
				""").param("lane", lane).param("batch", batch).query(OutboxRow.MAPPER).list();
	}

	void markPublished(List<OutboxRow> rows, Instant now) {
		this.jdbc.sql("update outbox set published_at = :now where position = any(:positions)")
			.param("now", Timestamp.from(now))
			.param("positions", rows.stream().map(OutboxRow::position).toArray(Long[]::new))
			.update();
	}

	void purge(Instant before) {
		this.jdbc.sql("delete from outbox where published_at < :before")
			.param("before", Timestamp.from(before))
			.update();
	}

	Optional<Instant> oldest() {
		return this.jdbc.sql("select min(occurred_at) from outbox where published_at is null")
			.query((row, index) -> row.getTimestamp(1))
			.optional()
			.map(Timestamp::toInstant);
	}

}
