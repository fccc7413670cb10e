package io.partnerhub.coupon.delegation;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what was passed on and taken back. */
@Repository
class QuotaRecordStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, operation_type, quota_id, parent_quota_id, amount_minor, succeeded,
			       operator, remark, at
			from quota_record
			where partner_id = :distributor
			""";

	private static final RowMapper<QuotaRecord> RECORD = (row, index) -> new QuotaRecord(
			row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
			row.getObject("owner_partner_id", UUID.class), QuotaRecord.Type.of(row.getInt("operation_type")),
			row.getObject("quota_id", UUID.class), row.getObject("parent_quota_id", UUID.class),
			Money.ofMinor(row.getLong("amount_minor")), row.getBoolean("succeeded"), row.getString("operator"),
			row.getString("remark"), row.getTimestamp("at").toInstant());

	private final JdbcClient jdbc;

	QuotaRecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Records of one command share who did it, when and why. */
	void insert(List<QuotaRecord> records) {
		QuotaRecord first = records.getFirst();
		this.jdbc.sql("""
				insert into quota_record (id, partner_id, owner_partner_id, operation_type, quota_id, parent_quota_id,
				                          amount_minor, succeeded, operator, remark, at)
				select id, :partner, owner, :type, quota, parent, amount, succeeded, :operator, :remark, :at
				from unnest(:ids::uuid[], :owners::uuid[], :quotas::uuid[], :parents::uuid[], :amounts::bigint[],
				            :successes::boolean[]) as r (id, owner, quota, parent, amount, succeeded)
				""")
			.param("partner", first.partnerId())
			.param("type", first.type().code())
			.param("operator", first.operator())
			.param("remark", first.remark())
			.param("at", Timestamp.from(first.at()))
			.param("ids", column(records, QuotaRecord::id).toArray(UUID[]::new))
			.param("owners", column(records, QuotaRecord::ownerPartnerId).toArray(UUID[]::new))
			.param("quotas", column(records, QuotaRecord::quotaId).toArray(UUID[]::new))
			.param("parents", column(records, QuotaRecord::parentQuotaId).toArray(UUID[]::new))
			.param("amounts", column(records, (entry) -> entry.amount().minor()).toArray(Long[]::new))
			.param("successes", column(records, QuotaRecord::succeeded).toArray(Boolean[]::new))
			.update();
	}

	List<QuotaRecord> page(UUID distributorId, QuotaRecordFilter filter, PageQuery page) {
		String after = (page.after() != null) ? "and id < :after\n" : "";
		return filter.bind(this.jdbc.sql(SELECT + filter.condition() + after + """
				order by id desc
				limit :fetch
				"""), distributorId).param("after", page.after()).param("fetch", page.fetch()).query(RECORD).list();
	}

	List<QuotaRecord> search(UUID distributorId, QuotaRecordFilter filter, int offset, int limit) {
		return filter.bind(this.jdbc.sql(SELECT + filter.condition() + """
				order by id desc
				limit :limit offset :offset
				"""), distributorId).param("limit", limit).param("offset", offset).query(RECORD).list();
	}

	int count(UUID distributorId, QuotaRecordFilter filter) {
		return filter
			.bind(this.jdbc
				.sql("select count(*) from quota_record where partner_id = :distributor\n" + filter.condition()),
					distributorId)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static <T> List<T> column(List<QuotaRecord> records, Function<QuotaRecord, T> value) {
		return records.stream().map(value).toList();
	}

}
