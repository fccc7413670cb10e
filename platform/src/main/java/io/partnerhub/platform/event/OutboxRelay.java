package io.partnerhub.platform.event;

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

	private static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);

	private final OutboxStore store;

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
		this.store = new OutboxStore(jdbc);
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

	/** A lane that fails holds no other up; the round as a whole then backs off. */
	private boolean publishAllLanes() {
		boolean more = false;
		RuntimeException failure = null;
		for (int lane : this.store.waitingLanes()) {
			try {
				more |= this.running && publishLane(lane) == this.properties.batch();
			}
			catch (RuntimeException ex) {
				log.warn("lane {} failed: {}", lane, ex.toString());
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
		return more;
	}

	private int publishLane(int lane) {
		Integer published = this.transaction.execute((status) -> {
			if (!this.store.lock(lane, this.properties.stallTimeout())) {
				return 0;
			}
			List<OutboxRow> rows = this.store.waiting(lane, this.properties.batch());
			if (!rows.isEmpty()) {
				this.publisher.publish(rows, this.properties.ackTimeout());
				this.store.markPublished(rows, this.clock.instant());
			}
			return rows.size();
		});
		return (published != null) ? published : 0;
	}

	private void purge() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.purgedAt.plus(PURGE_INTERVAL))) {
			return;
		}
		this.purgedAt = now;
		this.store.purge(now.minus(this.properties.retention()));
	}

	private double oldestAge() {
		return this.store.oldest()
			.map((oldest) -> Duration.between(oldest, this.clock.instant()).toMillis() / 1000.0)
			.orElse(0.0);
	}

}
