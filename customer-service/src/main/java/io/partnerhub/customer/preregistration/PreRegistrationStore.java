package io.partnerhub.customer.preregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.member.Sight;
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

	private static final String SELECT = """
			select p.* from (
			    select r.id, r.partner_id, r.owner_partner_id, r.account_manager_id, r.customer_name, r.contact_name,
			           r.email, r.mobile, r.registered_at, r.valid_until, r.created_by,
			           case when r.state = 'REGISTERED' and r.valid_until <= :now then 'EXPIRED' else r.state end as state
			    from pre_registration r) p
			where
			""";

	private final JdbcClient jdbc;

	PreRegistrationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Locks the row for the transaction before it is read. */
	void lock(UUID id) {
		this.jdbc.sql("select 1 from pre_registration where id = :id for update")
			.param("id", id)
			.query((row, index) -> row.getInt(1))
			.optional();
	}

	Optional<PreRegistration> find(UUID id, Sight sight, Instant now) {
		return this.jdbc.sql(SELECT + sight.on("p") + " and p.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.param("now", Timestamp.from(now))
			.query(PreRegistrationStore::preRegistration)
			.optional();
	}

	List<PreRegistration> list(Sight sight, @Nullable State state, PageQuery page, Instant now) {
		return this.jdbc.sql(SELECT + sight.on("p") + """
				and (:state::text is null or p.state = :state)
				and (:after::uuid is null or p.id < :after)
				order by p.id desc
				limit :fetch
				""")
			.params(sight.parameters())
			.param("now", Timestamp.from(now))
			.param("state", (state != null) ? state.name() : null)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(PreRegistrationStore::preRegistration)
			.list();
	}

	/**
	 * Writes down that rows have expired which would stand in the way of a new one; they
	 * are locked in the order of their ids, so that two partners never wait for each
	 * other.
	 */
	void lapse(UUID owner, String email, @Nullable String mobile, Instant now) {
		this.jdbc.sql("""
				update pre_registration set state = 'EXPIRED'
				where id = any(array(
				    select id from pre_registration
				    where state = 'REGISTERED' and valid_until <= :now
				      and (owner_partner_id = :owner or email = :email or mobile = :mobile)
				    order by id
				    for update))
				""")
			.param("now", Timestamp.from(now))
			.param("owner", owner)
			.param("email", email)
			.param("mobile", mobile)
			.update();
	}

	/** The partner who holds this prospect, if any. */
	Optional<UUID> holder(String email, @Nullable String mobile) {
		return this.jdbc.sql("""
				select owner_partner_id from pre_registration
				where state in ('PENDING_REVIEW', 'REGISTERED') and (email = :email or mobile = :mobile)
				limit 1
				""")
			.param("email", email)
			.param("mobile", mobile)
			.query((row, index) -> row.getObject(1, UUID.class))
			.optional();
	}

	/** The lowest slot no open row of the partner holds; none if all are taken. */
	Optional<Integer> freeSlot(UUID owner, int limit) {
		return this.jdbc.sql("""
				select slot from generate_series(1, :limit) slot
				where slot not in (
				    select p.slot from pre_registration p
				    where p.owner_partner_id = :owner and p.state in ('PENDING_REVIEW', 'REGISTERED'))
				order by slot
				limit 1
				""").param("owner", owner).param("limit", limit).query((row, index) -> row.getInt(1)).optional();
	}

	/** Nothing is inserted if somebody else holds the prospect. */
	boolean insert(PreRegistration row, int slot) {
		return this.jdbc.sql("""
				insert into pre_registration (id, partner_id, owner_partner_id, account_manager_id, customer_name,
				                              contact_name, email, mobile, state, slot, registered_at, valid_until,
				                              created_by)
				values (:id, :partner, :owner, :manager, :customer, :contact, :email, :mobile, :state, :slot,
				        :registeredAt, :validUntil, :createdBy)
				on conflict do nothing
				""")
			.param("id", row.id())
			.param("partner", row.partnerId())
			.param("owner", row.ownerPartnerId())
			.param("manager", row.accountManagerId())
			.param("customer", row.customerName())
			.param("contact", row.contactName())
			.param("email", row.email())
			.param("mobile", row.mobile())
			.param("state", row.state().name())
			.param("slot", slot)
			.param("registeredAt", Timestamp.from(row.registeredAt()))
			.param("validUntil", Timestamp.from(row.validUntil()))
			.param("createdBy", row.createdBy())
			.update() == 1;
	}

	void setState(UUID id, State state) {
		this.jdbc.sql("update pre_registration set state = :state where id = :id")
			.param("id", id)
			.param("state", state.name())
			.update();
	}

	private static PreRegistration preRegistration(ResultSet row, int index) throws SQLException {
		return new PreRegistration(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("account_manager_id", UUID.class),
				row.getString("customer_name"), row.getString("contact_name"), row.getString("email"),
				row.getString("mobile"), State.valueOf(row.getString("state")),
				row.getTimestamp("registered_at").toInstant(), row.getTimestamp("valid_until").toInstant(),
				row.getString("created_by"));
	}

}
