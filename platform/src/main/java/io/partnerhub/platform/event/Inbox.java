package io.partnerhub.platform.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.partnerhub.contracts.EventCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears events: the row that says "heard" and the effect commit together (I-38), so
 * hearing twice changes nothing. What can never be handled, because it says nothing,
 * lacks what it must have or contradicts the database, becomes a dead letter, and later
 * events of its key follow it in order (I-37). What may succeed next time comes again.
 */
public final class Inbox {

	private static final Logger log = LoggerFactory.getLogger(Inbox.class);

	/**
	 * Longer than any topic keeps its records, so that no repetition is taken for news.
	 */
	private static final Duration RETENTION = Duration.ofDays(30);

	private final Map<String, Subscription.Handler<?>> handlers = new HashMap<>();

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final DeadLetterStore deadLetters;

	/** Events may carry fields that a newer version of their owner added. */
	private final JsonMapper json;

	private final Clock clock;

	public Inbox(Collection<Subscription> subscriptions, JdbcClient jdbc, TransactionTemplate transaction,
			JsonMapper json, Clock clock) {
		subscriptions.forEach((subscription) -> subscription.handlers().forEach(this::register));
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.deadLetters = new DeadLetterStore(jdbc, json, clock);
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		this.clock = clock;
	}

	/** The topics this service listens to. */
	public Set<String> topics() {
		return this.handlers.keySet()
			.stream()
			.map((type) -> EventCatalog.find(type).orElseThrow().topic())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Handles one message; returning means it is done with, a failure means it must come
	 * again. Types nobody here subscribed to are none of our business; a record without
	 * any type could be anything, so it is kept.
	 */
	void receive(Message message) {
		if (!message.type().isBlank() && !this.handlers.containsKey(message.type())) {
			return;
		}
		try (MDC.MDCCloseable _ = MDC.putCloseable("traceId", message.headers().get("ce_traceid"))) {
			inTransaction(() -> handleOrFollow(message));
		}
		catch (Unhandleable ex) {
			log.error("dead letter {} {} of key {}", message.type(), message.id(), message.key(), ex);
			this.transaction
				.executeWithoutResult((status) -> this.deadLetters.add(message, String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Takes the dead letters of every key up again in order; a key whose first one fails
	 * again stays as it is.
	 */
	public Replay replay() {
		int replayed = 0;
		for (String key : this.deadLetters.keys()) {
			replayed += replay(key);
		}
		return new Replay(replayed, this.deadLetters.count());
	}

	private void register(String type, Subscription.Handler<?> handler) {
		if (this.handlers.put(type, handler) != null) {
			throw new IllegalStateException("two subscriptions to " + type + ": let one call the other's use case");
		}
	}

	private int replay(String key) {
		int replayed = 0;
		try {
			while (inTransaction(() -> replayNext(key))) {
				replayed++;
			}
		}
		catch (Unhandleable ex) {
			log.warn("dead letters of key {} stay: {}", key, ex.getMessage());
		}
		return replayed;
	}

	private boolean handleOrFollow(Message message) {
		this.deadLetters.lock(message.key());
		boolean follows = this.deadLetters.holds(message.key());
		if (follows) {
			this.deadLetters.add(message, "follows an earlier dead letter of its key");
		}
		else {
			handle(message);
		}
		return !follows;
	}

	/**
	 * Tells senseless from unlucky: two that create the same row at once are unlucky, and
	 * so is whatever a lock or a connection did.
	 */
	private boolean inTransaction(BooleanSupplier work) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> work.getAsBoolean()));
		}
		catch (DuplicateKeyException ex) {
			throw ex;
		}
		catch (NullPointerException | IllegalArgumentException | ArithmeticException | DateTimeException
				| DataIntegrityViolationException ex) {
			throw new Unhandleable("senseless: " + ex, ex);
		}
	}

	private boolean replayNext(String key) {
		this.deadLetters.lock(key);
		return this.deadLetters.next(key).map((letter) -> {
			handle(letter.message());
			this.deadLetters.markReplayed(letter.id());
			return true;
		}).orElse(false);
	}

	private void handle(Message message) {
		Subscription.Handler<?> handler = this.handlers.get(message.type());
		if (handler == null) {
			throw new Unhandleable(message.type().isBlank() ? "no ce_type" : "nobody handles " + message.type());
		}
		Object event = read(message, handler);
		if (isNews(message)) {
			handler.handle(event);
		}
	}

	private Object read(Message message, Subscription.Handler<?> handler) {
		try {
			Object event = this.json.readValue(message.payload(), handler.event());
			if (event == null) {
				throw new Unhandleable("empty payload");
			}
			return event;
		}
		catch (JacksonException ex) {
			throw new Unhandleable("unparseable: " + ex.getOriginalMessage());
		}
	}

	private boolean isNews(Message message) {
		return this.jdbc.sql("""
				insert into inbox (event_id, received_at)
				values (:id, :now)
				on conflict do nothing
				""").param("id", eventId(message)).param("now", Timestamp.from(this.clock.instant())).update() == 1;
	}

	private static UUID eventId(Message message) {
		try {
			return UUID.fromString(String.valueOf(message.id()));
		}
		catch (IllegalArgumentException ex) {
			throw new Unhandleable("no event id");
		}
	}

	/** Forgets what was heard longer ago than any topic remembers. */
	public int purge() {
		return this.jdbc.sql("delete from inbox where received_at < :before")
			.param("before", Timestamp.from(this.clock.instant().minus(RETENTION)))
			.update();
	}

	/** What a replay did: letters handled, and letters still waiting. */
	public record Replay(int replayed, long waiting) {
	}

}
