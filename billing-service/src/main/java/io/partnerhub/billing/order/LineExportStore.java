package io.partnerhub.billing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of exports of order lines and the parts of their files. */
@Component
class LineExportStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, lines_owner_id, scope, member_id, customer_name, order_number,
			       service_type_code, order_type, status, expires_from, expires_to, chinese, operator, state, total, done,
			       parts, position, created_at, finished_at
			from order_line_export
			where\s""";

	private final JdbcClient jdbc;

	LineExportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The lock keeps the count true until the transaction ends. */
	int countRunning(Realm realm) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('order-line-export ' || :owner, 5))")
			.param("owner", realm.ownerPartnerId().toString())
			.query((row, index) -> true)
			.list();
		return this.jdbc
			.sql("select count(*) from order_line_export where owner_partner_id = :owner and state = 'RUNNING'")
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	void insert(LineExport export) {
		this.jdbc.sql("""
				insert into order_line_export (id, partner_id, owner_partner_id, lines_owner_id, scope, member_id,
				                               customer_name, order_number, service_type_code, order_type, status,
				                               expires_from, expires_to, chinese, operator, state, total, created_at)
				values (:id, :partner, :owner, :linesOwner, :scope, :member::uuid, :name::text, :number::text,
				        :service::text, :type::text, :status::text, :from::timestamptz, :to::timestamptz, :chinese,
				        :operator, 'RUNNING', :total, :now)
				""")
			.params(wanted(export))
			.param("id", export.id())
			.param("partner", export.realm().partnerId())
			.param("owner", export.realm().ownerPartnerId())
			.param("chinese", export.chinese())
			.param("operator", export.operator())
			.param("total", export.total())
			.param("now", Timestamp.from(export.createdAt()))
			.update();
	}

	/**
	 * One of a partner's.
	 * @param operator whose it must be; anybody's if absent
	 */
	Optional<LineExport> find(Realm realm, @Nullable String operator, UUID id) {
		return this.jdbc.sql(SELECT + """
				owner_partner_id = :owner and id = :id and (:operator::text is null or operator = :operator)
				""")
			.param("owner", realm.ownerPartnerId())
			.param("id", id)
			.param("operator", operator)
			.query((row, index) -> export(row))
			.optional();
	}

	List<LineExport> page(Realm realm, @Nullable String operator, PageQuery page) {
		return this.jdbc.sql(SELECT + """
				owner_partner_id = :owner and (:operator::text is null or operator = :operator)
				  and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("owner", realm.ownerPartnerId())
			.param("operator", operator)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> export(row))
			.list();
	}

	Optional<LineExport> lockRunning() {
		return this.jdbc.sql(SELECT + "state = 'RUNNING' order by id limit 1 for update skip locked")
			.query((row, index) -> export(row))
			.optional();
	}

	void write(LineExport export, byte[] content, int lines, @Nullable UUID position, @Nullable Instant finishedAt) {
		this.jdbc.sql("insert into order_line_export_part (export_id, part, content) values (:id, :part, :content)")
			.param("id", export.id())
			.param("part", export.parts())
			.param("content", content)
			.update();
		this.jdbc.sql("""
				update order_line_export
				   set done = done + :lines, parts = parts + 1, position = coalesce(:position::uuid, position),
				       finished_at = :finished::timestamptz,
				       state = case when :finished::timestamptz is null then 'RUNNING' else 'DONE' end
				 where id = :id
				""")
			.param("id", export.id())
			.param("lines", lines)
			.param("position", position)
			.param("finished", OrderRows.timestamp(finishedAt))
			.update();
	}

	byte[] part(UUID id, int part) {
		return this.jdbc.sql("select content from order_line_export_part where export_id = :id and part = :part")
			.param("id", id)
			.param("part", part)
			.query((row, index) -> row.getBytes("content"))
			.single();
	}

	/** Takes the files of exports away that ended so long ago. */
	void expire(Instant finishedBefore, int limit) {
		List<UUID> old = this.jdbc.sql("""
				update order_line_export
				   set state = 'EXPIRED'
				 where id = any (array(select id from order_line_export
				                       where state = 'DONE' and finished_at <= :before
				                       order by id limit :limit for update skip locked))
				returning id
				""")
			.param("before", Timestamp.from(finishedBefore))
			.param("limit", limit)
			.query((row, index) -> OrderRows.id(row, "id"))
			.list();
		this.jdbc.sql("delete from order_line_export_part where export_id = any(:ids)")
			.param("ids", old.toArray(UUID[]::new))
			.update();
	}

	private static Map<String, @Nullable Object> wanted(LineExport export) {
		LineFilter filter = export.filter();
		Map<String, @Nullable Object> wanted = new HashMap<>();
		wanted.put("linesOwner", export.sight().owner());
		wanted.put("scope", export.sight().scope().name());
		wanted.put("member", export.sight().memberId());
		wanted.put("name", filter.customerName());
		wanted.put("number", filter.number());
		wanted.put("service", filter.serviceTypeCode());
		wanted.put("type", OrderRows.name(filter.type()));
		wanted.put("status", OrderRows.name(filter.status()));
		wanted.put("from", OrderRows.timestamp(filter.expires().from()));
		wanted.put("to", OrderRows.timestamp(filter.expires().to()));
		return wanted;
	}

	private static LineExport export(ResultSet row) throws SQLException {
		UUID partner = OrderRows.id(row, "partner_id");
		OrderSight sight = new OrderSight(new Realm(partner, OrderRows.id(row, "lines_owner_id")), false,
				DataScope.valueOf(row.getString("scope")), row.getObject("member_id", UUID.class), null);
		return new LineExport(OrderRows.id(row, "id"), new Realm(partner, OrderRows.id(row, "owner_partner_id")), sight,
				filter(row), row.getBoolean("chinese"), row.getString("operator"),
				LineExport.State.valueOf(row.getString("state")), row.getInt("total"), row.getInt("done"),
				row.getInt("parts"), row.getObject("position", UUID.class), row.getTimestamp("created_at").toInstant(),
				OrderRows.instant(row, "finished_at"));
	}

	private static LineFilter filter(ResultSet row) throws SQLException {
		String type = row.getString("order_type");
		String status = row.getString("status");
		return new LineFilter(
				new OrderPeriods.Range(OrderRows.instant(row, "expires_from"), OrderRows.instant(row, "expires_to")),
				row.getString("customer_name"), row.getString("order_number"), row.getString("service_type_code"),
				(type != null) ? OrderType.valueOf(type) : null, (status != null) ? OrderStatus.valueOf(status) : null);
	}

}
