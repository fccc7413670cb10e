package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of quotas that resellers hold, as their distributor sees them. */
@Repository
class ResellerQuotaStore {

	private static final String OF_RESELLERS = "from quota where partner_id = :distributor and parent_quota_id is not null ";

	private final JdbcClient jdbc;

	private final QuotaStore rows;

	ResellerQuotaStore(JdbcClient jdbc, QuotaStore rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/** Empty quotas with the type, the limits and the validity of another (QUO-02). */
	void insert(UUID parentId, List<UUID> ids, List<UUID> resellerIds, Instant now) {
		this.jdbc
			.sql("""
					insert into quota (id, type, partner_id, owner_partner_id, parent_quota_id, state, currency, granted_minor,
					                   available_minor, live_minor, limits, invoice_to_user, signing_entity, effective_at,
					                   expires_at, created_at, updated_at)
					select r.id, p.type, p.partner_id, r.owner, p.id, 'NORMAL', p.currency, 0, 0, 0, p.limits,
					       p.invoice_to_user, p.signing_entity, p.effective_at, p.expires_at, :now, :now
					from quota p, unnest(:ids::uuid[], :owners::uuid[]) as r (id, owner)
					where p.id = :parent
					""")
			.param("parent", parentId)
			.param("ids", ids.toArray(UUID[]::new))
			.param("owners", resellerIds.toArray(UUID[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	/** Those of the quotas that resellers of the distributor hold or held. */
	List<UUID> known(UUID distributorId, Collection<UUID> ids) {
		return this.jdbc.sql("select id " + OF_RESELLERS + "and id = any(:ids)")
			.param("distributor", distributorId)
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** What a reseller has not given back, and what is not over. */
	List<UUID> heldBy(UUID resellerId, int limit) {
		return this.jdbc.sql("""
				select id
				from quota
				where owner_partner_id = :reseller and parent_quota_id is not null
				  and state <> 'RECLAIMED' and expired_at is null
				order by id
				limit :limit
				""")
			.param("reseller", resellerId)
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	void markReclaimed(List<UUID> ids, Instant now) {
		this.jdbc.sql("""
				update quota
				   set state = 'RECLAIMED', version = version + 1, updated_at = greatest(updated_at, :now)
				 where id = any(:ids)
				""").param("ids", ids.toArray(UUID[]::new)).param("now", Timestamp.from(now)).update();
	}

	List<Quota> page(UUID distributorId, ResellerQuotaFilter filter, PageQuery page) {
		String after = (page.after() != null) ? "and id < :after\n" : "";
		return filter
			.bind(this.jdbc.sql("select " + QuotaStore.COLUMNS + OF_RESELLERS + filter.condition() + after + """
					order by id desc
					limit :fetch
					"""), distributorId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(this.rows::quota)
			.list();
	}

	List<Quota> search(UUID distributorId, ResellerQuotaFilter filter, int offset, int limit) {
		return filter.bind(this.jdbc.sql("select " + QuotaStore.COLUMNS + OF_RESELLERS + filter.condition() + """
				order by id desc
				limit :limit offset :offset
				"""), distributorId).param("limit", limit).param("offset", offset).query(this.rows::quota).list();
	}

	int count(UUID distributorId, ResellerQuotaFilter filter) {
		return filter.bind(this.jdbc.sql("select count(*) " + OF_RESELLERS + filter.condition()), distributorId)
			.query((row, index) -> row.getInt(1))
			.single();
	}

}
