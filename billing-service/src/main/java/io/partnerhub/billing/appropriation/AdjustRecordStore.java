package io.partnerhub.billing.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.billing.appropriation.AdjustGround.UsedId;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of adjust records. */
@Component
class AdjustRecordStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, target, customer_id, epoch, customer_name, kind, account_type,
			       transaction_id, amount_minor, operator, remark, at
			from adjust_record
			where\s""";

	private final JdbcClient jdbc;

	AdjustRecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(List<AdjustRecord> records) {
		this.jdbc
			.sql("""
					insert into adjust_record (id, partner_id, owner_partner_id, target, customer_id, epoch, customer_name, kind,
					                           account_type, transaction_id, amount_minor, currency, operator, remark, at)
					select *
					from unnest(:ids::uuid[], :partners::uuid[], :owners::uuid[], :targets::text[], :targetIds::uuid[],
					            :epochs::int[], :names::text[], :kinds::text[], :types::text[], :transactions::uuid[],
					            :amounts::bigint[], :currencies::text[], :operators::text[], :remarks::text[],
					            :times::timestamptz[])
					""")
			.params(columns(records))
			.param("epochs", records.stream().map(AdjustRecord::epoch).toArray(Integer[]::new))
			.param("amounts", records.stream().map((each) -> each.amount().minor()).toArray(Long[]::new))
			.param("times", records.stream().map((each) -> Timestamp.from(each.at())).toArray(Timestamp[]::new))
			.update();
	}

	/** Those of the transaction ids that a partner has used before. */
	List<UsedId> used(List<UsedId> wanted) {
		if (wanted.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("""
					select owner_partner_id, transaction_id
					from adjust_record
					where (owner_partner_id, transaction_id) in (select * from unnest(:owners::uuid[], :transactions::uuid[]))
					""")
			.param("owners", wanted.stream().map(UsedId::ownerPartnerId).toArray(UUID[]::new))
			.param("transactions", wanted.stream().map(UsedId::transactionId).toArray(UUID[]::new))
			.query((row, index) -> new UsedId(row.getObject("owner_partner_id", UUID.class),
					row.getObject("transaction_id", UUID.class)))
			.list();
	}

	List<AdjustRecord> page(AdjustFilter filter, PageQuery page) {
		Conditions conditions = filter.conditions().and("id < :after", "after", page.after());
		return this.jdbc.sql(SELECT + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> adjustRecord(row))
			.list();
	}

	List<AdjustRecord> find(AdjustFilter filter, Offset offset) {
		Conditions conditions = filter.conditions();
		return this.jdbc.sql(SELECT + conditions.text() + "order by at desc, id desc limit :limit offset :offset")
			.params(conditions.parameters())
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> adjustRecord(row))
			.list();
	}

	int count(AdjustFilter filter) {
		Conditions conditions = filter.conditions();
		return this.jdbc.sql("select count(*) from adjust_record where " + conditions.text())
			.params(conditions.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static Map<String, Object[]> columns(List<AdjustRecord> records) {
		Map<String, Object[]> columns = new HashMap<>();
		columns.put("ids", ids(records, AdjustRecord::id));
		columns.put("partners", ids(records, (each) -> each.realm().partnerId()));
		columns.put("owners", ids(records, (each) -> each.realm().ownerPartnerId()));
		columns.put("targets", texts(records, (each) -> each.target().name()));
		columns.put("targetIds", ids(records, AdjustRecord::targetId));
		columns.put("names", texts(records, AdjustRecord::targetName));
		columns.put("kinds", texts(records, (each) -> each.kind().name()));
		columns.put("types", texts(records, (each) -> each.type().name()));
		columns.put("transactions", ids(records, AdjustRecord::transactionId));
		columns.put("currencies", texts(records, (each) -> each.amount().currency().getCurrencyCode()));
		columns.put("operators", texts(records, AdjustRecord::operator));
		columns.put("remarks", texts(records, AdjustRecord::remark));
		return columns;
	}

	private static UUID[] ids(List<AdjustRecord> records, Function<AdjustRecord, UUID> value) {
		return records.stream().map(value).toArray(UUID[]::new);
	}

	private static String[] texts(List<AdjustRecord> records, Function<AdjustRecord, @Nullable String> value) {
		return records.stream().map(value).toArray(String[]::new);
	}

	private static AdjustRecord adjustRecord(ResultSet row) throws SQLException {
		return new AdjustRecord(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				AdjustTarget.valueOf(row.getString("target")), row.getObject("customer_id", UUID.class),
				row.getObject("epoch", Integer.class), row.getString("customer_name"),
				EntryKind.valueOf(row.getString("kind")), AppropriationType.valueOf(row.getString("account_type")),
				row.getObject("transaction_id", UUID.class), Money.ofMinor(row.getLong("amount_minor")),
				row.getString("operator"), row.getString("remark"), row.getTimestamp("at").toInstant());
	}

}
