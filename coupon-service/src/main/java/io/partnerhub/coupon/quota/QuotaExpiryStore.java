package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds quotas that are over, or soon will be; what others hold locked waits. */
@Repository
class QuotaExpiryStore {

	private final JdbcClient jdbc;

	private final QuotaStore rows;

	QuotaExpiryStore(JdbcClient jdbc, QuotaStore rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	List<Quota> lockDue(Instant now, int limit) {
		return this.jdbc.sql("select " + QuotaStore.COLUMNS + """
				from quota
				where expired_at is null and state <> 'RECLAIMED' and expires_at <= :now
				order by expires_at
				limit :limit
				for update skip locked
				""").param("now", Timestamp.from(now)).param("limit", limit).query(this.rows::quota).list();
	}

	/** Nothing may be available any more. */
	void expire(List<UUID> ids, Instant now) {
		this.jdbc
			.sql("""
					update quota
					   set state = 'INVALID', expired_at = :now, version = version + 1, updated_at = greatest(updated_at, :now)
					 where id = any(:ids)
					""")
			.param("ids", ids.toArray(UUID[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	/** Marks whom to tell, each once; of an empty quota there is nothing to tell. */
	List<Quota> tell(Instant now, Instant until, int limit) {
		return this.jdbc.sql("""
				update quota
				   set told_at = :now
				 where id = any(array(
				           select id
				           from quota
				           where told_at is null and expired_at is null and state <> 'RECLAIMED' and state <> 'INVALID'
				             and expires_at > :now and expires_at <= :until and available_minor > 0
				           order by expires_at
				           limit :limit
				           for update skip locked))
				returning
				""" + QuotaStore.COLUMNS)
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(until))
			.param("limit", limit)
			.query(this.rows::quota)
			.list();
	}

}
