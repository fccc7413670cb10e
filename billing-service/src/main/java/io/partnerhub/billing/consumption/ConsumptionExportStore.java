package io.partnerhub.billing.consumption;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.consumption.ConsumptionExports.DayFile;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of subscriptions, and of the files written for them. */
@Component
class ConsumptionExportStore {

	private static final String FILES = """
			select id, partner_id, owner_partner_id, day, records, created_at, kept
			from consumption_export
			""";

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

	/** Who has no file yet for a day that began after he subscribed. */
	Optional<Realm> nextFor(LocalDate day, Instant end) {
		return this.jdbc.sql("""
				select partner_id, owner_partner_id
				from consumption_subscription s
				where s.since < :end
				  and not exists (select from consumption_export e
				                  where e.owner_partner_id = s.owner_partner_id and e.day = :day)
				order by owner_partner_id
				limit 1
				for update skip locked
				""")
			.param("day", Date.valueOf(day))
			.param("end", Timestamp.from(end))
			.query((row, index) -> new Realm(row.getObject("partner_id", UUID.class),
					row.getObject("owner_partner_id", UUID.class)))
			.optional();
	}

	void insert(DayFile file) {
		this.jdbc.sql("""
				insert into consumption_export (id, partner_id, owner_partner_id, day, records, created_at)
				values (:id, :partner, :owner, :day, :records, :at)
				""")
			.param("id", file.id())
			.param("partner", file.realm().partnerId())
			.param("owner", file.realm().ownerPartnerId())
			.param("day", Date.valueOf(file.day()))
			.param("records", file.records())
			.param("at", Timestamp.from(file.createdAt()))
			.update();
	}

	List<DayFile> page(Realm realm, PageQuery page) {
		return this.jdbc.sql(FILES + """
				where owner_partner_id = :owner and (cast(:after as uuid) is null or id < :after)
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
		return this.jdbc.sql(FILES + "where id = :id and owner_partner_id = :owner")
			.param("id", id)
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> file(row))
			.optional();
	}

	/** Files that have been kept for long enough; they are marked as gone. */
	List<UUID> expire(Instant before, int limit) {
		return this.jdbc.sql("""
				update consumption_export set kept = false
				where id = any(array(select id from consumption_export where kept and created_at < :before
				                     order by created_at limit :limit for update skip locked))
				returning id
				""")
			.param("before", Timestamp.from(before))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** What was recorded for a partner between two times, part by part. */
	List<ConsumptionRecord> recorded(Realm realm, Instant from, Instant to, @Nullable UUID after, int limit) {
		return this.jdbc.sql(RecordStore.SELECT + """
				owner_partner_id = :owner and cycle >= :oldest and recorded_at >= :from and recorded_at < :to
				  and (cast(:after as uuid) is null or id > :after)
				order by id
				limit :limit
				""")
			.param("owner", realm.ownerPartnerId())
			.param("oldest", BillCycle.at(from).plusMonths(-18).code())
			.param("from", Timestamp.from(from))
			.param("to", Timestamp.from(to))
			.param("after", after)
			.param("limit", limit)
			.query((row, index) -> RecordStore.consumed(row))
			.list();
	}

	private static DayFile file(ResultSet row) throws SQLException {
		return new DayFile(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getDate("day").toLocalDate(), row.getLong("records"), row.getTimestamp("created_at").toInstant(),
				row.getBoolean("kept"));
	}

}
