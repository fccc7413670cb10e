package io.partnerhub.billing.consumption;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where records wait within a transaction until it is known whose they are: tables of the
 * session, filled by COPY, empty again after each commit.
 */
@Component
class StageStore {

	private static final String AMOUNTS = """
			official numeric, payable numeric, cash numeric, credit numeric, voucher numeric, cash_coupon numeric,
			stored_card numeric, debt numeric, writeoff numeric, performance numeric
			""";

	private static final String STAGE = """
			create temporary table if not exists consumption_stage (
			    line bigint, reference text collate "C", sub_account text collate "C", customer_id uuid, cycle integer,
			    trade_time timestamptz, performance_period integer, charge_mode smallint, bill_type smallint,
			    detail_type smallint, goods text, paid_by text, service_type text, resource_type text, resource_id text,
			    resource_name text, region text, product text, trade_id text, usage_amount numeric, usage_unit text,
			    unit_price numeric, currency text,
			""" + AMOUNTS + ") on commit delete rows";

	private static final String DELTA = """
			create temporary table if not exists consumption_delta (
			    partner_id uuid, owner_partner_id uuid, cycle integer, customer_id uuid, account_manager_id uuid,
			    performance_manager_id uuid, performance_period integer, association_type text, service_type text,
			    charge_mode smallint, bill_type smallint, currency text, records bigint,
			""" + AMOUNTS + ") on commit delete rows";

	private static final String LEFT_OVER = """
			select s.line, s.sub_account, s.customer_id, r.reference is null as missing,
			       exists (select from customer_link k where k.customer_id = coalesce(u.customer_id, s.customer_id)) as known,
			       count(*) filter (where r.reference is null) over () as all_missing
			from consumption_stage s
			left join sub_account u on u.id = s.sub_account
			left join consumption_record r on r.reference = s.reference
			where r.reference is null
			   or (r.payable_amount, r.cash_amount, r.official_amount, r.cycle, r.trade_time, r.currency, r.bill_type)
			      is distinct from (s.payable, s.cash, s.official, s.cycle, s.trade_time, s.currency, s.bill_type)
			   or r.customer_id is distinct from coalesce(u.customer_id, s.customer_id)
			order by r.reference is null, s.line
			limit :limit
			""";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	StageStore(JdbcTemplate template, JdbcClient jdbc) {
		this.template = template;
		this.jdbc = jdbc;
	}

	void open() {
		this.jdbc.sql("set local work_mem = '64MB'").update(); // a part is sorted in
																// memory
		this.jdbc.sql(STAGE).update();
		this.jdbc.sql(DELTA).update();
	}

	/** Replaces what waits; the transaction goes on. */
	void replace(byte[] lines) {
		this.jdbc.sql("truncate consumption_stage").update();
		this.template.execute((StatementCallback<Long>) (statement) -> copy(statement, lines));
	}

	/**
	 * What of the staged records was not posted, and those that were posted earlier with
	 * other values, which come first.
	 */
	List<LeftOver> leftOver(int limit) {
		return this.jdbc.sql(LEFT_OVER)
			.param("limit", limit)
			.query((row, index) -> new LeftOver(row.getLong("line"), row.getString("sub_account"),
					row.getObject("customer_id", UUID.class), row.getBoolean("missing"), row.getBoolean("known"),
					row.getLong("all_missing")))
			.list();
	}

	private static long copy(Statement statement, byte[] lines) throws SQLException {
		Wrapper connection = statement.getConnection();
		try {
			return connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy consumption_stage from stdin", new ByteArrayInputStream(lines));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A staged record that stays behind.
	 *
	 * @param missing whether it is not posted at all; else it was posted with other
	 * values
	 * @param known whether its customer is known
	 * @param allMissing how many are not posted
	 */
	record LeftOver(long line, @Nullable String subAccount, @Nullable UUID customerId, boolean missing, boolean known,
			long allMissing) {

		RowProblem.Issue issue() {
			String code = this.known ? "NOT_ASSOCIATED" : "UNKNOWN_SUB_ACCOUNT";
			return new RowProblem.Issue(this.line, this.missing ? code : "RECORD_CONTRADICTS", (this.subAccount != null)
					? this.subAccount : (this.customerId != null) ? this.customerId.toString() : "NULL");
		}

	}

}
