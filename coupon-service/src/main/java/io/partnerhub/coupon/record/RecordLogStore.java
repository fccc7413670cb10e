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
 * Reads the operation log, newest first; who got something without a link is called and
 * found as the vendor tells (CSH-11). A rare name is asked for customer by customer; a
 * common one is met soon among the newest records.
 */
@Repository
class RecordLogStore {

	/** Up to so many customers of a name are asked for one by one. */
	private static final int FEW = 200;

	private static final String NEWEST_FIRST = "order by r.at desc, r.id desc\n";

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
		List<Named> named = named(conditions);
		if (named.size() > FEW) {
			return shown(newest(where + havingName(conditions.names("k"), conditions.names("a"), "offset 0")),
					parameters);
		}
		parameters.put("named", named.stream().map(Named::id).toArray(UUID[]::new));
		parameters.put("linked", named.stream().map(Named::linked).toArray(Boolean[]::new));
		return shown("select r.* from unnest(:named::uuid[], :linked::boolean[]) n (id, linked) cross join lateral ("
				+ newest("and r.customer_id = n.id and (n.linked or r.epoch = 0)\n" + where) + ") r " + NEWEST_FIRST
				+ "limit :fetch", parameters);
	}

	int count(LogSight sight, RecordQuery query) {
		LogConditions conditions = new LogConditions(sight, query);
		String named = query.byName() ? havingName(conditions.customers(), conditions.names("a"), "") : "";
		return this.jdbc
			.sql("select count(*) from operation_record r where r.owner_partner_id = :owner\n" + conditions.records()
					+ named)
			.params(conditions.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/**
	 * A record of somebody with the name. An offset of 0 has the database look record by
	 * record, which is what a page needs, not at all customers first.
	 */
	private static String havingName(String customers, String accounts, String offset) {
		return """
				and (exists (
				         select
				         from known_customer k
				         where k.customer_id = r.customer_id and k.owner_partner_id = :owner
				         %s %s)
				     or r.epoch = 0 and exists (
				         select
				         from known_account a
				         where a.account_id = r.customer_id
				         %s %s))
				""".formatted(customers, offset, accounts, offset);
	}

	private List<Named> named(LogConditions conditions) {
		return this.jdbc.sql("""
				with unlinked as materialized (
				    select distinct r.customer_id as id
				    from operation_record r
				    where r.owner_partner_id = :owner and r.epoch = 0)
				select id, bool_or(linked) as linked
				from ((select k.customer_id as id, true as linked
				       from known_customer k
				       where k.owner_partner_id = :owner
				       %s
				       limit :few)
				      union all
				      (select u.id, false
				       from unlinked u join known_account a on a.account_id = u.id
				       where true
				       %s
				       limit :few)) n
				group by id
				limit :few
				""".formatted(conditions.customers(), conditions.names("a")))
			.params(conditions.parameters())
			.param("few", FEW + 1)
			.query((row, index) -> new Named(row.getObject("id", UUID.class), row.getBoolean("linked")))
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

	/**
	 * Somebody with the name that is asked for.
	 *
	 * @param linked whether he is or was last the issuer's customer; if not, only what he
	 * got without a link is seen under his name
	 */
	private record Named(UUID id, boolean linked) {
	}

}
