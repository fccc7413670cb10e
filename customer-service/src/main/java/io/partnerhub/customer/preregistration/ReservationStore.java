package io.partnerhub.customer.preregistration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who holds which prospect: open rows, their slots (PRE-03) and their identities
 * (PRE-08), and what has lapsed (PRE-02).
 */
@Repository
class ReservationStore {

	private static final String EXPIRE = "update pre_registration r set state = 'EXPIRED'\nwhere ";

	private static final String RETURNING = "\nreturning " + PreRegistrationStore.COLUMNS + "r.state";

	private final JdbcClient jdbc;

	ReservationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes down that rows have expired which would stand in the way of a new one; they
	 * are locked in the order of their ids, so that two partners never wait for each
	 * other. Each row is answered once in its life.
	 */
	List<PreRegistration> lapse(UUID owner, Prospect prospect, Instant now) {
		return this.jdbc.sql(EXPIRE + """
				r.id = any(array(
				    select id from pre_registration
				    where state = 'REGISTERED' and valid_until <= :now
				      and (owner_partner_id = :owner or email = :email or mobile = :mobile
				           or lower(existing_account_name) = lower(:account))
				    order by id
				    for update))
				""" + RETURNING)
			.param("now", Timestamp.from(now))
			.param("owner", owner)
			.param("email", prospect.email())
			.param("mobile", prospect.mobile())
			.param("account", prospect.existingAccountName())
			.query(PreRegistrationStore::preRegistration)
			.list();
	}

	/** The same for one row, which the caller holds; nothing if it is written down. */
	Optional<PreRegistration> lapse(UUID id, Instant now) {
		return this.jdbc.sql(EXPIRE + "r.id = :id and r.state = 'REGISTERED' and r.valid_until <= :now" + RETURNING)
			.param("id", id)
			.param("now", Timestamp.from(now))
			.query(PreRegistrationStore::preRegistration)
			.optional();
	}

	/**
	 * The same for those that expired first; one that somebody else holds waits for the
	 * next time.
	 */
	List<PreRegistration> lapse(int most, Instant now) {
		return this.jdbc.sql(EXPIRE + """
				r.id = any(array(
				    select id from pre_registration
				    where state = 'REGISTERED' and valid_until <= :now
				    order by valid_until
				    limit :most
				    for update skip locked))
				""" + RETURNING)
			.param("now", Timestamp.from(now))
			.param("most", most)
			.query(PreRegistrationStore::preRegistration)
			.list();
	}

	/** The partners who hold this prospect, by any of his identities. */
	List<UUID> holders(Prospect prospect) {
		return this.jdbc.sql("""
				select distinct owner_partner_id from pre_registration
				where state in ('PENDING_REVIEW', 'REGISTERED')
				  and (email = :email or mobile = :mobile or lower(existing_account_name) = lower(:account))
				""")
			.param("email", prospect.email())
			.param("mobile", prospect.mobile())
			.param("account", prospect.existingAccountName())
			.query((row, index) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Whether a customer by any of these names has a partner now. */
	boolean isAssociated(Prospect prospect) {
		return this.jdbc.sql("""
				select exists (
				    select from customer c
				    join association a on a.customer_id = c.id and a.ended_at is null
				    where lower(c.email) = :email or c.mobile = :mobile or lower(c.account_name) = lower(:account))
				""")
			.param("email", prospect.email())
			.param("mobile", prospect.mobile())
			.param("account", prospect.existingAccountName())
			.query((row, index) -> row.getBoolean(1))
			.single();
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
		Prospect prospect = row.prospect();
		return this.jdbc
			.sql("""
					insert into pre_registration (id, partner_id, owner_partner_id, account_manager_id, customer_name,
					                              contact_name, email, mobile, existing_account_name, country, state, slot,
					                              created_at, created_by, registered_at, valid_until, review_reasons,
					                              unknown_facts)
					values (:id, :partner, :owner, :manager, :customer, :contact, :email, :mobile, :account, :country, :state,
					        :slot, :createdAt, :createdBy, :registeredAt, :validUntil, :reasons, :unknown)
					on conflict do nothing
					""")
			.param("id", row.id())
			.param("partner", row.partnerId())
			.param("owner", row.ownerPartnerId())
			.param("manager", row.accountManagerId())
			.param("customer", prospect.customerName())
			.param("contact", prospect.contactName())
			.param("email", prospect.email())
			.param("mobile", prospect.mobile())
			.param("account", prospect.existingAccountName())
			.param("country", prospect.country())
			.param("state", row.state().name())
			.param("slot", slot)
			.param("createdAt", Timestamp.from(row.createdAt()))
			.param("createdBy", row.createdBy())
			.param("registeredAt", timestamp(row.registeredAt()))
			.param("validUntil", timestamp(row.validUntil()))
			.param("reasons", row.review().reasons().stream().map(Enum::name).toArray(String[]::new))
			.param("unknown", row.review().unknownFacts().toArray(String[]::new))
			.update() == 1;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant time) {
		return (time != null) ? Timestamp.from(time) : null;
	}

}
