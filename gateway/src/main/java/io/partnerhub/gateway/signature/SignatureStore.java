package io.partnerhub.gateway.signature;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Used signatures and failed attempts, shared by all gateways. */
@Repository
class SignatureStore {

	private final JdbcClient jdbc;

	SignatureStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Remembers a signature and returns when it was first seen: now, or before. */
	Instant firstSeen(String signature, Instant now) {
		return this.jdbc.sql("""
				insert into seen_signature (signature, first_seen) values (decode(:signature, 'hex'), :now)
				on conflict (signature) do update set signature = excluded.signature
				returning first_seen
				""")
			.param("signature", signature)
			.param("now", time(now))
			.query((row, index) -> row.getObject("first_seen", OffsetDateTime.class).toInstant())
			.single();
	}

	Optional<KeyFailures> failures(String accessKey, String source) {
		return this.jdbc
			.sql("select failures, last_failure from key_failure where access_key = :key and source = :source")
			.param("key", accessKey)
			.param("source", source)
			.query((row, index) -> new KeyFailures(row.getInt("failures"),
					row.getObject("last_failure", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * Counts a failure; those before the given time belong to an earlier row of failures.
	 */
	void countFailure(String accessKey, String source, Instant now, Instant countedSince) {
		this.jdbc.sql("""
				insert into key_failure (access_key, source, failures, last_failure) values (:key, :source, 1, :now)
				on conflict (access_key, source) do update set
				  failures = case when key_failure.last_failure <= :since then 1 else key_failure.failures + 1 end,
				  last_failure = excluded.last_failure
				""")
			.param("key", accessKey)
			.param("source", source)
			.param("now", time(now))
			.param("since", time(countedSince))
			.update();
	}

	void clearFailures(String accessKey, String source) {
		this.jdbc.sql("delete from key_failure where access_key = :key and source = :source")
			.param("key", accessKey)
			.param("source", source)
			.update();
	}

	void purge(Instant signaturesBefore, Instant failuresBefore) {
		this.jdbc.sql("delete from seen_signature where first_seen < :before")
			.param("before", time(signaturesBefore))
			.update();
		this.jdbc.sql("delete from key_failure where last_failure <= :before")
			.param("before", time(failuresBefore))
			.update();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
