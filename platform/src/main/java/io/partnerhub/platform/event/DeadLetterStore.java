package io.partnerhub.platform.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of events that could not be handled, with origin, cause and partner. */
class DeadLetterStore {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	DeadLetterStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Handling and replaying of one key never overlap. */
	void lock(String key) {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0)))")
			.param("key", key)
			.query((row, index) -> 1)
			.single();
	}

	boolean holds(String key) {
		return this.jdbc.sql("select exists (select from dead_letter where key = :key and replayed_at is null)")
			.param("key", key)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	void add(Message message, String cause) {
		this.jdbc.sql("""
				insert into dead_letter
				       (topic, partition, "offset", key, type, partner_id, headers, payload, cause, failed_at)
				values (:topic, :partition, :offset, :key, :type, :partner, :headers::jsonb, :payload, :cause, :now)
				on conflict do nothing
				""")
			.param("topic", message.topic())
			.param("partition", message.partition())
			.param("offset", message.offset())
			.param("key", message.key())
			.param("type", message.type())
			.param("partner", message.partnerId())
			.param("headers", this.json.writeValueAsString(message.headers()))
			.param("payload", message.payload())
			.param("cause", Message.storable(cause))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	List<String> keys() {
		return this.jdbc.sql("select distinct key from dead_letter where replayed_at is null")
			.query((row, index) -> row.getString("key"))
			.list();
	}

	Optional<Letter> next(String key) {
		return this.jdbc.sql("""
				select id, topic, partition, "offset", key, headers, payload
				from dead_letter
				where key = :key and replayed_at is null
				order by id
				limit 1
				""")
			.param("key", key)
			.query((row, index) -> new Letter(row.getLong("id"),
					new Message(row.getString("topic"), row.getInt("partition"), row.getLong("offset"),
							row.getString("key"), headers(row.getString("headers")), row.getBytes("payload"))))
			.optional();
	}

	void markReplayed(long id) {
		this.jdbc.sql("update dead_letter set replayed_at = :now where id = :id")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", id)
			.update();
	}

	long count() {
		return this.jdbc.sql("select count(*) from dead_letter where replayed_at is null")
			.query((row, index) -> row.getLong(1))
			.single();
	}

	List<Summary> waiting(int limit) {
		return this.jdbc.sql("""
				select id, topic, partition, "offset", key, type, partner_id, cause, failed_at
				from dead_letter
				where replayed_at is null
				order by id
				limit :limit
				""")
			.param("limit", limit)
			.query((row, index) -> new Summary(row.getLong("id"),
					row.getString("topic") + "/" + row.getInt("partition") + "/" + row.getLong("offset"),
					row.getString("key"), row.getString("type"), String.valueOf(row.getString("partner_id")),
					row.getString("cause"), row.getTimestamp("failed_at").toInstant()))
			.list();
	}

	private Map<String, String> headers(String text) {
		return this.json.readValue(text, new TypeReference<Map<String, String>>() {
		});
	}

	record Letter(long id, Message message) {
	}

	/** What an operator needs to know of a dead letter. */
	record Summary(long id, String origin, String key, String type, String partnerId, String cause, Instant failedAt) {
	}

}
