package io.partnerhub.billing.consumption;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.partnerhub.billing.consumption.ConsumptionExports.DayFile;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of subscriptions, and of the files written for them. */
@Component
class ConsumptionExportStore {

	private static final String FILES = """
			select id, partner_id, owner_partner_id, day, records, created_at, kept
			from consumption_export
			""";

	/** Records read at a time. */
	private static final int FETCHED = 1000;

	private final JdbcClient jdbc;

	ConsumptionExportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void subscribe(Realm realm, String operator, Instant now) {
		this.jdbc.sql("""
				insert into consumption_subscription (partner_id, owner_partner_id, operator, since)
				values (:partner, :owner, :operator, :now)
				on conflict (owner_partner_id) do nothing
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("operator", operator)
			.param("now", Timestamp.from(now))
			.update();
	}

	void unsubscribe(Realm realm) {
		this.jdbc.sql("delete from consumption_subscription where owner_partner_id = :owner")
			.param("owner", realm.ownerPartnerId())
			.update();
	}

	/**
	 * Takes the next file that nobody writes: of the oldest of some days, for who
	 * subscribed before it ended.
	 */
	Optional<DayFile> claim(UUID id, LocalDate from, LocalDate to, Instant now, Instant until) {
		return this.jdbc
			.sql("""
					insert into consumption_export as x (id, partner_id, owner_partner_id, day, records, created_at, claimed_until)
					select :id, s.partner_id, s.owner_partner_id, d.day, 0, :now, :until
					from consumption_subscription s
					cross join lateral (select cast(day as date) as day
					                    from generate_series(cast(:from as date), cast(:to as date), interval '1 day') day) d
					where s.since < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'
					  and not exists (select from consumption_export e
					                  where e.owner_partner_id = s.owner_partner_id and e.day = d.day
					                    and (e.claimed_until is null or e.claimed_until > :now))
					order by d.day, s.owner_partner_id
					limit 1
					on conflict (owner_partner_id, day) do update
					set id = excluded.id, created_at = excluded.created_at, claimed_until = excluded.claimed_until
					where x.claimed_until <= :now
					returning id, partner_id, owner_partner_id, day, records, created_at, kept
					""")
			.param("id", id)
			.param("from", Date.valueOf(from))
			.param("to", Date.valueOf(to))
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(until))
			.query((row, index) -> file(row))
			.optional();
	}

	/** It can be fetched from now on; false if somebody else writes it meanwhile. */
	boolean written(DayFile file, long records) {
		return this.jdbc.sql("""
				update consumption_export set records = :records, claimed_until = null
				where id = :id and claimed_until is not null
				""").param("records", records).param("id", file.id()).update() == 1;
	}

	List<DayFile> page(Realm realm, PageQuery page) {
		return this.jdbc
			.sql(FILES
					+ """
							where owner_partner_id = :owner and claimed_until is null and (cast(:after as uuid) is null or id < :after)
							order by id desc
							limit :fetch
							""")
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> file(row))
			.list();
	}

	Optional<DayFile> find(Realm realm, UUID id) {
		return this.jdbc.sql(FILES + "where id = :id and owner_partner_id = :owner and claimed_until is null")
			.param("id", id)
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> file(row))
			.optional();
	}

	/** Files that have been kept for long enough. */
	List<UUID> old(Instant before, int limit) {
		return this.jdbc.sql("""
				select id
				from consumption_export
				where kept and claimed_until is null and created_at < :before
				order by created_at
				limit :limit
				""")
			.param("before", Timestamp.from(before))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** They can be fetched no more. */
	void gone(List<UUID> ids) {
		this.jdbc.sql("update consumption_export set kept = false where id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.update();
	}

	/**
	 * What was recorded for a partner between two times, read once and never all at a
	 * time.
	 */
	void recorded(Realm realm, Instant from, Instant to, Consumer<ConsumptionRecord> reader) {
		this.jdbc.sql(RecordStore.SELECT + """
				owner_partner_id = :owner and recorded_at >= :from and recorded_at < :to
				""")
			.param("owner", realm.ownerPartnerId())
			.param("from", Timestamp.from(from))
			.param("to", Timestamp.from(to))
			.withFetchSize(FETCHED)
			.query((row) -> {
				reader.accept(RecordStore.consumed(row));
			});
	}

	/** Which of some objects are files that are written or kept. */
	Set<UUID> named(Collection<UUID> objects) {
		return Set.copyOf(this.jdbc.sql("select id from consumption_export where id = any(:objects) and kept")
			.param("objects", objects.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list());
	}

	private static DayFile file(ResultSet row) throws SQLException {
		return new DayFile(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getDate("day").toLocalDate(), row.getLong("records"), row.getTimestamp("created_at").toInstant(),
				row.getBoolean("kept"));
	}

}
