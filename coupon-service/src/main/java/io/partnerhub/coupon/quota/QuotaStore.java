package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of quotas and of their journal; every movement changes both in one statement. */
@Repository
class QuotaStore {

	private static final String COLUMNS = """
			id, partner_id, owner_partner_id, state, granted_minor, available_minor,
			effective_at, expires_at, created_at, updated_at
			""";

	private static final RowMapper<Quota> QUOTA = (row, index) -> new Quota(row.getObject("id", UUID.class),
			row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
			Quota.State.valueOf(row.getString("state")), Money.ofMinor(row.getLong("granted_minor")),
			Money.ofMinor(row.getLong("available_minor")), row.getTimestamp("effective_at").toInstant(),
			row.getTimestamp("expires_at").toInstant(), row.getTimestamp("created_at").toInstant(),
			row.getTimestamp("updated_at").toInstant());

	private final JdbcClient jdbc;

	QuotaStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Quota quota) {
		this.jdbc
			.sql("""
					with granted as (
					    insert into quota (id, partner_id, owner_partner_id, state, currency, granted_minor, available_minor,
					                       live_minor, effective_at, expires_at, created_at, updated_at, last_sequence)
					    values (:id, :partner, :owner, 'NORMAL', 'CNY', :value, :value, 0, :effective, :expires, :now, :now, 1)
					    returning id)
					insert into quota_journal (quota_id, sequence, kind, amount_minor, available_minor, at)
					select id, 1, 'GRANTED', :value, :value, :now
					from granted
					""")
			.param("id", quota.id())
			.param("partner", quota.partnerId())
			.param("owner", quota.ownerPartnerId())
			.param("value", quota.granted().minor())
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
			.query(QUOTA)
			.list();
	}

	Optional<Quota> find(UUID ownerPartnerId, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from quota where owner_partner_id = :owner and id = :id")
			.param("owner", ownerPartnerId)
			.param("id", id)
			.query(QUOTA)
			.optional();
	}

	Optional<Quota> lock(UUID ownerPartnerId, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from quota where owner_partner_id = :owner and id = :id for update")
			.param("owner", ownerPartnerId)
			.param("id", id)
			.query(QUOTA)
			.optional();
	}

	void lockAll(Collection<UUID> ids) {
		this.jdbc.sql("select id from quota where id = any(:ids) order by id for update")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** False, and nothing is moved, if the quota is not usable now. */
	boolean take(UUID id, Money amount, Instant now) {
		return this.jdbc.sql("""
				with moved as (
				    update quota
				       set available_minor = available_minor - :amount, live_minor = live_minor + :amount,
				           last_sequence = last_sequence + 1, updated_at = :now
				     where id = :id and state = 'NORMAL' and effective_at <= :now and expires_at > :now
				    returning id, last_sequence, available_minor)
				insert into quota_journal (quota_id, sequence, kind, amount_minor, available_minor, at)
				select id, last_sequence, 'ISSUED', :amount, available_minor, :now
				from moved
				""").param("id", id).param("amount", amount.minor()).param("now", Timestamp.from(now)).update() == 1;
	}

	void giveBack(List<Quotas.Returned> amounts, Instant now) {
		this.jdbc
			.sql("""
					with returned as (
					    select id, sum(amount)::bigint as amount
					    from unnest(:ids::uuid[], :amounts::bigint[]) as r (id, amount)
					    group by id),
					moved as (
					    update quota q
					       set live_minor = live_minor - r.amount,
					           available_minor = available_minor + case when usable then r.amount else 0 end,
					           written_minor = written_minor + case when usable then 0 else r.amount end,
					           last_sequence = last_sequence + 1, updated_at = :now
					      from returned r,
					           lateral (select s.state <> 'INVALID' and s.expires_at > :now as usable
					                    from quota s
					                    where s.id = r.id) v
					     where q.id = r.id
					    returning q.id, q.last_sequence, q.available_minor, r.amount, v.usable)
					insert into quota_journal (quota_id, sequence, kind, amount_minor, available_minor, at)
					select id, last_sequence, case when usable then 'RECLAIMED' else 'WRITTEN_OFF' end, amount, available_minor,
					       :now
					from moved
					""")
			.param("ids", amounts.stream().map(Quotas.Returned::quotaId).toArray(UUID[]::new))
			.param("amounts", amounts.stream().map((returned) -> returned.amount().minor()).toArray(Long[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	/** For the vendor-compatible face, whose filters may all be absent. */
	List<Quota> search(QuotaFilter filter, int offset, int limit) {
		return filter.bind(this.jdbc.sql("select " + COLUMNS + "from quota where " + QuotaFilter.CONDITION + """
				order by id desc
				limit :limit offset :offset
				""")).param("limit", limit).param("offset", offset).query(QUOTA).list();
	}

	int count(QuotaFilter filter) {
		return filter.bind(this.jdbc.sql("select count(*) from quota where " + QuotaFilter.CONDITION))
			.query((row, index) -> row.getInt(1))
			.single();
	}

}
