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

	static final String COLUMNS = """
			id, type, partner_id, owner_partner_id, parent_quota_id, state, granted_minor, available_minor, limits,
			invoice_to_user, signing_entity, effective_at, expires_at, created_at, updated_at
			""";

	private static final String STANDING = "select " + COLUMNS + """
			, delegated_minor, live_minor, used_minor, expired_minor, written_minor, withdrawn_minor, version
			from quota
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

	List<Standing> page(UUID ownerPartnerId, QuotaFilter filter, PageQuery page) {
		return filter
			.bind(this.jdbc.sql(STANDING + "where owner_partner_id = :owner " + after(page) + filter.condition() + """
					order by id desc
					limit :fetch
					"""))
			.param("owner", ownerPartnerId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(this::standing)
			.list();
	}

	Optional<Standing> standing(UUID ownerPartnerId, CouponType type, UUID id) {
		return this.jdbc.sql(STANDING + "where owner_partner_id = :owner and type = :type and id = :id")
			.param("owner", ownerPartnerId)
			.param("type", type.name())
			.param("id", id)
			.query(this::standing)
			.optional();
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
	 * Locks quotas in the order that all commands keep: those of resellers first, then
	 * those above what was taken back from resellers together with the rest, each by id.
	 * Only a locked row tells whether it was taken back meanwhile.
	 */
	List<Quota> lockAll(Collection<UUID> ids) {
		return lockAll(ids, "where state = 'RECLAIMED'");
	}

	/** The same together with all that they were split off from. */
	List<Quota> lockAllWithParents(Collection<UUID> ids) {
		return lockAll(ids, "");
	}

	/** For the vendor-compatible face, whose filters may all be absent. */
	List<Quota> search(UUID ownerPartnerId, QuotaFilter filter, int offset, int limit) {
		return filter
			.bind(this.jdbc
				.sql("select " + COLUMNS + "from quota where owner_partner_id = :owner " + filter.condition() + """
						order by id desc
						limit :limit offset :offset
						"""))
			.param("owner", ownerPartnerId)
			.param("limit", limit)
			.param("offset", offset)
			.query(this::quota)
			.list();
	}

	int count(UUID ownerPartnerId, QuotaFilter filter) {
		return filter
			.bind(this.jdbc.sql("select count(*) from quota where owner_partner_id = :owner " + filter.condition()))
			.param("owner", ownerPartnerId)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private List<Quota> lockAll(Collection<UUID> ids, String whichParents) {
		return this.jdbc.sql("with reseller as (select " + COLUMNS + """
				    from quota
				    where id = any(:ids) and parent_quota_id is not null
				    order by id
				    for update),
				root as (select
				""" + COLUMNS + """
				    from quota
				    where parent_quota_id is null
				      and id = any(:ids::uuid[] || array(select parent_quota_id from reseller
				""" + whichParents + """
				))
				    order by id
				    for update)
				select * from reseller
				union all
				select * from root
				""").param("ids", ids.toArray(UUID[]::new)).query(this::quota).list();
	}

	private static String after(PageQuery page) {
		return (page.after() != null) ? "and id < :after " : "";
	}

	private Standing standing(ResultSet row, int index) throws SQLException {
		return new Standing(quota(row, index),
				new Standing.Buckets(Money.ofMinor(row.getLong("delegated_minor")),
						Money.ofMinor(row.getLong("live_minor")), Money.ofMinor(row.getLong("used_minor")),
						Money.ofMinor(row.getLong("expired_minor")), Money.ofMinor(row.getLong("written_minor")),
						Money.ofMinor(row.getLong("withdrawn_minor"))),
				row.getInt("version"));
	}

	Quota quota(ResultSet row, int index) throws SQLException {
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
