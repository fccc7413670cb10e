package io.partnerhub.customer.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of codes. */
@Repository
class CodeStore {

	private static final String SELECT = """
			select id, partner_id, holder, purpose, sender, recipient, salt, digest, tries, tries_most, state, sent_at,
			       expires_at
			from verification_code
			""";

	private static final int PURGED_AT_ONCE = 1000;

	private final JdbcClient jdbc;

	CodeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Until the transaction ends nobody else sends to the recipient or for the sender.
	 */
	void oneAtATime(String recipient, String sender) {
		for (String key : new String[] { "to " + recipient, "for " + sender }) {
			this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 12)) is null")
				.param("key", key)
				.query((row, index) -> row.getBoolean(1))
				.single();
		}
	}

	/** When the code was sent that is so many sends back, if after the given time. */
	Optional<Instant> sentBackTo(String recipient, int sends, Instant after) {
		return sentBack("recipient", recipient, sends, after);
	}

	/** The same for everything sent for a sender. */
	Optional<Instant> sentBackFor(String sender, int sends, Instant after) {
		return sentBack("sender", sender, sends, after);
	}

	/** A new code replaces the open one of its holder and purpose. */
	void insert(VerificationCode code) {
		this.jdbc.sql("""
				update verification_code set state = 'REPLACED'
				where holder = :holder and purpose = :purpose and state = 'OPEN'
				""").param("holder", code.holder()).param("purpose", code.purpose()).update();
		this.jdbc.sql("""
				insert into verification_code (id, partner_id, holder, purpose, sender, recipient, salt, digest, tries,
				                               tries_most, state, sent_at, expires_at)
				values (:id, :partner, :holder, :purpose, :sender, :recipient, :salt, :digest, :tries, :most, :state,
				        :sentAt, :expiresAt)
				""")
			.param("id", code.id())
			.param("partner", code.partnerId())
			.param("holder", code.holder())
			.param("purpose", code.purpose())
			.param("sender", code.sender())
			.param("recipient", code.recipient())
			.param("salt", code.secret().salt())
			.param("digest", code.secret().digest())
			.param("tries", code.tries())
			.param("most", code.mostTries())
			.param("state", code.state().name())
			.param("sentAt", Timestamp.from(code.sentAt()))
			.param("expiresAt", Timestamp.from(code.expiresAt()))
			.update();
	}

	Optional<VerificationCode> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(CodeStore::code).optional();
	}

	Optional<VerificationCode> lock(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id for update").param("id", id).query(CodeStore::code).optional();
	}

	Optional<VerificationCode> newest(String holder, String purpose) {
		return this.jdbc.sql(SELECT + """
				where holder = :holder and purpose = :purpose
				order by sent_at desc, id desc
				limit 1
				""").param("holder", holder).param("purpose", purpose).query(CodeStore::code).optional();
	}

	void countTry(UUID id) {
		this.jdbc.sql("update verification_code set tries = tries + 1 where id = :id").param("id", id).update();
	}

	/** False if it was used or replaced since it was judged. */
	boolean use(UUID id) {
		return this.jdbc.sql("update verification_code set state = 'USED' where id = :id and state = 'OPEN'")
			.param("id", id)
			.update() == 1;
	}

	int purge(Instant sentBefore) {
		return this.jdbc.sql("""
				delete from verification_code
				where id = any(array(
				    select id from verification_code where sent_at < :before
				    order by sent_at limit :batch for update skip locked))
				""").param("before", Timestamp.from(sentBefore)).param("batch", PURGED_AT_ONCE).update();
	}

	private Optional<Instant> sentBack(String column, String value, int sends, Instant after) {
		return this.jdbc.sql("""
				select sent_at from verification_code
				where %s = :value and sent_at > :after
				order by sent_at desc
				offset :back limit 1
				""".formatted(column))
			.param("value", value)
			.param("after", Timestamp.from(after))
			.param("back", sends - 1)
			.query((row, index) -> row.getTimestamp("sent_at").toInstant())
			.optional();
	}

	private static VerificationCode code(ResultSet row, int index) throws SQLException {
		return new VerificationCode(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getString("holder"), row.getString("purpose"), row.getString("sender"), row.getString("recipient"),
				new Secret(row.getBytes("salt"), row.getBytes("digest")), row.getInt("tries"), row.getInt("tries_most"),
				VerificationCode.State.valueOf(row.getString("state")), row.getTimestamp("sent_at").toInstant(),
				row.getTimestamp("expires_at").toInstant());
	}

}
