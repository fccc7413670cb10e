package io.partnerhub.coupon.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.limit.LimitsJson;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of quotas; what moves between their buckets goes through the journal. */
@Repository
class QuotaStore {

	private static final String COLUMNS = """
			id, type, partner_id, owner_partner_id, parent_quota_id, state, granted_minor, available_minor, limits,
			invoice_to_user, signing_entity, effective_at, expires_at, created_at, updated_at
			""";

	private final JdbcClient jdbc;

	private final LimitsJson limits;

	QuotaStore(JdbcClient jdbc, LimitsJson limits) {
		this.jdbc = jdbc;
		this.limits = limits;
	}

	/** An empty quota; what is granted comes with its first movement. */
	void insert(Quota quota) {
		this.jdbc
			.sql("""
					insert into quota (id, type, partner_id, owner_partner_id, parent_quota_id, state, currency, granted_minor,
					                   available_minor, live_minor, limits, invoice_to_user, signing_entity, effective_at,
					                   expires_at, created_at, updated_at)
					values (:id, :type, :partner, :owner, :parent, 'NORMAL', 'CNY', 0, 0, 0, :limits::jsonb, :invoiceToUser,
					        :signingEntity, :effective, :expires, :now, :now)
					""")
			.param("id", quota.id())
			.param("type", quota.type().name())
			.param("partner", quota.partnerId())
			.param("owner", quota.ownerPartnerId())
			.param("parent", quota.parentQuotaId())
			.param("limits", this.limits.write(quota.terms().limits()))
			.param("invoiceToUser", quota.terms().invoiceToUser())
			.param("signingEntity", quota.terms().signingEntity())
			.param("effective", Timestamp.from(quota.effectiveAt()))
			.param("expires", Timestamp.from(quota.expiresAt()))
			.param("now", Timestamp.from(quota.createdAt()))
			.update();
	}

	List<Quota> page(UUID ownerPartnerId, PageQuery page) {
		return this.jdbc.sql("select " + COLUMNS + """
				from quota
				where owner_partner_id = :owner and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("owner", ownerPartnerId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(this::quota)
			.list();
	}

	Optional<Quota> find(UUID ownerPartnerId, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from quota where owner_partner_id = :owner and id = :id")
			.param("owner", ownerPartnerId)
			.param("id", id)
			.query(this::quota)
			.optional();
	}

	Optional<Quota> lock(UUID ownerPartnerId, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from quota where owner_partner_id = :owner and id = :id for update")
			.param("owner", ownerPartnerId)
			.param("id", id)
			.query(this::quota)
			.optional();
	}

	/** Both lists are of one length: whose it should be, and which. */
	List<Quota> lockOwned(List<UUID> ownerPartnerIds, List<UUID> ids) {
		return this.jdbc.sql("select " + COLUMNS + """
				from quota
				where (owner_partner_id, id) in (select * from unnest(:owners::uuid[], :ids::uuid[]))
				order by id
				for no key update
				""")
			.param("owners", ownerPartnerIds.toArray(UUID[]::new))
			.param("ids", ids.toArray(UUID[]::new))
			.query(this::quota)
			.list();
	}

	/**
	 * Locks quotas in the order that all commands keep, together with those above what
	 * was taken back from resellers.
	 */
	List<Quota> lockAll(Collection<UUID> ids) {
		return this.jdbc.sql("select " + COLUMNS + """
				from quota
				where id = any(:ids)
				   or id in (select parent_quota_id from quota where id = any(:ids) and state = 'RECLAIMED')
				order by id
				for update
				""").param("ids", ids.toArray(UUID[]::new)).query(this::quota).list();
	}

	/** For the vendor-compatible face, whose filters may all be absent. */
	List<Quota> search(QuotaFilter filter, int offset, int limit) {
		return filter.bind(this.jdbc.sql("select " + COLUMNS + "from quota where " + QuotaFilter.CONDITION + """
				order by id desc
				limit :limit offset :offset
				""")).param("limit", limit).param("offset", offset).query(this::quota).list();
	}

	int count(QuotaFilter filter) {
		return filter.bind(this.jdbc.sql("select count(*) from quota where " + QuotaFilter.CONDITION))
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private Quota quota(ResultSet row, int index) throws SQLException {
		return new Quota(row.getObject("id", UUID.class), CouponType.valueOf(row.getString("type")),
				row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
				row.getObject("parent_quota_id", UUID.class), Quota.State.valueOf(row.getString("state")),
				Money.ofMinor(row.getLong("granted_minor")), Money.ofMinor(row.getLong("available_minor")), terms(row),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant());
	}

	private Quota.Terms terms(ResultSet row) throws SQLException {
		return new Quota.Terms(this.limits.read(row.getString("limits")), row.getBoolean("invoice_to_user"),
				row.getString("signing_entity"), row.getTimestamp("effective_at").toInstant(),
				row.getTimestamp("expires_at").toInstant());
	}

}
