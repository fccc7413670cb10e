package io.partnerhub.customer.preregistration;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.preregistration.PreRegistration.Review;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of pre-registrations. One whose time is over reads as EXPIRED before anybody wrote
 * it down.
 */
@Repository
class PreRegistrationStore {

	/** Everything of a row but its state, in the order of the table. */
	static final String COLUMNS = """
			r.id, r.partner_id, r.owner_partner_id, r.account_manager_id, r.customer_name, r.contact_name, r.email,
			r.mobile, r.existing_account_name, r.country, r.created_at, r.created_by, r.registered_at, r.valid_until,
			r.review_reasons, r.unknown_facts, r.reject_reason, r.reviewed_by, r.reviewed_at,
			""";

	static final String SELECT = "select " + COLUMNS + """
			case when r.state = 'REGISTERED' and r.valid_until <= :now then 'EXPIRED' else r.state end as state
			""";

	private static final String OF_PARTNER = SELECT + "from pre_registration r where ";

	/** Rows stay for good, so the last one seen still tells where its page ended. */
	private static final String AFTER = """
			and (r.created_at, r.id) < (
			    (select last.created_at from pre_registration last where last.id = :after and last.owner_partner_id = :owner),
			    :after)
			""";

	private final JdbcClient jdbc;

	PreRegistrationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks rows of a partner for the transaction before they are read, always in one
	 * order.
	 */
	void lock(UUID owner, Collection<UUID> ids) {
		this.jdbc.sql("""
				select 1 from pre_registration
				where owner_partner_id = :owner and id = any(:ids)
				order by id
				for update
				""")
			.param("owner", owner)
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getInt(1))
			.list();
	}

	/**
	 * The partner's registered row for this account: by its name, else by an address or
	 * number of it. One that names another account is that one's.
	 */
	Optional<UUID> findRegistered(UUID owner, Account account, Instant now) {
		return this.jdbc.sql("""
				select id from pre_registration
				where owner_partner_id = :owner and state = 'REGISTERED' and valid_until > :now
				  and (lower(existing_account_name) = lower(:account)
				       or existing_account_name is null and (email = any(:emails) or mobile = any(:mobiles)))
				order by existing_account_name nulls last, id
				limit 1
				""")
			.param("owner", owner)
			.param("now", Timestamp.from(now))
			.param("emails", account.emails().toArray(String[]::new))
			.param("mobiles", account.mobiles().toArray(String[]::new))
			.param("account", account.name())
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	Optional<PreRegistration> find(UUID id, Sight sight, Instant now) {
		return this.jdbc.sql(OF_PARTNER + sight.on("r") + " and r.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.param("now", Timestamp.from(now))
			.query(PreRegistrationStore::preRegistration)
			.optional();
	}

	List<PreRegistration> list(Sight sight, PreRegistrationFilter filter, PageQuery page, Instant now) {
		return this.jdbc
			.sql(OF_PARTNER + sight.on("r") + filter.conditions() + ((page.after() != null) ? AFTER : "") + """
					order by r.created_at desc, r.id desc
					limit :fetch
					""")
			.params(sight.parameters())
			.params(filter.parameters())
			.param("now", Timestamp.from(now))
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(PreRegistrationStore::preRegistration)
			.list();
	}

	void setState(UUID id, State state) {
		this.jdbc.sql("update pre_registration set state = :state where id = :id")
			.param("id", id)
			.param("state", state.name())
			.update();
	}

	static PreRegistration preRegistration(ResultSet row, int index) throws SQLException {
		Prospect prospect = new Prospect(row.getString("customer_name"), row.getString("contact_name"),
				row.getString("email"), row.getString("mobile"), row.getString("existing_account_name"),
				row.getString("country"));
		return new PreRegistration(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("account_manager_id", UUID.class),
				prospect, State.valueOf(row.getString("state")), row.getTimestamp("created_at").toInstant(),
				row.getString("created_by"), instant(row, "registered_at"), instant(row, "valid_until"), review(row));
	}

	private static Review review(ResultSet row) throws SQLException {
		return new Review(texts(row.getArray("review_reasons")).stream().map(ReviewReason::valueOf).toList(),
				texts(row.getArray("unknown_facts")), row.getString("reject_reason"), row.getString("reviewed_by"),
				instant(row, "reviewed_at"));
	}

	private static List<String> texts(Array array) throws SQLException {
		return Arrays.asList((String[]) array.getArray());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
