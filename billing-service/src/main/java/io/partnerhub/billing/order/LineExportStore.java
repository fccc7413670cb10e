package io.partnerhub.billing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.job.PartFiles;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of exports of order lines. */
@Component
class LineExportStore {

	private static final String SELECT = "select " + FileProgress.COLUMNS + """
			, partner_id, owner_partner_id, lines_owner_id, scope, member_id, customer_name, order_number,
			service_type_code, order_type, status, expires_from, expires_to, chinese
			from order_line_export
			where\s""";

	private final JdbcClient jdbc;

	private final PartFiles files;

	LineExportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.files = new PartFiles(jdbc, "order_line_export");
	}

	/** What is written of them. */
	PartFiles files() {
		return this.files;
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
			.param("id", export.progress().id())
			.param("partner", export.realm().partnerId())
			.param("owner", export.realm().ownerPartnerId())
			.param("chinese", export.chinese())
			.param("operator", export.progress().operator())
			.param("total", export.progress().total())
			.param("now", Timestamp.from(export.progress().createdAt()))
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

	LineExport get(UUID id) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", id).query((row, index) -> export(row)).single();
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
		return new LineExport(FileProgress.of(row), new Realm(partner, OrderRows.id(row, "owner_partner_id")), sight,
				filter(row), row.getBoolean("chinese"));
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
