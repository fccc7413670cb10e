package io.partnerhub.platform.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what the outbox holds, in order per key. A lane belongs to whoever holds its
 * lock for the length of one batch, so several instances share the work and a dead one's
 * lanes are free as soon as the database notices, at the latest after the stall time-out.
 * A failed batch is published again as a whole: consumers know what they have heard.
 */
public final class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	/** Namespace of the lane locks among PostgreSQL's advisory locks. */
	private static final int LOCK_SPACE = 0x0b07;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final EventPublisher publisher;

	private final OutboxProperties properties;

	private final Clock clock;

	private final Semaphore signal = new Semaphore(0);

	private volatile boolean running;

	private volatile Thread worker = Thread.currentThread();

	private Instant purgedAt = Instant.EPOCH;

	public OutboxRelay(JdbcClient jdbc, TransactionTemplate transaction, EventPublisher publisher,
			OutboxProperties properties, Clock clock, MeterRegistry metrics) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.publisher = publisher;
		this.properties = properties;
		this.clock = clock;
		Gauge.builder("outbox.oldest.age", this, OutboxRelay::oldestAge)
			.description("Age of the oldest event not yet published")
			.baseUnit("seconds")
			.register(metrics);
	}

	/** Called after a commit that announced something. */
	public void wake() {
		this.signal.release();
	}

	@Override
	public void start() {
		this.running = true;
		this.worker = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		this.worker.interrupt();
		try {
			this.worker.join(this.properties.ackTimeout().toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.publisher.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		Duration pause = this.properties.pollInterval();
		while (this.running) {
			try {
				this.signal.drainPermits();
				boolean more = publishAllLanes();
				purge();
				pause = more ? Duration.ZERO : this.properties.pollInterval();
			}
			catch (RuntimeException ex) {
				pause = longer(pause);
				log.warn("publishing failed, next try in {} ms: {}", pause.toMillis(), ex.toString());
			}
			await(pause);
		}
	}

	private Duration longer(Duration pause) {
		Duration doubled = pause.isZero() ? this.properties.pollInterval() : pause.multipliedBy(2);
		return (doubled.compareTo(this.properties.maxBackOff()) < 0) ? doubled : this.properties.maxBackOff();
	}

	private void await(Duration pause) {
		try {
			boolean woken = this.signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
			log.trace("woken: {}", woken);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

	private boolean publishAllLanes() {
		boolean more = false;
		for (int lane : waitingLanes()) {
			more |= publishLane(lane) == this.properties.batch();
		}
		return more;
	}

	private List<Integer> waitingLanes() {
		return this.jdbc.sql("select distinct lane from outbox where published_at is null")
			.query((row, index) -> row.getInt("lane"))
			.list();
	}

	private int publishLane(int lane) {
		Integer published = this.transaction.execute((status) -> {
			if (!lock(lane)) {
				return 0;
			}
			List<OutboxRow> rows = waiting(lane);
			if (!rows.isEmpty()) {
				this.publisher.publish(rows, this.properties.ackTimeout());
				markPublished(rows);
			}
			return rows.size();
		});
		return (published != null) ? published : 0;
	}

	private boolean lock(int lane) {
		this.jdbc.sql("select set_config('idle_in_transaction_session_timeout', :stall, true)")
			.param("stall", String.valueOf(this.properties.stallTimeout().toMillis()))
			.query((row, index) -> row.getString(1))
			.single();
		return this.jdbc.sql("select pg_try_advisory_xact_lock(:space, :lane)")
			.param("space", LOCK_SPACE)
			.param("lane", lane)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	private List<OutboxRow> waiting(int lane) {
		return this.jdbc.sql("""
				select position, id, key, sequence, topic, type, partner_id, trace_id, payload, occurred_at
				from outbox
				where lane = :lane and published_at is null
				order by position
				limit :batch
				""").param("lane", lane).param("batch", this.properties.batch()).query(OutboxRow.MAPPER).list();
	}

	private void markPublished(List<OutboxRow> rows) {
		this.jdbc.sql("update outbox set published_at = :now where position = any(:positions)")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("positions", rows.stream().map(OutboxRow::position).toArray(Long[]::new))
			.update();
	}

	private void purge() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.purgedAt.plus(Duration.ofMinutes(10)))) {
			return;
		}
		this.purgedAt = now;
		this.jdbc.sql("delete from outbox where published_at < :before")
			.param("before", Timestamp.from(now.minus(this.properties.retention())))
			.update();
	}

	private double oldestAge() {
		return this.jdbc.sql("select min(occurred_at) from outbox where published_at is null")
			.query((row, index) -> row.getTimestamp(1))
			.optional()
			.map((oldest) -> Duration.between(oldest.toInstant(), this.clock.instant()).toMillis() / 1000.0)
			.orElse(0.0);
	}

}
