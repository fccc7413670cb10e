package io.partnerhub.platform.idempotency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows of answered commands, kept for 7 days. */
public final class IdempotencyStore {

	private static final Duration RETENTION = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	public IdempotencyStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	boolean lock(IdempotencyFilter.Command command) {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:command, 1))")
			.param("command", String.join("\n", command.keySpace(), command.operation(), command.key()))
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	Optional<IdempotencyFilter.StoredAnswer> find(IdempotencyFilter.Command command) {
		return this.jdbc.sql("""
				select fingerprint, status, headers, body
				from idempotency_key
				where key_space = :space and operation = :operation and key = :key and created_at > :after
				""")
			.param("space", command.keySpace())
			.param("operation", command.operation())
			.param("key", command.key())
			.param("after", Timestamp.from(this.clock.instant().minus(RETENTION)))
			.query((row, index) -> new IdempotencyFilter.StoredAnswer(row.getBytes("fingerprint"), row.getInt("status"),
					headers(row.getString("headers")), row.getBytes("body")))
			.optional();
	}

	/** Keeps an answer without the fields that are shown only once. */
	void save(IdempotencyFilter.Command command, IdempotencyFilter.StoredAnswer answer, Set<?> shownOnce) {
		this.jdbc.sql("""
				insert into idempotency_key (key_space, operation, key, fingerprint, status, headers, body, created_at)
				values (:space, :operation, :key, :fingerprint, :status, :headers::jsonb, :body, :now)
				on conflict (key_space, operation, key) do update
				   set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
				       body = excluded.body, created_at = excluded.created_at
				""")
			.param("space", command.keySpace())
			.param("operation", command.operation())
			.param("key", command.key())
			.param("fingerprint", command.fingerprint())
			.param("status", answer.status())
			.param("headers", this.json.writeValueAsString(answer.headers()))
			.param("body", shownOnce.isEmpty() ? answer.body() : without(shownOnce, answer.body()))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Forgets answers older than 7 days. */
	public int purge() {
		return this.jdbc.sql("delete from idempotency_key where created_at < :before")
			.param("before", Timestamp.from(this.clock.instant().minus(RETENTION)))
			.update();
	}

	private byte[] without(Set<?> fields, byte[] body) {
		ObjectNode answer = this.json.readValue(body, ObjectNode.class);
		fields.forEach((field) -> answer.remove(String.valueOf(field)));
		return this.json.writeValueAsBytes(answer);
	}

	private Map<String, String> headers(String text) {
		return this.json.readValue(text, new TypeReference<Map<String, String>>() {
		});
	}

}
