package io.partnerhub.coupon.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.coupon.voucher.RowOutcomes.RowOutcome;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of files. */
@Repository
class IssueRowStore {

	private static final String COLUMNS = """
			number, outcome, customer_id, face_minor, minimum_minor, service_types, product_ids, effective_at, expires_at,
			remark, code, detail, voucher_id
			""";

	private final JdbcClient jdbc;

	IssueRowStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID operationId, List<IssueRow> rows) {
		this.jdbc
			.sql("""
					insert into voucher_issue_row (operation_id, number, outcome, customer_id, face_minor, minimum_minor,
					                               service_types, product_ids, effective_at, expires_at, remark, code, detail)
					select :operation, r.*
					from unnest(:numbers::int[], :outcomes::text[], :customers::uuid[], :faces::bigint[], :minima::bigint[],
					            :services::text[], :products::text[], :effective::timestamptz[], :expires::timestamptz[],
					            :remarks::text[], :codes::text[], :details::text[]) r
					""")
			.param("operation", operationId)
			.param("numbers", column(rows, IssueRow::number).toArray(Integer[]::new))
			.param("outcomes", column(rows, (row) -> row.outcome().name()).toArray(String[]::new))
			.param("customers", column(rows, IssueRow::customerId).toArray(UUID[]::new))
			.param("faces", column(rows, (row) -> minor(row.faceValue())).toArray(Long[]::new))
			.param("minima", column(rows, (row) -> row.minimumOrder().minor()).toArray(Long[]::new))
			.param("services", column(rows, IssueRow::serviceTypes).toArray(String[]::new))
			.param("products", column(rows, IssueRow::productIds).toArray(String[]::new))
			.param("effective", column(rows, (row) -> time(row.effectiveAt())).toArray(Timestamp[]::new))
			.param("expires", column(rows, (row) -> time(row.expiresAt())).toArray(Timestamp[]::new))
			.param("remarks", column(rows, IssueRow::remark).toArray(String[]::new))
			.param("codes", column(rows, IssueRow::code).toArray(String[]::new))
			.param("details", column(rows, IssueRow::detail).toArray(String[]::new))
			.update();
	}

	/**
	 * The next rows that nobody else is at work on, locked until the transaction ends.
	 */
	List<IssueRow> claim(UUID operationId, int limit) {
		return this.jdbc.sql("select " + COLUMNS + """
				from voucher_issue_row
				where operation_id = :operation and outcome = 'WAITING'
				order by number
				limit :limit
				for update skip locked
				""").param("operation", operationId).param("limit", limit).query(IssueRowStore::row).list();
	}

	void mark(UUID operationId, List<RowOutcome> outcomes) {
		this.jdbc.sql("""
				update voucher_issue_row w
				   set outcome = case when r.code is null then 'SUCCEEDED' else 'FAILED' end, code = r.code,
				       detail = r.detail, voucher_id = r.voucher
				  from unnest(:numbers::int[], :codes::text[], :details::text[], :vouchers::uuid[])
				       as r (number, code, detail, voucher)
				 where w.operation_id = :operation and w.number = r.number and w.outcome = 'WAITING'
				""")
			.param("operation", operationId)
			.param("numbers", column(outcomes, (each) -> each.row().number()).toArray(Integer[]::new))
			.param("codes", column(outcomes, RowOutcome::code).toArray(String[]::new))
			.param("details", column(outcomes, RowOutcome::detail).toArray(String[]::new))
			.param("vouchers", column(outcomes, RowOutcome::voucherId).toArray(UUID[]::new))
			.update();
	}

	/** In the order of the file. */
	List<IssueRow> page(UUID operationId, IssueRow.@Nullable Outcome outcome, int after, int limit) {
		String narrowed = (outcome != null) ? "and outcome = :outcome\n" : "";
		return this.jdbc
			.sql("select " + COLUMNS + "from voucher_issue_row where operation_id = :operation and number > :after\n"
					+ narrowed + "order by number limit :limit")
			.param("operation", operationId)
			.param("outcome", (outcome != null) ? outcome.name() : "")
			.param("after", after)
			.param("limit", limit)
			.query(IssueRowStore::row)
			.list();
	}

	Map<String, Integer> outcomes(UUID operationId) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		this.jdbc.sql("""
				select coalesce(code, outcome) as outcome, count(*) as rows
				from voucher_issue_row
				where operation_id = :operation
				group by 1
				order by 1
				""").param("operation", operationId).query((row) -> {
			counts.put(row.getString("outcome"), row.getInt("rows"));
		});
		return counts;
	}

	/** Takes away up to so many rows and tells how many. */
	int delete(UUID operationId, int limit) {
		return this.jdbc.sql("""
				delete from voucher_issue_row
				where operation_id = :operation
				  and number = any(array(
				          select number from voucher_issue_row where operation_id = :operation limit :limit))
				""").param("operation", operationId).param("limit", limit).update();
	}

	private static IssueRow row(ResultSet row, int index) throws SQLException {
		Long face = row.getObject("face_minor", Long.class);
		return new IssueRow(row.getInt("number"), IssueRow.Outcome.valueOf(row.getString("outcome")),
				row.getObject("customer_id", UUID.class), (face != null) ? Money.ofMinor(face) : null,
				Money.ofMinor(row.getLong("minimum_minor")), row.getString("service_types"),
				row.getString("product_ids"), instant(row.getTimestamp("effective_at")),
				instant(row.getTimestamp("expires_at")), row.getString("remark"), row.getString("code"),
				row.getString("detail"), row.getObject("voucher_id", UUID.class));
	}

	private static <R, T extends @Nullable Object> List<T> column(List<R> rows, Function<R, T> value) {
		List<T> column = new java.util.ArrayList<>(rows.size());
		rows.forEach((row) -> column.add(value.apply(row)));
		return column;
	}

	private static @Nullable Long minor(@Nullable Money money) {
		return (money != null) ? money.minor() : null;
	}

	private static @Nullable Timestamp time(@Nullable Instant time) {
		return (time != null) ? Timestamp.from(time) : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
