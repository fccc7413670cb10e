package io.partnerhub.customer.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of mail; a row that is sent or given up no longer holds its text. */
@Repository
class MailStore {

	private final JdbcClient jdbc;

	MailStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, Mail mail, Instant now) {
		this.jdbc.sql("""
				insert into mail (id, partner_id, recipient, subject, body, state, next_attempt_at, discard_at)
				values (:id, :partner, :recipient, :subject, :body, 'QUEUED', :now, :discardAt)
				""")
			.param("id", id)
			.param("partner", mail.partnerId())
			.param("recipient", mail.recipient())
			.param("subject", mail.subject())
			.param("body", mail.body())
			.param("now", Timestamp.from(now))
			.param("discardAt", Timestamp.from(mail.discardAt()))
			.update();
	}

	/**
	 * The mail that is worth nothing soonest, locked, so that a code does not wait behind
	 * invitations; one that another instance is sending is passed over.
	 */
	Optional<Queued> lockDue(Instant now) {
		return this.jdbc.sql("""
				select id, partner_id, recipient, subject, body, attempts, discard_at from mail
				where state = 'QUEUED' and next_attempt_at <= :now
				order by discard_at
				limit 1
				for update skip locked
				""")
			.param("now", Timestamp.from(now))
			.query((row, index) -> new Queued(row.getObject("id", UUID.class),
					new Mail(row.getObject("partner_id", UUID.class), row.getString("recipient"),
							row.getString("subject"), row.getString("body"),
							row.getTimestamp("discard_at").toInstant()),
					row.getInt("attempts")))
			.optional();
	}

	void sent(UUID id, Instant now) {
		this.jdbc.sql("""
				update mail set state = 'SENT', sent_at = :now, attempts = attempts + 1, subject = null, body = null
				where id = :id
				""").param("id", id).param("now", Timestamp.from(now)).update();
	}

	void retry(UUID id, String failure, Instant nextAttempt) {
		this.jdbc.sql("""
				update mail set attempts = attempts + 1, last_failure = :failure, next_attempt_at = :next
				where id = :id
				""").param("id", id).param("failure", failure).param("next", Timestamp.from(nextAttempt)).update();
	}

	void giveUp(UUID id) {
		this.jdbc.sql("update mail set state = 'GIVEN_UP', subject = null, body = null where id = :id")
			.param("id", id)
			.update();
	}

	/** A mail in the queue, and how often sending it has failed. */
	record Queued(UUID id, Mail mail, int attempts) {
	}

}
