package io.partnerhub.platform.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.EventCatalog;
import io.partnerhub.platform.Ids;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Announces a fact: its row commits together with the state that changed (I-36), and the
 * relay is woken right after. Never call it outside a transaction.
 */
public final class Outbox {

	/**
	 * Keys are spread over this many lanes; several relays share the work lane by lane.
	 */
	static final int LANES = 16;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final Runnable wake;

	public Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, Runnable wake) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.wake = wake;
	}

	public void announce(Event event) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			throw new IllegalStateException("an event is announced in the transaction of its state change");
		}
		insert(event, EventCatalog.of(event.getClass()));
		TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(this.wake));
	}

	private void insert(Event event, EventCatalog.Entry entry) {
		UUID key = event.key();
		this.jdbc.sql("""
				with next as (
				    insert into outbox_sequence as s (key, last)
				    values (:key, 1)
				    on conflict (key) do update set last = s.last + 1
				    returning last)
				insert into outbox (id, lane, key, sequence, topic, type, partner_id, trace_id, payload, occurred_at)
				select :id, :lane, :key, next.last, :topic, :type, :partner, :trace, :payload, :now
				from next
				""")
			.param("id", Ids.next())
			.param("lane", Math.floorMod(key.hashCode(), LANES))
			.param("key", key)
			.param("topic", entry.topic())
			.param("type", entry.type())
			.param("partner", event.partnerId())
			.param("trace", MDC.get("traceId"))
			.param("payload", this.json.writeValueAsString(event))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** One per transaction is enough: equal instances count once. */
	private record WakeAfterCommit(Runnable wake) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			this.wake.run();
		}

	}

}
