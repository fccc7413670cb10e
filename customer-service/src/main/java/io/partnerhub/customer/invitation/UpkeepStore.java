package io.partnerhub.customer.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.mail.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes that come to invitations by the clock, a bounded number at a time. */
@Repository
class UpkeepStore {

	private final JdbcClient jdbc;

	UpkeepStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	int expire(Instant now, int limit) {
		return this.jdbc.sql("""
				update invitation set state = 'EXPIRED'
				where id = any(array(
				    select id from invitation
				    where state = 'SENT' and expires_at <= :now
				    order by expires_at
				    limit :limit
				    for update skip locked))
				""").param("now", Timestamp.from(now)).param("limit", limit).update();
	}

	/**
	 * Marks those that end within the period; one that never worked longer than that is
	 * left alone.
	 */
	List<Letters.Reminder> remind(Instant now, Duration period, int limit) {
		return this.jdbc.sql("""
				update invitation i set reminded_at = :now
				from pre_registration p
				where p.id = i.pre_registration_id
				  and i.id = any(array(
				    select id from invitation
				    where state = 'SENT' and reminded_at is null and expires_at > :now and expires_at <= :until
				      and expires_at - invited_at > make_interval(secs => :seconds)
				    order by expires_at
				    limit :limit
				    for update skip locked))
				returning i.owner_partner_id, i.inviter_id, p.customer_name, p.contact_name, p.email, i.language,
				          i.invited_at, i.expires_at
				""")
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(now.plus(period)))
			.param("seconds", period.toSeconds())
			.param("limit", limit)
			.query(UpkeepStore::reminder)
			.list();
	}

	private static Letters.Reminder reminder(ResultSet row, int index) throws SQLException {
		return new Letters.Reminder(row.getObject("owner_partner_id", UUID.class),
				row.getObject("inviter_id", UUID.class), row.getString("customer_name"), row.getString("contact_name"),
				row.getString("email"), Language.of(row.getString("language")),
				row.getTimestamp("invited_at").toInstant(), row.getTimestamp("expires_at").toInstant());
	}

}
