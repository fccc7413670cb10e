package io.partnerhub.billing.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of adjust records. */
@Component
class AdjustRecordStore {

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, customer_id, epoch, customer_name, kind, transaction_id, amount_minor,
			       operator, at
			""";

	private static final String MATCHING = """
			from adjust_record
			where partner_id = :partner and owner_partner_id = :owner
			  and (cast(:customer as uuid) is null or customer_id = :customer)
			  and (cast(:kind as text) is null or kind = :kind)
			  and (cast(:transaction as uuid) is null or transaction_id = :transaction)
			  and (cast(:after as timestamptz) is null or at > :after)
			  and (cast(:before as timestamptz) is null or at < :before)
			""";

	private final JdbcClient jdbc;

	AdjustRecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(AdjustRecord record) {
		this.jdbc
			.sql("""
					insert into adjust_record (id, partner_id, owner_partner_id, customer_id, epoch, customer_name, kind,
					                           transaction_id, amount_minor, currency, operator, at)
					values (:id, :partner, :owner, :customer, :epoch, :name, :kind, :transaction, :amount, :currency, :operator,
					        :at)
					""")
			.param("id", record.id())
			.param("partner", record.realm().partnerId())
			.param("owner", record.realm().ownerPartnerId())
			.param("customer", record.customerId())
			.param("epoch", record.epoch())
			.param("name", record.customerName())
			.param("kind", record.kind().name())
			.param("transaction", record.transactionId())
			.param("amount", record.amount().minor())
			.param("currency", record.amount().currency().getCurrencyCode())
			.param("operator", record.operator())
			.param("at", Timestamp.from(record.at()))
			.update();
	}

	List<AdjustRecord> page(Realm realm, @Nullable UUID customerId, PageQuery page) {
		return this.jdbc.sql(COLUMNS + """
				from adjust_record
				where partner_id = :partner and owner_partner_id = :owner
				  and (cast(:customer as uuid) is null or customer_id = :customer)
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("customer", customerId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> adjustRecord(row))
			.list();
	}

	List<AdjustRecord> find(AdjustFilter filter, Offset offset) {
		return this.jdbc.sql(COLUMNS + MATCHING + "order by at desc, id desc limit :limit offset :offset")
			.params(params(filter))
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> adjustRecord(row))
			.list();
	}

	int count(AdjustFilter filter) {
		return this.jdbc.sql("select count(*) " + MATCHING)
			.params(params(filter))
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static Map<String, @Nullable Object> params(AdjustFilter filter) {
		Map<String, @Nullable Object> params = new LinkedHashMap<>();
		params.put("partner", filter.realm().partnerId());
		params.put("owner", filter.realm().ownerPartnerId());
		params.put("customer", filter.customerId());
		params.put("kind", (filter.kind() != null) ? filter.kind().name() : null);
		params.put("transaction", filter.transactionId());
		params.put("after", timestamp(filter.after()));
		params.put("before", timestamp(filter.before()));
		return params;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	private static AdjustRecord adjustRecord(ResultSet row) throws SQLException {
		return new AdjustRecord(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getObject("customer_id", UUID.class), row.getInt("epoch"), row.getString("customer_name"),
				EntryKind.valueOf(row.getString("kind")), row.getObject("transaction_id", UUID.class),
				Money.ofMinor(row.getLong("amount_minor")), row.getString("operator"),
				row.getTimestamp("at").toInstant());
	}

}
