package io.partnerhub.platform.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of used proofs, kept well past their expiry, so that no instance whose clock is
 * behind takes one again.
 */
final class UsedProofStore {

	private static final Duration KEPT = Duration.ofHours(1);

	private static final int BATCH = 1000;

	private final JdbcClient jdbc;

	private final Clock clock;

	UsedProofStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * False if the proof was used before; whoever comes while another command is using it
	 * waits for that command's end.
	 */
	boolean use(Proof proof) {
		return this.jdbc.sql("""
				insert into used_proof (id, expires_at)
				values (:id, :expiresAt)
				on conflict do nothing
				""").param("id", proof.id()).param("expiresAt", Timestamp.from(proof.expiresAt())).update() == 1;
	}

	int purge() {
		return this.jdbc.sql("""
				delete from used_proof
				where id = any(array(
				    select id from used_proof where expires_at < :before
				    order by expires_at limit :batch for update skip locked))
				""").param("before", Timestamp.from(this.clock.instant().minus(KEPT))).param("batch", BATCH).update();
	}

}
