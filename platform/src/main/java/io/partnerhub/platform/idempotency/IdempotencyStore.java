package io.partnerhub.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.jdbc.core.RowCallbackHandler;
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

	boolean lock(CommandKey command) {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:command, 1))")
			.param("command", command.id())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	Optional<KeptAnswer> find(CommandKey command) {
		return this.jdbc.sql("""
				select fingerprint, status, headers, body
				from idempotency_key
				where key_space = :space and operation = :operation and key = :key and created_at > :after
				""")
			.param("space", command.keySpace())
			.param("operation", command.operation())
			.param("key", command.key())
			.param("after", Timestamp.from(this.clock.instant().minus(RETENTION)))
			.query((row, index) -> answer(row))
			.optional();
	}

	/** Keeps an answer without the fields that are shown only once. */
	void save(CommandKey command, KeptAnswer answer, Set<?> shownOnce) {
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

	/** Takes what nobody else has: the ids of those keys. */
	Set<String> lockAll(Collection<CommandKey> commands) {
		return new HashSet<>(this.jdbc.sql("""
				select id
				from (select distinct unnest(:ids::text[]) as id) command
				where pg_try_advisory_xact_lock(hashtextextended(id, 1))
				""").param("ids", column(commands, CommandKey::id)).query((row, index) -> row.getString(1)).list());
	}

	/** The kept answers by the ids of their keys. */
	Map<String, KeptAnswer> findAll(Collection<CommandKey> commands) {
		Map<String, KeptAnswer> answers = new HashMap<>();
		this.jdbc
			.sql("""
					select c.id, k.fingerprint, k.status, k.headers, k.body
					from unnest(:ids::text[], :spaces::text[], :operations::text[], :keys::text[]) as c (id, space, operation, key)
					     join idempotency_key k
					       on k.key_space = c.space and k.operation = c.operation and k.key = c.key
					where k.created_at > :after
					""")
			.param("ids", column(commands, CommandKey::id))
			.param("spaces", column(commands, CommandKey::keySpace))
			.param("operations", column(commands, CommandKey::operation))
			.param("keys", column(commands, CommandKey::key))
			.param("after", Timestamp.from(this.clock.instant().minus(RETENTION)))
			.query((RowCallbackHandler) (row) -> answers.put(row.getString("id"), answer(row)));
		return answers;
	}

	/** Keeps answers to commands of different keys. */
	void saveAll(Map<CommandKey, KeptAnswer> answers) {
		if (answers.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					insert into idempotency_key (key_space, operation, key, fingerprint, status, headers, body, created_at)
					select space, operation, key, fingerprint, status, headers::jsonb, body, :now
					from unnest(:spaces::text[], :operations::text[], :keys::text[], :fingerprints::bytea[], :statuses::int[],
					            :headers::text[], :bodies::bytea[])
					     as a (space, operation, key, fingerprint, status, headers, body)
					on conflict (key_space, operation, key) do update
					   set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
					       body = excluded.body, created_at = excluded.created_at
					""")
			.param("spaces", column(answers.keySet(), CommandKey::keySpace))
			.param("operations", column(answers.keySet(), CommandKey::operation))
			.param("keys", column(answers.keySet(), CommandKey::key))
			.param("fingerprints", answers.keySet().stream().map(CommandKey::fingerprint).toArray(byte[][]::new))
			.param("statuses", answers.values().stream().map(KeptAnswer::status).toArray(Integer[]::new))
			.param("headers",
					answers.values()
						.stream()
						.map((answer) -> this.json.writeValueAsString(answer.headers()))
						.toArray(String[]::new))
			.param("bodies", answers.values().stream().map(KeptAnswer::body).toArray(byte[][]::new))
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

	private KeptAnswer answer(ResultSet row) throws SQLException {
		return new KeptAnswer(row.getBytes("fingerprint"), row.getInt("status"), headers(row.getString("headers")),
				row.getBytes("body"));
	}

	private static String[] column(Collection<CommandKey> commands, Function<CommandKey, String> value) {
		return commands.stream().map(value).toArray(String[]::new);
	}

	private Map<String, String> headers(String text) {
		return this.json.readValue(text, new TypeReference<Map<String, String>>() {
		});
	}

}
