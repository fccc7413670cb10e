package io.partnerhub.coupon.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the operation log, newest first; who got something without a link is called as
 * the vendor tells. A rare name is asked for customer by customer; a common one is met
 * soon among the newest records.
 */
@Repository
class RecordLogStore {

	/** Up to so many customers of a name are asked for one by one. */
	private static final int FEW = 200;

	private static final String NEWEST_FIRST = "order by r.at desc, r.id desc\n";

	private static final String NAMED = "exists (select from known_customer k where k.customer_id = r.customer_id"
			+ " and k.owner_partner_id = :owner ";

	private final JdbcClient jdbc;

	RecordLogStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ShownRecord> read(LogSight sight, RecordQuery query, @Nullable UUID after, int limit) {
		LogConditions conditions = new LogConditions(sight, query);
		Map<String, Object> parameters = new HashMap<>(conditions.parameters());
		parameters.put("fetch", limit);
		String where = conditions.records() + after(sight, after, parameters);
		if (!query.byName()) {
			return shown(newest(where), parameters);
		}
		List<UUID> customers = customers(conditions);
		if (customers.size() > FEW) {
			return shown(newest(where + "and " + NAMED + conditions.customers() + ")\n"), parameters);
		}
		parameters.put("named", customers.toArray(UUID[]::new));
		return shown(
				"select r.* from unnest(:named::uuid[]) n (id) cross join lateral ("
						+ newest("and r.customer_id = n.id\n" + where) + ") r " + NEWEST_FIRST + "limit :fetch",
				parameters);
	}

	int count(LogSight sight, RecordQuery query) {
		LogConditions conditions = new LogConditions(sight, query);
		String named = query.byName() ? "and " + NAMED + conditions.customers() + ")\n" : "";
		return this.jdbc
			.sql("select count(*) from operation_record r where r.owner_partner_id = :owner\n" + conditions.records()
					+ named)
			.params(conditions.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private List<UUID> customers(LogConditions conditions) {
		return this.jdbc
			.sql("select k.customer_id from known_customer k where k.owner_partner_id = :owner\n"
					+ conditions.customers() + "limit " + (FEW + 1))
			.params(conditions.parameters())
			.query((row, index) -> row.getObject("customer_id", UUID.class))
			.list();
	}

	private static String newest(String where) {
		return "select r.* from operation_record r where r.owner_partner_id = :owner\n" + where + NEWEST_FIRST
				+ "limit :fetch";
	}

	private List<ShownRecord> shown(String records, Map<String, Object> parameters) {
		return this.jdbc
			.sql("select " + OperationRecordStore.COLUMNS + ", coalesce(k.name, a.name) as name,"
					+ " coalesce(k.account_name, a.account_name) as account_name from (" + records
					+ """
							) r left join known_customer k on k.customer_id = r.customer_id and k.owner_partner_id = r.owner_partner_id
							    left join known_account a on a.account_id = r.customer_id and r.epoch = 0
							"""
					+ NEWEST_FIRST)
			.params(parameters)
			.query(RecordLogStore::record)
			.list();
	}

	/** A page goes on where the last one ended; records never go away. */
	private String after(LogSight sight, @Nullable UUID last, Map<String, Object> parameters) {
		if (last == null) {
			return "";
		}
		parameters.put("last", last);
		parameters.put("lastAt",
				this.jdbc.sql("select at from operation_record where id = :last and owner_partner_id = :owner")
					.param("last", last)
					.param("owner", sight.owner())
					.query((row, index) -> row.getTimestamp("at"))
					.optional()
					.orElseThrow(() -> Problem.invalid("?cursor", "INVALID", "The cursor is not one of ours.")));
		return "and (r.at, r.id) < (:lastAt, :last)\n";
	}

	private static ShownRecord record(ResultSet row, int index) throws SQLException {
		OperationRecord entry = OperationRecordStore.RECORD.mapRow(row, index);
		if (entry == null) {
			throw new IllegalStateException("a row is no record");
		}
		return new ShownRecord(entry, row.getString("name"), row.getString("account_name"));
	}

}
