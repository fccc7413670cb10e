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
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.job.PartFiles;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of exports of adjust records. */
@Component
class AdjustExportStore {

	private static final String SELECT = "select " + FileProgress.COLUMNS + """
			, partner_id, owner_partner_id, records_owner_id, target_id, kind, account_type, from_at, to_at, chinese
			from adjust_export
			where\s""";

	private final JdbcClient jdbc;

	private final PartFiles files;

	AdjustExportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.files = new PartFiles(jdbc, "adjust_export");
	}

	/** What is written of them. */
	PartFiles files() {
		return this.files;
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
			.param("id", export.progress().id())
			.param("partner", export.realm().partnerId())
			.param("owner", export.realm().ownerPartnerId())
			.param("chinese", export.chinese())
			.param("operator", export.progress().operator())
			.param("total", export.progress().total())
			.param("now", Timestamp.from(export.progress().createdAt()))
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

	AdjustExport get(UUID id) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", id).query((row, index) -> export(row)).single();
	}

	private static AdjustExport export(ResultSet row) throws SQLException {
		return new AdjustExport(FileProgress.of(row),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				filter(row), row.getBoolean("chinese"));
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

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
