package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the vendor sees and changes of the quotas it granted. */
@Repository
class GrantStore {

	private final JdbcClient jdbc;

	GrantStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Who holds a quota that the vendor granted; those of resellers it did not. */
	Optional<UUID> holder(UUID id) {
		return this.jdbc.sql("select owner_partner_id from quota where id = :id and parent_quota_id is null")
			.param("id", id)
			.query((row, index) -> row.getObject("owner_partner_id", UUID.class))
			.optional();
	}

	/**
	 * Whether a coupon that something is left of, or a quota that a reseller still holds,
	 * would be valid when the quota is not (I-11).
	 */
	boolean leavesOutside(Quota quota) {
		return this.jdbc.sql("""
				select exists (select
				               from coupon
				               where quota_id = :id and balance_minor > 0
				                 and (effective_at < :effective or expires_at > :expires))
				       or exists (select
				                  from quota
				                  where parent_quota_id = :id and state <> 'RECLAIMED' and expired_at is null
				                    and (effective_at < :effective or expires_at > :expires)) as outside
				""")
			.param("id", quota.id())
			.param("effective", Timestamp.from(quota.effectiveAt()))
			.param("expires", Timestamp.from(quota.expiresAt()))
			.query((row, index) -> row.getBoolean("outside"))
			.single();
	}

	/** Whose end moves is told of it anew. */
	void adjust(Quota quota, Instant now) {
		this.jdbc
			.sql("""
					update quota
					   set state = :state, effective_at = :effective, expires_at = :expires, version = version + 1,
					       told_at = case when expires_at = :expires then told_at end, updated_at = greatest(updated_at, :now)
					 where id = :id
					""")
			.param("state", quota.state().name())
			.param("effective", Timestamp.from(quota.effectiveAt()))
			.param("expires", Timestamp.from(quota.expiresAt()))
			.param("now", Timestamp.from(now))
			.param("id", quota.id())
			.update();
	}

}
