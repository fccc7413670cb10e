package io.partnerhub.platform.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of reveals; they are only ever added. */
class RevealStore {

	private final JdbcClient jdbc;

	RevealStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(RevealRecord entry, UUID partnerId, UUID ownerPartnerId) {
		this.jdbc.sql("""
				insert into reveal_record (id, partner_id, owner_partner_id, resource, columns, row_ids, revealed_by,
				                           member_id, revealed_at, trace_id)
				values (:id, :partner, :owner, :resource, :columns, :rows, :by, :member, :at, :trace)
				""")
			.param("id", entry.id())
			.param("partner", partnerId)
			.param("owner", ownerPartnerId)
			.param("resource", entry.resource())
			.param("columns", entry.columns().toArray(String[]::new))
			.param("rows", entry.rowIds().toArray(UUID[]::new))
			.param("by", entry.revealedBy())
			.param("member", entry.memberId())
			.param("at", Timestamp.from(entry.revealedAt()))
			.param("trace", entry.traceId())
			.update();
	}

	List<RevealRecord> page(UUID owner, PageQuery page) {
		return this.jdbc.sql("""
				select id, resource, columns, row_ids, revealed_by, member_id, revealed_at, trace_id
				from reveal_record
				where owner_partner_id = :owner and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("owner", owner)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(RevealStore::entry)
			.list();
	}

	private static RevealRecord entry(ResultSet row, int index) throws SQLException {
		return new RevealRecord(row.getObject("id", UUID.class), row.getString("resource"),
				List.of((String[]) row.getArray("columns").getArray()),
				List.of((UUID[]) row.getArray("row_ids").getArray()), row.getString("revealed_by"),
				row.getObject("member_id", UUID.class), row.getTimestamp("revealed_at").toInstant(),
				row.getString("trace_id"));
	}

}
