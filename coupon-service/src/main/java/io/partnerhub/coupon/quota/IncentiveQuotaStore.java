package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of quotas that incentives became. */
@Repository
class IncentiveQuotaStore {

	private final JdbcClient jdbc;

	IncentiveQuotaStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<UUID> find(UUID payout) {
		return this.jdbc.sql("select quota_id from incentive_quota where payout_id = :payout")
			.param("payout", payout)
			.query((row, index) -> row.getObject("quota_id", UUID.class))
			.optional();
	}

	/** Fails if the pay-out has a quota already. */
	void insert(UUID payout, Quota quota, Instant now) {
		this.jdbc.sql("""
				insert into incentive_quota (payout_id, quota_id, owner_partner_id, at)
				values (:payout, :quota, :owner, :now)
				""")
			.param("payout", payout)
			.param("quota", quota.id())
			.param("owner", quota.ownerPartnerId())
			.param("now", Timestamp.from(now))
			.update();
	}

}
