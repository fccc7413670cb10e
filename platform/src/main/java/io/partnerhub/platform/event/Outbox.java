package io.partnerhub.platform.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.EventCatalog;
import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
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
		checkTransaction();
		insert(event, EventCatalog.of(event.getClass()));
		TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(this.wake));
	}

	/** Announces many facts with one statement; those of one key in their order. */
	public void announceAll(List<Fact> facts) {
		checkTransaction();
		if (!facts.isEmpty()) {
			insert(facts);
			TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(this.wake));
		}
	}

	private static void checkTransaction() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			throw new IllegalStateException("an event is announced in the transaction of its state change");
		}
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
			.param("trace", Fact.presentTrace())
			.param("payload", this.json.writeValueAsString(event))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private void insert(List<Fact> facts) {
		List<Event> events = facts.stream().map(Fact::event).toList();
		List<EventCatalog.Entry> entries = events.stream().map((event) -> EventCatalog.of(event.getClass())).toList();
		this.jdbc
			.sql("""
					with fact as (
					    select *
					    from unnest(:ids::uuid[], :lanes::int[], :keys::uuid[], :topics::text[], :types::text[], :partners::uuid[],
					                :traces::text[], :payloads::text[]) with ordinality
					         as f (id, lane, key, topic, type, partner, trace, payload, n)),
					next as (
					    insert into outbox_sequence as s (key, last)
					    select key, count(*) from fact group by key order by key
					    on conflict (key) do update set last = s.last + excluded.last
					    returning key, last)
					insert into outbox (id, lane, key, sequence, topic, type, partner_id, trace_id, payload, occurred_at)
					select f.id, f.lane, f.key,
					       next.last - count(*) over (partition by f.key) + row_number() over (partition by f.key order by f.n),
					       f.topic, f.type, f.partner, f.trace, f.payload, :now
					from fact f join next on next.key = f.key
					order by f.n
					""")
			.param("ids", events.stream().map((event) -> Ids.next()).toArray(UUID[]::new))
			.param("lanes",
					events.stream()
						.map((event) -> Math.floorMod(event.key().hashCode(), LANES))
						.toArray(Integer[]::new))
			.param("keys", events.stream().map(Event::key).toArray(UUID[]::new))
			.param("topics", entries.stream().map(EventCatalog.Entry::topic).toArray(String[]::new))
			.param("types", entries.stream().map(EventCatalog.Entry::type).toArray(String[]::new))
			.param("partners", events.stream().map(Event::partnerId).toArray(UUID[]::new))
			.param("traces", facts.stream().map(Fact::trace).toArray(String[]::new))
			.param("payloads", events.stream().map(this.json::writeValueAsString).toArray(String[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * An event, and the request it follows from where that is not the present one.
	 */
	public record Fact(Event event, @Nullable String trace) {

		/** A fact that follows from the present request. */
		public static Fact of(Event event) {
			return new Fact(event, presentTrace());
		}

		/** What names the present request in the events that follow from it. */
		public static @Nullable String presentTrace() {
			return MDC.get("traceId");
		}

	}

	/** One per transaction is enough: equal instances count once. */
	private record WakeAfterCommit(Runnable wake) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			this.wake.run();
		}

	}

}
