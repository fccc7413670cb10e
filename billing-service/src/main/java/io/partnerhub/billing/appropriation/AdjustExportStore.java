package io.partnerhub.billing.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of exports and the parts of their files. */
@Component
class AdjustExportStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, records_owner_id, target_id, kind, account_type, from_at, to_at, chinese,
			       operator, state, total, done, parts, position, created_at, finished_at
			from adjust_export
			where\s""";

	private final JdbcClient jdbc;

	AdjustExportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The lock keeps the count true until the transaction ends. */
	int countRunning(UUID owner) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('adjust-export ' || :owner, 2))")
			.param("owner", owner.toString())
			.query((row, index) -> true)
			.list();
		return this.jdbc.sql("select count(*) from adjust_export where owner_partner_id = :owner and state = 'RUNNING'")
			.param("owner", owner)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	void insert(AdjustExport export) {
		AdjustFilter filter = export.filter();
		Map<String, @Nullable Object> what = new HashMap<>();
		what.put("recordsOwner", filter.realm().ownerPartnerId());
		what.put("target", filter.targetId());
		what.put("kind", (filter.kind() != null) ? filter.kind().name() : null);
		what.put("type", (filter.type() != null) ? filter.type().name() : null);
		what.put("from", timestamp(filter.from()));
		what.put("to", timestamp(filter.before()));
		this.jdbc
			.sql("""
					insert into adjust_export (id, partner_id, owner_partner_id, records_owner_id, target_id, kind, account_type,
					                           from_at, to_at, chinese, operator, state, total, created_at)
					values (:id, :partner, :owner, :recordsOwner, :target::uuid, :kind::text, :type::text, :from, :to, :chinese,
					        :operator, 'RUNNING', :total, :now)
					""")
			.params(what)
			.param("id", export.id())
			.param("partner", export.partnerId())
			.param("owner", export.ownerPartnerId())
			.param("chinese", export.chinese())
			.param("operator", export.operator())
			.param("total", export.total())
			.param("now", Timestamp.from(export.createdAt()))
			.update();
	}

	Optional<AdjustExport> find(UUID owner, UUID id) {
		return this.jdbc.sql(SELECT + "owner_partner_id = :owner and id = :id")
			.param("owner", owner)
			.param("id", id)
			.query((row, index) -> export(row))
			.optional();
	}

	List<AdjustExport> page(UUID owner, PageQuery page) {
		return this.jdbc.sql(SELECT + """
				owner_partner_id = :owner and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("owner", owner)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> export(row))
			.list();
	}

	Optional<AdjustExport> lockRunning() {
		return this.jdbc.sql(SELECT + "state = 'RUNNING' order by id limit 1 for update skip locked")
			.query((row, index) -> export(row))
			.optional();
	}

	void write(AdjustExport export, byte[] content, int records, @Nullable UUID position,
			@Nullable Instant finishedAt) {
		this.jdbc.sql("insert into adjust_export_part (export_id, part, content) values (:id, :part, :content)")
			.param("id", export.id())
			.param("part", export.parts())
			.param("content", content)
			.update();
		this.jdbc.sql("""
				update adjust_export
				   set done = done + :records, parts = parts + 1, position = coalesce(:position::uuid, position),
				       finished_at = :finished::timestamptz,
				       state = case when :finished::timestamptz is null then 'RUNNING' else 'DONE' end
				 where id = :id
				""")
			.param("id", export.id())
			.param("records", records)
			.param("position", position)
			.param("finished", timestamp(finishedAt))
			.update();
	}

	byte[] part(UUID id, int part) {
		return this.jdbc.sql("select content from adjust_export_part where export_id = :id and part = :part")
			.param("id", id)
			.param("part", part)
			.query((row, index) -> row.getBytes("content"))
			.single();
	}

	/** The files of exports that ended so long ago. */
	void expire(Instant finishedBefore, int limit) {
		List<UUID> old = this.jdbc.sql("""
				update adjust_export
				   set state = 'EXPIRED'
				 where id = any (array(select id from adjust_export
				                       where state = 'DONE' and finished_at <= :before
				                       order by id limit :limit for update skip locked))
				returning id
				""")
			.param("before", Timestamp.from(finishedBefore))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
		this.jdbc.sql("delete from adjust_export_part where export_id = any(:ids)")
			.param("ids", old.toArray(UUID[]::new))
			.update();
	}

	private static AdjustExport export(ResultSet row) throws SQLException {
		return new AdjustExport(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), filter(row), row.getBoolean("chinese"),
				row.getString("operator"), AdjustExport.State.valueOf(row.getString("state")), row.getInt("total"),
				row.getInt("done"), row.getInt("parts"), row.getObject("position", UUID.class),
				row.getTimestamp("created_at").toInstant(), instant(row.getTimestamp("finished_at")));
	}

	private static AdjustFilter filter(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		String type = row.getString("account_type");
		return new AdjustFilter(
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("records_owner_id", UUID.class)),
				row.getObject("target_id", UUID.class), (kind != null) ? EntryKind.valueOf(kind) : null,
				(type != null) ? AppropriationType.valueOf(type) : null, null, row.getTimestamp("from_at").toInstant(),
				null, row.getTimestamp("to_at").toInstant());
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
