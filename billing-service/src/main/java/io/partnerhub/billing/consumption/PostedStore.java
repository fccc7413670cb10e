package io.partnerhub.billing.consumption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.attribution.Holder;
import io.partnerhub.platform.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of posted records: each reference stands there once. */
@Component
class PostedStore {

	private static final String COPY = "copy consumption_record (" + Writing.COLUMNS
			+ """
					, id, partner_id, owner_partner_id, customer_id, account_manager_id, performance_manager_id, performance_period,
					association_type, import_id, recorded_at) from stdin
					""";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	PostedStore(JdbcTemplate template, JdbcClient jdbc) {
		this.template = template;
		this.jdbc = jdbc;
	}

	/** What was told of these references before, as far as anything was. */
	Map<String, Told> find(Collection<String> references) {
		Map<String, Told> earlier = new HashMap<>();
		this.jdbc.sql("""
				select reference, customer_id, cycle, trade_time, bill_type, currency, official_amount, payable_amount,
				       cash_amount
				from consumption_record
				where reference = any(:references)
				""").param("references", references.toArray(String[]::new)).query((row) -> {
			earlier.put(row.getString("reference"), told(row));
		});
		return earlier;
	}

	/**
	 * Keeps new records.
	 * @param batch they came with
	 * @param open the first month whose performance is not settled
	 * @throws org.springframework.dao.DuplicateKeyException if another has kept one of
	 * them meanwhile
	 */
	void insert(UUID batch, BillCycle open, Instant now, Collection<Attributed> fresh) {
		if (!fresh.isEmpty()) {
			CopyLines.send(this.template, COPY, fresh, (lines, each) -> {
				lines.columns(each.written().columns()).id(Ids.next());
				whose(lines, each, open);
				lines.id(batch).time(now);
			});
		}
	}

	private static void whose(CopyLines lines, Attributed posted, BillCycle open) {
		Holder holder = Objects.requireNonNull(posted.holder());
		lines.id(holder.realm().partnerId()).id(holder.realm().ownerPartnerId()).id(posted.customerId());
		lines.id(holder.accountManagerId()).id(holder.performanceManagerId());
		lines.number(posted.performancePeriod(open)).text(holder.associationType().name());
	}

	private static Told told(ResultSet row) throws SQLException {
		return new Told(row.getObject("customer_id", UUID.class), row.getInt("cycle"),
				row.getTimestamp("trade_time").toInstant(), row.getInt("bill_type"), row.getString("currency"),
				row.getBigDecimal("official_amount"), row.getBigDecimal("payable_amount"),
				row.getBigDecimal("cash_amount"));
	}

}
